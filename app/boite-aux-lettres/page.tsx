import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState, Page, PageTitle, Section } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { mailModels } from "@/lib/mails/preview";
import { isMailboxOpen, mailboxMessages } from "@/lib/platform/outbox/mailbox";

export const metadata: Metadata = { title: "Boîte aux lettres", robots: { index: false } };

const time = new Intl.DateTimeFormat("fr-FR", {
  dateStyle: "short",
  timeStyle: "medium",
  timeZone: "Europe/Paris",
});

export default async function MailboxPage() {
  if (!isMailboxOpen()) notFound();
  const messages = await mailboxMessages();
  return (
    <Page>
      <PageTitle
        lead={
          "Les messages que le portail aurait envoyés. " +
          "Cette page n’existe qu’en mode local ou de démonstration."
        }
      >
        Boîte aux lettres
      </PageTitle>
      {messages.length === 0 ? (
        <EmptyState title="Aucun message" />
      ) : (
        <Table
          caption="Messages"
          columns={["Sujet", "Destinataire", "Reçu"]}
          rows={messages.map((message) => ({
            key: message.id,
            cells: [
              <Link
                key="subject"
                href={`/boite-aux-lettres/${message.id}`}
                className="text-accent underline underline-offset-4"
              >
                {message.subject}
              </Link>,
              message.recipient,
              <span key="time" className="whitespace-nowrap">
                {time.format(message.receivedAt)}
              </span>,
            ],
          }))}
        />
      )}
      <Section title="Modèles" id="modeles" className="mt-10">
        <Table
          caption="Chaque courrier du portail, avec un exemple"
          columns={["Sujet", "Nom dans le code"]}
          rows={mailModels().map(({ kind, subject }) => ({
            key: kind,
            cells: [
              <Link
                key="subject"
                href={`/boite-aux-lettres/modeles/${kind}`}
                className="text-accent underline underline-offset-4"
              >
                {subject}
              </Link>,
              kind,
            ],
          }))}
        />
      </Section>
    </Page>
  );
}

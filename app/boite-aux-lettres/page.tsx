import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState, Page, PageTitle } from "@/components/ui/layout";
import { isMailboxOpen, mailboxMessages } from "@/lib/mail/queries";

export const metadata: Metadata = { title: "Boîte aux lettres", robots: { index: false } };

const time = new Intl.DateTimeFormat("fr-FR", { dateStyle: "short", timeStyle: "medium", timeZone: "Europe/Paris" });

export default async function MailboxPage() {
  if (!isMailboxOpen()) notFound();
  const messages = await mailboxMessages();
  return (
    <Page>
      <PageTitle lead="Les messages que le portail aurait envoyés. Cette page n’existe qu’en mode local ou de démonstration.">Boîte aux lettres</PageTitle>
      {messages.length === 0 ? (
        <EmptyState title="Aucun message" />
      ) : (
        <div role="region" aria-label="Messages" tabIndex={0} className="overflow-x-auto rounded-lg border border-line bg-surface">
          <table className="w-full text-left">
            <thead>
              <tr className="border-b border-line">
                {["Sujet", "Destinataire", "Reçu"].map((title) => (
                  <th key={title} scope="col" className="p-3">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {messages.map((message) => (
                <tr key={message.id} className="border-b border-line last:border-0">
                  <td className="p-3">
                    <Link href={`/boite-aux-lettres/${message.id}`} className="text-accent underline underline-offset-4">
                      {message.subject}
                    </Link>
                  </td>
                  <td className="p-3">{message.recipient}</td>
                  <td className="whitespace-nowrap p-3">{time.format(message.receivedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}

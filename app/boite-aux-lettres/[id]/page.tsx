import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card, Page, PageTitle, Section } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { mailboxMessageById } from "@/lib/platform/outbox/mailbox";

export const metadata: Metadata = { title: "Message", robots: { index: false } };

const address = /(https?:\/\/\S+)/;

export default async function MailboxMessagePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const message = await mailboxMessageById(id);
  if (!message) notFound();
  return (
    <Page>
      <p className="mb-4">
        <Link
          href="/boite-aux-lettres"
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
        >
          Boîte aux lettres
        </Link>
      </p>
      <PageTitle lead={`À : ${message.recipient}`}>{message.subject}</PageTitle>
      <Card>
        <Section title="Partie texte" id="texte">
          <p className="whitespace-pre-wrap break-words">
            {message.text.split(address).map((piece, index) =>
              address.test(piece) ? (
                <a
                  key={index}
                  href={piece}
                  className="break-all text-accent underline underline-offset-4"
                >
                  {piece}
                </a>
              ) : (
                piece
              ),
            )}
          </p>
        </Section>
        <Section title="Partie HTML" id="html">
          <iframe
            src={`/boite-aux-lettres/${id}/html`}
            title={`Message : ${message.subject}`}
            sandbox=""
            className="h-160 w-full rounded border border-line"
          />
        </Section>
      </Card>
    </Page>
  );
}

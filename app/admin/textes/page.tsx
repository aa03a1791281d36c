import type { Metadata } from "next";
import { TextForm } from "@/components/reference/text/text-form";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Card, Page, PageTitle, Section } from "@/components/ui/layout";
import { pageViewer } from "@/lib/platform/access/session";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { type AgencyTextDto, textsToChange } from "@/lib/reference/text/queries";
import { agencyTexts } from "@/lib/reference/text/texts";

export const metadata: Metadata = { title: "Textes" };

const rooms = [
  ["page", "Pages"],
  ["mail", "Courriers"],
] as const;

export default async function TextsPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("text:manage"), searchParams]);
  const texts = await textsToChange(viewer);
  return (
    <Page>
      <ConfirmationToast query={query} />
      <PageTitle
        lead={
          "Ce que l’agence peut dire avec ses propres mots, sur les pages et dans les " +
          "courriers."
        }
      >
        Textes
      </PageTitle>
      <Card>
        {rooms.map(([where, title]) => (
          <Section key={where} title={title} id={where}>
            <ul className="divide-y divide-line">
              {texts
                .filter(({ code }) => agencyTexts[code].where === where)
                .map((text) => (
                  <li key={text.code} className="py-4">
                    {query.texte === text.code ? (
                      <TextForm code={text.code} words={text.words} />
                    ) : (
                      <Words text={text} />
                    )}
                  </li>
                ))}
            </ul>
          </Section>
        ))}
      </Card>
    </Page>
  );
}

function Words({ text: { code, words, isOwn } }: { text: AgencyTextDto }) {
  const { label } = agencyTexts[code];
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
      <div className="min-w-0 flex-1 basis-64 break-words">
        <p className="font-semibold">
          {label} {isOwn ? <Badge tone="info">Texte de l’agence</Badge> : null}
        </p>
        <p className="mt-1 whitespace-pre-line text-muted">{words}</p>
      </div>
      <ButtonLink href={`/admin/textes?texte=${code}`} variant="quiet">
        Modifier<span className="sr-only"> : {label}</span>
      </ButtonLink>
    </div>
  );
}

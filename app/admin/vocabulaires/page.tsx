import type { Metadata } from "next";
import { SynonymsList } from "@/components/agency/vocabulary/synonyms-list";
import { AddTermForm } from "@/components/agency/vocabulary/term-forms";
import { TermRow } from "@/components/agency/vocabulary/term-row";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Card, Page, PageTitle, Section } from "@/components/ui/layout";
import { Tabs } from "@/components/ui/tabs";
import { vocabularyPageSchema } from "@/lib/agency/vocabulary/schema";
import { pageViewer } from "@/lib/platform/access/session";
import type { SearchParams } from "@/lib/platform/values/search-params";
import {
  synonymsAddress,
  synonymsLabel,
  synonymsSlug,
  vocabularyAddress,
  vocabularyLabels,
  vocabularySlugs,
} from "@/lib/reference/vocabulary/labels";
import { editedList } from "@/lib/reference/vocabulary/queries";
import { vocabularyKinds } from "@/lib/reference/vocabulary/rules";

export const metadata: Metadata = { title: "Vocabulaires" };

export default async function VocabulariesPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("vocabulary:edit"), searchParams]);
  const { liste, essai, modifier } = vocabularyPageSchema.parse(query);
  const isSynonyms = liste === synonymsSlug;
  const kind = vocabularyKinds.find((known) => vocabularySlugs[known] === liste) ?? "theme";
  const list = isSynonyms ? [] : await editedList(viewer, kind);
  const [offered, retired] = [
    list.filter((term) => !term.retired),
    list.filter((term) => term.retired),
  ];
  return (
    <Page>
      <ConfirmationToast query={query} />
      <PageTitle
        lead={
          "Les listes où les structures choisissent. Tout modérateur peut les modifier ; " +
          "un changement vaut aussitôt, pour les offres publiées aussi, et s’inscrit au " +
          "journal."
        }
      >
        Vocabulaires
      </PageTitle>
      <Tabs
        label="Listes"
        tabs={[
          ...vocabularyKinds.map((known) => ({
            key: known,
            href: vocabularyAddress(known),
            label: vocabularyLabels[known],
            current: !isSynonyms && known === kind,
          })),
          {
            key: synonymsSlug,
            href: synonymsAddress,
            label: synonymsLabel,
            current: isSynonyms,
          },
        ]}
      />
      {isSynonyms ? <SynonymsList viewer={viewer} tried={essai} changed={modifier} /> : null}
      {isSynonyms ? null : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <Card>
            <Section title={vocabularyLabels[kind]} id="proposes">
              <ol className="divide-y divide-line">
                {offered.map((term, index) => (
                  <TermRow key={term.id} term={term} place={index + 1} total={offered.length} />
                ))}
              </ol>
            </Section>
            {retired.length > 0 ? (
              <Section title="Termes retirés" id="retires">
                <p className="mb-2 text-muted">
                  Ils se lisent encore là où ils servent, et ne se choisissent plus.
                </p>
                <ul className="divide-y divide-line">
                  {retired.map((term) => (
                    <TermRow key={term.id} term={term} place={null} total={0} />
                  ))}
                </ul>
              </Section>
            ) : null}
          </Card>
          <Card className="lg:self-start">
            <Section title="Ajouter un terme" id="ajouter">
              <AddTermForm key={kind} kind={kind} />
            </Section>
          </Card>
        </div>
      )}
    </Page>
  );
}

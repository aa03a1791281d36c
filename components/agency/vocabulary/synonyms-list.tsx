import { Button, ButtonLink } from "@/components/ui/button";
import { FilterText } from "@/components/ui/filter-fields";
import { Card, Section } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { editedSynonyms, foundBySynonyms } from "@/lib/agency/vocabulary/queries/synonyms";
import { splitWords } from "@/lib/agency/vocabulary/schema";
import type { Viewer } from "@/lib/platform/access/policy";
import { counted } from "@/lib/platform/values/french";
import { synonymsAddress, synonymsLabel, synonymsSlug } from "@/lib/reference/vocabulary/labels";
import { DeleteSynonymsForm, SynonymsForm } from "./synonyms-forms";

/**
 * Words the search takes for one another, what they find, and the forms that change them.
 * @param tried words to be tried before they are kept
 * @param changed id of those that the form changes; empty for new ones
 */
export async function SynonymsList({
  viewer,
  tried,
  changed,
}: {
  viewer: Viewer;
  tried: string;
  changed: string;
}) {
  const list = await editedSynonyms(viewer);
  const kept = list.find(({ id }) => id === changed) ?? null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <Card>
        <Section title={synonymsLabel} id="synonymes">
          {list.length === 0 ? (
            <p className="text-muted">
              Le portail connaît déjà les plus courants. Ajoutez ici ceux de votre région.
            </p>
          ) : (
            <>
              {/* Counted for each, they would keep the database from everybody else. */}
              <p className="mb-2 text-muted">
                « Modifier » dit combien d’offres ces mots trouvent.
              </p>
              <ul className="divide-y divide-line">
                {list.map(({ id, term, synonyms }) => (
                  <li key={id} className="py-3">
                    <p className="break-words font-semibold">{term}</p>
                    <p className="break-words">{synonyms.join(", ")}</p>
                    <div className="flex flex-wrap items-center">
                      <ButtonLink
                        href={`${synonymsAddress}&modifier=${id}#formulaire`}
                        variant="quiet"
                      >
                        Modifier<span className="sr-only"> : {term}</span>
                      </ButtonLink>
                      <DeleteSynonymsForm id={id} term={term} />
                    </div>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Section>
      </Card>
      <div className="space-y-8 lg:self-start">
        <Card>
          <Section
            title={kept ? "Modifier des synonymes" : "Ajouter des synonymes"}
            id="formulaire"
          >
            <SynonymsForm key={kept?.id ?? "new"} kept={kept} />
            {kept ? (
              <>
                <p className="mt-4">
                  <ButtonLink href={synonymsAddress} variant="quiet">
                    Ne rien changer
                  </ButtonLink>
                </p>
                <p className="mt-4 font-semibold">Ce que trouvent les mots enregistrés</p>
                <FoundBy viewer={viewer} words={[kept.term, ...kept.synonyms]} />
              </>
            ) : null}
          </Section>
        </Card>
        <Card>
          <Section title="Essayer des mots" id="essayer">
            <form action="/admin/vocabulaires#essayer">
              <input type="hidden" name="liste" value={synonymsSlug} />
              <FilterText name="essai" label="Mots, séparés par des virgules" value={tried} />
              <div className="mt-4">
                <Button type="submit" variant="secondary">
                  Voir ce qu’ils trouvent
                </Button>
              </div>
            </form>
            {tried === "" ? null : <FoundBy viewer={viewer} words={splitWords(tried)} />}
          </Section>
        </Card>
      </div>
    </div>
  );
}

/** How many offers say each of some words, and any of them. */
async function FoundBy({ viewer, words }: { viewer: Viewer; words: readonly string[] }) {
  const found = await foundBySynonyms(viewer, words);
  if (!found) return <p className="mt-2 text-muted">Aucun mot à chercher.</p>;
  return (
    <p className="mt-2 break-words text-muted">
      Ensemble {offersInWords(found.together)} :{" "}
      {found.each.map(({ word, offers }, index) => (
        <span key={word}>
          {index > 0 ? ", " : ""}
          <Link
            href={`/offres?${new URLSearchParams({ q: word }).toString()}`}
            className="text-accent underline underline-offset-4"
          >
            {word}
          </Link>{" "}
          ({offers})
        </span>
      ))}
    </p>
  );
}

function offersInWords(count: number): string {
  return count === 0 ? "aucune offre" : counted(count, "offre", "offres");
}

import { Button } from "@/components/ui/button";
import { ChoiceBoxes } from "@/components/ui/choice-boxes";
import { Section } from "@/components/ui/layout";
import { Notice } from "@/components/ui/notice";
import { mostCompared } from "@/lib/catalogue/shortlist/rules";
import type { PublicOfferDto } from "@/lib/offer/projection/queries/public-offer";
import { ComparisonTable } from "./comparison-table";

/** Where the comparison starts, for the answer to its form. */
const id = "comparer";

/**
 * Up to four offers side by side: all there are or, of more, those that are ticked.
 * @param references all of the address, those that are no longer there too
 */
export function Compare({
  offers,
  references,
  ticked,
}: {
  offers: readonly PublicOfferDto[];
  references: readonly string[];
  ticked: readonly string[];
}) {
  if (offers.length < 2) return null;
  const areMany = offers.length > mostCompared;
  const wanted = offers.filter(({ reference }) => !areMany || ticked.includes(reference));
  const compared = wanted.slice(0, mostCompared);
  return (
    <div className="mt-10 print:mt-0 print:break-before-page">
      <Section title="Comparer" id={id}>
        {areMany ? (
          <form action={`#${id}`} className="mb-6 print:hidden">
            {references.map((reference) => (
              <input key={reference} type="hidden" name="o" value={reference} />
            ))}
            <fieldset className="mb-3">
              <legend className="mb-1">Choisissez jusqu’à {mostCompared} offres.</legend>
              <ChoiceBoxes
                name="c"
                chosen={compared.map(({ reference }) => reference)}
                className="grid gap-x-6 sm:grid-cols-2"
                choices={offers.map(({ reference, title }) => ({
                  value: reference,
                  label: title,
                  note: reference,
                }))}
              />
            </fieldset>
            <Button variant="secondary">Comparer</Button>
          </form>
        ) : null}
        {wanted.length > compared.length ? (
          <Notice
            tone="warning"
            title={`Seules les ${mostCompared} premières offres cochées sont comparées`}
          >
            <p>Décochez-en pour en comparer d’autres.</p>
          </Notice>
        ) : null}
        {areMany && compared.length === 1 ? (
          <Notice tone="info" title="Cochez au moins deux offres" />
        ) : null}
        {compared.length > 1 ? <ComparisonTable offers={compared} /> : null}
      </Section>
    </div>
  );
}

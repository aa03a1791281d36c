import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { ownVisibilities } from "@/lib/offer/lifecycle/queries/visibilities";
import { getViewer } from "@/lib/platform/access/session";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Adresse confirmée" };

export default async function AddressConfirmedPage({
  searchParams,
}: {
  searchParams: SearchParams;
}) {
  const { soumises, incompletes } = await searchParams;
  const [submitted, incomplete] = [count(soumises), count(incompletes)];
  const standings = await ownVisibilities(await getViewer());
  return (
    <Page narrow>
      <PageTitle>Votre adresse est confirmée</PageTitle>
      <Card>
        <p className="mb-6">
          Merci. Votre adresse ne retient plus vos offres : celles que l’agence a validées et que
          vous publiez paraissent, si rien d’autre ne les retient.
        </p>
        {submitted > 0 ? (
          <p className="mb-6">
            {submitted === 1
              ? "L’offre qui attendait votre confirmation vient d’être soumise à l’agence."
              : `Les ${submitted} offres qui attendaient votre confirmation viennent ` +
                "d’être soumises à l’agence."}
          </p>
        ) : null}
        {incomplete > 0 ? (
          <p className="mb-6">
            {incomplete === 1
              ? "Une offre n’a pas pu être soumise : il y manque des informations. Elle " +
                "est dans vos brouillons."
              : `${incomplete} offres n’ont pas pu être soumises : il y manque des ` +
                "informations. Elles sont dans vos brouillons."}
          </p>
        ) : null}
        {standings.length > 0 ? (
          <ul className="mb-6 list-disc pl-5">
            {standings.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        ) : null}
        <ButtonLink href="/espace">Aller à mon espace</ButtonLink>
      </Card>
    </Page>
  );
}

function count(value: string | string[] | undefined): number {
  return typeof value === "string" && /^\d{1,3}$/.test(value) ? Number(value) : 0;
}

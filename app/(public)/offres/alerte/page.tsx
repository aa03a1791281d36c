import type { Metadata } from "next";
import { AlertForm } from "@/components/catalogue/alert/alert-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { Notice } from "@/components/ui/notice";
import { alertRefusalLabels } from "@/lib/catalogue/alert/labels";
import { searchToFollow } from "@/lib/catalogue/alert/queries";
import { catalogueHref, filterQuery } from "@/lib/catalogue/search/filter";
import { confirmationIn, confirmations } from "@/lib/platform/form/confirmations";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Créer une alerte", robots: { index: false } };

export default async function AlertPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const { filter, words, unknownPlace } = await searchToFollow(query);
  return (
    <Page narrow>
      <PageTitle lead={`Votre recherche : ${words}`}>Créer une alerte</PageTitle>
      {confirmationIn(query) === "alerte" ? (
        <Notice tone="success" title={confirmations.alerte}>
          <p>
            Ouvrez-le et confirmez : sans cela, rien d’autre ne vous sera envoyé. Si vous suivez
            déjà cette recherche, il n’y a rien à faire.
          </p>
        </Notice>
      ) : unknownPlace !== null ? (
        <Notice tone="warning" title="Cette recherche ne peut pas être suivie">
          <p>{alertRefusalLabels.placeUnknown.replace("{commune}", () => unknownPlace)}</p>
        </Notice>
      ) : (
        <>
          <p className="mb-6">
            Chaque matin où de nouvelles offres y répondent, vous recevez un message. Aucun compte
            n’est nécessaire.
          </p>
          <Card>
            <AlertForm query={filterQuery(filter)} />
          </Card>
        </>
      )}
      <div className="mt-6">
        <ButtonLink href={catalogueHref(filter)} variant="secondary">
          {unknownPlace === null ? "Revenir aux offres" : "Revenir à la recherche"}
        </ButtonLink>
      </div>
    </Page>
  );
}

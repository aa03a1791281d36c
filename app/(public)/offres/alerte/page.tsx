import type { Metadata } from "next";
import { AlertForm } from "@/components/catalogue/alert/alert-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { alertRefusalLabels } from "@/lib/catalogue/alert/labels";
import { searchToFollow } from "@/lib/catalogue/alert/queries";
import { catalogueHref, filterQuery } from "@/lib/catalogue/search/filter";
import { confirmationIn, confirmations } from "@/lib/platform/form/confirmations";
import { quoted } from "@/lib/platform/values/french";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Créer une alerte", robots: { index: false } };

export default async function AlertPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const { filter, words, meant, unknownPlace } = await searchToFollow(query);
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
          {meant === null ? null : (
            <Notice tone="info" title="Vos mots sont cherchés tels que vous les avez écrits">
              <p>
                Vouliez-vous dire{" "}
                <Link
                  href={catalogueHref(meant, {}, "/offres/alerte")}
                  className="text-accent underline underline-offset-4"
                >
                  {quoted(meant.q)}
                </Link>
                {"\u00a0?"}
              </p>
            </Notice>
          )}
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

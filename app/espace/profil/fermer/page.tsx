import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CloseAccountForm } from "@/components/people/account/profile-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, PageTitle } from "@/components/ui/layout";
import { Prose } from "@/components/ui/prose";
import { closingPreview, type ClosingPreviewDto } from "@/lib/people/profile/queries";
import { pageViewer } from "@/lib/platform/access/session";
import { agree } from "@/lib/platform/values/french";

export const metadata: Metadata = { title: "Fermer mon compte" };

export default async function CloseAccountPage() {
  const viewer = await pageViewer("account:close");
  const outlook = await closingPreview(viewer);
  if (!outlook) notFound();
  return (
    <>
      <PageTitle>Fermer mon compte</PageTitle>
      <Card>
        {outlook.closing === "transferFirst" ? (
          <>
            <p className="mb-6">
              Vous êtes le seul administrateur de votre structure, et des collègues y travaillent.
              Confiez d’abord votre rôle à l’un d’eux.
            </p>
            <ButtonLink href="/espace/collegues">Aller à mes collègues</ButtonLink>
          </>
        ) : (
          <>
            <Consequences outlook={outlook} />
            <CloseAccountForm />
          </>
        )}
      </Card>
      <div className="mt-6">
        <ButtonLink href="/espace/profil" variant="secondary">
          Garder mon compte
        </ButtonLink>
      </div>
    </>
  );
}

function Consequences({
  outlook: { closing, offers, publicOffers, heir },
}: {
  outlook: ClosingPreviewDto;
}) {
  const count = agree(offers, "votre offre", `vos ${offers} offres`);
  return (
    <Prose>
      <p>
        <strong>C’est définitif.</strong> Voici ce qui se passera :
      </p>
      <ul>
        <li>Vous serez déconnecté partout et ne pourrez plus vous connecter.</li>
        <li>
          Votre nom, votre fonction, votre téléphone, votre adresse et vos sessions seront effacés.
        </li>
        {closing === "passOn" && offers > 0 ? (
          <li>
            {heir} reprendra {count} : rien ne change pour le public.
          </li>
        ) : null}
        {closing === "closeStructure" ? (
          <li>
            Vous êtes la dernière personne de votre structure : elle sera fermée
            {offers > 0
              ? `, et ${count} ${agree(offers, "sera supprimée", "seront supprimées")} ` +
                `avec ${agree(offers, "ses", "leurs")} documents, sans passer par la ` +
                "corbeille"
              : ""}
            {publicOffers > 0
              ? " " +
                `(${agree(publicOffers, "une est visible", `${publicOffers} sont visibles`)} ` +
                "aujourd’hui dans le catalogue)"
              : ""}
            .
          </li>
        ) : null}
        <li>
          {closing === "passOn"
            ? "Là où vous étiez le référent de proximité d’une offre, il faudra en nommer " +
              "un autre. "
            : ""}
          L’historique garde un an ce qui a été fait, sans votre nom.
        </li>
      </ul>
      <p>
        {/* oxlint-disable-next-line nextjs/no-html-link-for-pages -- a file, no page */}
        Vous pouvez d’abord <a href="/espace/profil/donnees">télécharger vos données</a>.
      </p>
    </Prose>
  );
}

import type { Metadata } from "next";
import { Page, PageTitle } from "@/components/ui/layout";
import { Prose } from "@/components/ui/prose";
import { trashDays } from "@/lib/offer/lifecycle/trash";
import { copyDays, unconfirmedDays, warningDays } from "@/lib/people/privacy/rules";
import { env } from "@/lib/platform/environment/env";

export const metadata: Metadata = {
  title: "Données personnelles",
  description:
    "Ce que le portail garde de vous, pourquoi et jusqu’à quand, et comment le " +
    "relire ou l’effacer.",
};

export default function PrivacyPage() {
  return (
    <Page>
      <PageTitle>Données personnelles</PageTitle>
      <Prose>
        <p>
          {env.agency.agencyName} est responsable de ce traitement, nécessaire à sa mission
          d’organisation du service sanitaire.
        </p>
        <h2>Ce qui est enregistré</h2>
        <ul>
          <li>
            Le compte : nom, prénom, fonction, téléphone, adresse email ; le mot de passe est haché,
            personne ne peut le lire.
          </li>
          <li>La structure et son représentant.</li>
          <li>Les offres, leur référent de proximité et leurs documents.</li>
          <li>Un journal de ce qui a été fait sur chaque offre.</li>
          <li>Une invitation : l’adresse email de la personne invitée.</li>
          <li>Une alerte : l’adresse email et la recherche suivie.</li>
          <li>
            Un message à une structure : le nom, l’adresse email, l’établissement, le nombre
            d’étudiants et leurs filières, les mois et demi-journées souhaités, et le texte.
          </li>
          <li>Un signalement : le motif, le texte et, si vous la donnez, votre adresse email.</li>
        </ul>
        <h2>Qui les voit</h2>
        <p>
          Votre structure et l’agence. Le public ne voit que les offres publiées : ni le nom, ni le
          téléphone, ni l’adresse email des personnes n’y figurent.
        </p>
        <p>
          Un message à une structure est envoyé au référent de proximité de l’offre ou, à défaut, à
          la personne qui la suit. Un signalement n’est lu que par l’agence.
        </p>
        <h2>Combien de temps</h2>
        <ul>
          <li>
            Un compte inutilisé pendant deux ans est fermé et effacé, {warningDays} jours après un
            mail qui l’annonce.
          </li>
          <li>
            Une offre supprimée disparaît pour de bon après {trashDays} jours, avec ses documents ;
            celles d’une structure qui ferme, tout de suite.
          </li>
          <li>Une invitation sans réponse, {copyDays} jours après la fin de son lien.</li>
          <li>
            Une alerte jusqu’à ce que vous l’arrêtiez, par le lien de chacun de ses mails ;{" "}
            {unconfirmedDays} jours si elle n’est pas confirmée.
          </li>
          <li>Un message à une structure, un an.</li>
          <li>
            Un signalement, un an après son traitement ou, à défaut, son envoi ; l’adresse email
            laissée avec lui, {copyDays} jours après son traitement.
          </li>
          <li>
            Le journal, les traces des mails envoyés et des connexions sont gardés un an ; un
            tableur importé, {copyDays} jours.
          </li>
        </ul>
        <h2>Cookies</h2>
        <p>
          Sept cookies au plus : deux pour rester connecté ; quatre pour garder, une heure au plus,
          votre saisie (deux à l’inscription, un pour la structure, un pour le terrain d’une
          offre) ; et un, pendant un an, qui reconnaît le navigateur où vous vous êtes déjà
          connecté : des inconnus qui essaient des mots de passe ne peuvent pas vous y bloquer.
          Aucune mesure d’audience, aucun tiers.
        </p>
        <p>
          Votre sélection d’offres, votre dernière recherche et ce que vous tapez dans un
          formulaire, jusqu’à son envoi ou à votre déconnexion, restent dans votre navigateur.
        </p>
        <h2>Vos droits</h2>
        <p>
          « Mon profil » vous donne vos données, les corrige et les efface. Pour toute autre
          demande, écrivez à{" "}
          <a href={`mailto:${env.agency.contactAddress}`}>{env.agency.contactAddress}</a>. Vous
          pouvez aussi saisir la CNIL.
        </p>
      </Prose>
    </Page>
  );
}

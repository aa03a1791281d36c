import type { Metadata } from "next";
import { Page, PageTitle } from "@/components/ui/layout";
import { Prose } from "@/components/ui/prose";
import { env } from "@/lib/platform/environment/env";

export const metadata: Metadata = {
  title: "Déclaration d’accessibilité",
  description:
    "L’état de conformité du portail au RGAA 4.1.2, ce qui n’est pas accessible, " +
    "et à qui l’écrire.",
};

export default function AccessibilityPage() {
  return (
    <Page>
      <PageTitle>Déclaration d’accessibilité</PageTitle>
      <Prose>
        <p>
          {env.agency.agencyName} veut que ce portail soit accessible à tous, conformément à
          l’article 47 de la loi n° 2005-102 du 11 février 2005.
        </p>
        <h2>État de conformité</h2>
        <p>
          Ce portail n’a pas encore fait l’objet d’un audit selon le RGAA 4.1.2. Faute d’audit, il
          est déclaré <strong>non conforme</strong>. Chaque version est contrôlée par des tests
          automatiques, au clavier et sans JavaScript ; ils ne remplacent pas un audit.
        </p>
        <h2>Signaler une difficulté</h2>
        <p>
          Écrivez à <a href={`mailto:${env.agency.contactAddress}`}>{env.agency.contactAddress}</a>{" "}
          : nous vous donnerons l’information ou ferons la démarche avec vous.
        </p>
        <h2>Voie de recours</h2>
        <p>
          Sans réponse satisfaisante, vous pouvez saisir le{" "}
          <a href="https://formulaire.defenseurdesdroits.fr/">Défenseur des droits</a>.
        </p>
      </Prose>
    </Page>
  );
}

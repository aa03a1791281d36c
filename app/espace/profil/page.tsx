import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { Card, Facts, PageTitle, Section } from "@/components/ui/layout";
import { ownAccount } from "@/lib/account/queries";
import { phoneInWords } from "@/lib/platform/fields";
import { pageViewer } from "@/lib/platform/session";
import { ownStructure } from "@/lib/structure/queries";

export const metadata: Metadata = { title: "Mon profil" };

export default async function ProfilePage() {
  const viewer = await pageViewer("profile:read", "/espace/profil");
  const [account, structure] = await Promise.all([ownAccount(viewer), ownStructure(viewer)]);
  if (!account || !structure) notFound();
  return (
    <>
      <PageTitle>Mon profil</PageTitle>
      <Card>
        <Section title="Structure offrente" id="structure">
          <Facts
            facts={[
              ["Raison sociale", structure.name],
              ["Adresse", `${structure.street}, ${structure.postcode} ${structure.communeName}`],
              ["Type de structure", structure.type],
              ["Représentant de la structure", structure.representativeName],
              ["Fonction du représentant", structure.representativeFunction],
            ]}
          />
        </Section>
        <Section title="Compte administrateur" id="compte">
          <Facts
            facts={[
              ["Nom et prénom", `${account.firstName} ${account.lastName}`],
              ["Fonction", account.function],
              ["Téléphone", phoneInWords(account.phone)],
              ["Email", account.addressConfirmed ? account.email : `${account.email} (à confirmer)`],
            ]}
          />
        </Section>
        <ButtonLink href="/mot-de-passe" variant="secondary">
          Changer mon mot de passe
        </ButtonLink>
      </Card>
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeAddressForm } from "@/components/account/profile-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, PageTitle } from "@/components/ui/layout";
import { ownAccount } from "@/lib/account/queries";
import { pageViewer } from "@/lib/platform/session";

export const metadata: Metadata = { title: "Changer mon adresse" };

export default async function ChangeAddressPage() {
  const viewer = await pageViewer("profile:read", "/espace/profil/adresse");
  const account = await ownAccount(viewer);
  if (!account) notFound();
  return (
    <>
      <PageTitle lead="L’adresse actuelle sera prévenue. Tant que la nouvelle n’est pas confirmée, rien ne change.">Changer mon adresse</PageTitle>
      <Card>
        <p className="mb-6 wrap-anywhere">
          Adresse actuelle : <strong>{account.email}</strong>
        </p>
        <ChangeAddressForm />
      </Card>
      <div className="mt-6">
        <ButtonLink href="/espace/profil" variant="secondary">
          Revenir à mon profil
        </ButtonLink>
      </div>
    </>
  );
}

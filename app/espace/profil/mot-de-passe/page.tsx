import type { Metadata } from "next";
import { ChangePasswordForm } from "@/components/account/profile-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, PageTitle } from "@/components/ui/layout";
import { pageViewer } from "@/lib/platform/session";

export const metadata: Metadata = { title: "Changer mon mot de passe" };

export default async function ChangePasswordPage() {
  await pageViewer("profile:read", "/espace/profil/mot-de-passe");
  return (
    <>
      <PageTitle lead="Toutes vos autres sessions seront fermées, et un message vous le confirmera.">Changer mon mot de passe</PageTitle>
      <Card>
        <ChangePasswordForm />
      </Card>
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href="/espace/profil" variant="secondary">
          Revenir à mon profil
        </ButtonLink>
        <ButtonLink href="/mot-de-passe" variant="quiet">
          J’ai oublié mon mot de passe actuel
        </ButtonLink>
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { ChangePasswordForm } from "@/components/people/account/profile-forms";
import { ProfileFrame } from "@/components/people/account/profile-frame";
import { ButtonLink } from "@/components/ui/button";
import { pageViewer } from "@/lib/platform/access/session";

export const metadata: Metadata = { title: "Changer mon mot de passe" };

export default async function ChangePasswordPage() {
  await pageViewer("profile:manage");
  return (
    <ProfileFrame
      title="Changer mon mot de passe"
      lead="Toutes vos autres sessions seront fermées, et un message vous le confirmera."
      more={
        <ButtonLink href="/mot-de-passe" variant="quiet">
          J’ai oublié mon mot de passe actuel
        </ButtonLink>
      }
    >
      <ChangePasswordForm />
    </ProfileFrame>
  );
}

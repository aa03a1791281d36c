import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IdentityForm } from "@/components/account/profile-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, PageTitle } from "@/components/ui/layout";
import { ownAccount } from "@/lib/account/queries";
import { phoneInWords } from "@/lib/platform/fields";
import { pageViewer } from "@/lib/platform/session";

export const metadata: Metadata = { title: "Modifier mon compte" };

export default async function EditAccountPage() {
  const viewer = await pageViewer("profile:read", "/espace/profil/compte");
  const account = await ownAccount(viewer);
  if (!account) notFound();
  return (
    <>
      <PageTitle>Modifier mon compte</PageTitle>
      <Card>
        <IdentityForm values={{ lastName: account.lastName, firstName: account.firstName, function: account.function, phone: phoneInWords(account.phone) }} />
      </Card>
      <div className="mt-6">
        <ButtonLink href="/espace/profil" variant="secondary">
          Revenir à mon profil
        </ButtonLink>
      </div>
    </>
  );
}

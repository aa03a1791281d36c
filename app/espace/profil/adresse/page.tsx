import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeAddressForm } from "@/components/people/account/profile-forms";
import { ProfileFrame } from "@/components/people/account/profile-frame";
import { ownAccount } from "@/lib/people/account/queries";
import { pageViewer } from "@/lib/platform/access/session";

export const metadata: Metadata = { title: "Changer mon adresse" };

export default async function ChangeAddressPage() {
  const viewer = await pageViewer("profile:manage");
  const account = await ownAccount(viewer);
  if (!account) notFound();
  return (
    <ProfileFrame
      title="Changer mon adresse"
      lead={
        "L’adresse actuelle sera prévenue. Tant que la nouvelle n’est pas confirmée, " +
        "rien ne change."
      }
    >
      <p className="mb-6 wrap-anywhere">
        Adresse actuelle : <strong>{account.email}</strong>
      </p>
      <ChangeAddressForm />
    </ProfileFrame>
  );
}

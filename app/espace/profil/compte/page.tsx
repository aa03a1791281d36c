import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IdentityForm } from "@/components/people/account/profile-forms";
import { ProfileFrame } from "@/components/people/account/profile-frame";
import { ownAccount } from "@/lib/people/account/queries";
import { pageViewer } from "@/lib/platform/access/session";
import { phoneInWords } from "@/lib/platform/values/phone";

export const metadata: Metadata = { title: "Modifier mon compte" };

export default async function EditAccountPage() {
  const viewer = await pageViewer("profile:manage");
  const account = await ownAccount(viewer);
  if (!account) notFound();
  return (
    <ProfileFrame title="Modifier mon compte">
      <IdentityForm
        values={{
          lastName: account.lastName,
          firstName: account.firstName,
          function: account.function,
          phone: phoneInWords(account.phone),
        }}
      />
    </ProfileFrame>
  );
}

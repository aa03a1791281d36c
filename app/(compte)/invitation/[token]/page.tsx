import type { Metadata } from "next";
import { AnswerInvitation } from "@/components/people/membership/answer-invitation";

// The address holds a secret: it must not travel to other pages.
export const metadata: Metadata = {
  title: "Rejoindre une structure",
  referrer: "same-origin",
  robots: { index: false },
};

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  return <AnswerInvitation team="structure" token={(await params).token} />;
}

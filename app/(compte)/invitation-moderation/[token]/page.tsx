import type { Metadata } from "next";
import { AnswerInvitation } from "@/components/people/membership/answer-invitation";

// The address holds a secret: it must not travel to other pages.
export const metadata: Metadata = {
  title: "Rejoindre la modération",
  referrer: "same-origin",
  robots: { index: false },
};

export default async function ModeratorInvitationPage({
  params,
}: {
  params: Promise<{ token: string }>;
}) {
  return <AnswerInvitation team="agency" token={(await params).token} />;
}

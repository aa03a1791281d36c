"use client";

import { forgetTyping } from "@/components/ui/typing-store";

/** Signing out takes along what this browser kept of the account's typing: the next person on this computer is another. */
export function SignOutButton({ className }: { className: string }) {
  return (
    <button type="submit" onClick={() => forgetTyping()} className={className}>
      Me déconnecter
    </button>
  );
}

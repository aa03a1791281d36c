"use client";

import { useEffect } from "react";
import { forgetTyping } from "@/components/ui/typing-store";

/**
 * When someone is signed in, what the accounts before them left unsaved in this browser is
 * forgotten.
 */
export function TypingGuard({ owner }: { owner: string }) {
  useEffect(() => forgetTyping(owner), [owner]);
  return null;
}

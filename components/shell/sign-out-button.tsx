"use client";

import { unstable_rethrow } from "next/navigation";
import { useActionState, useRef, useState, useTransition } from "react";
import { digestOf, problemOf, type SendProblem } from "@/components/ui/send-problem";
import { SendProblemNotice } from "@/components/ui/send-problem-notice";
import { forgetTyping } from "@/components/ui/typing-store";
import type { FormAction } from "@/components/ui/use-sending";

interface Props {
  action: FormAction<null>;
  className: string;
}

/**
 * Signing out takes along what this browser kept of the account's typing: the next person on this
 * computer is another. Where it fails the person is still signed in, is told so, and loses nothing.
 */
export function SignOutButton({ action, className }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [, dispatch] = useActionState(action, null);
  const [pending, start] = useTransition();
  const [problem, setProblem] = useState<SendProblem | null>(null);

  async function signOut(data: FormData): Promise<void> {
    try {
      // Who is signed out is led away.
      if (!(await action(null, data)).ok) setProblem({ kind: "fault" });
    } catch (error) {
      if (digestOf(error)?.startsWith("NEXT_REDIRECT")) forgetTyping();
      unstable_rethrow(error);
      setProblem(problemOf(error));
    }
  }

  return (
    <form
      ref={form}
      action={dispatch}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        if (!pending) start(() => signOut(data));
      }}
    >
      <button type="submit" className={className}>
        {/* In words it would be a second line of a telephone. */}
        <span className="max-sm:sr-only">Me déconnecter</span>
        <svg
          viewBox="0 0 24 24"
          aria-hidden="true"
          className="size-6 fill-none stroke-current stroke-2 sm:hidden"
        >
          <path d="M14 4H5v16h9M10 12h11m-4-4 4 4-4 4" />
        </svg>
      </button>
      <SendProblemNotice
        problem={problem}
        why={null}
        form={form}
        again={() => form.current?.requestSubmit()}
        close={() => setProblem(null)}
      />
    </form>
  );
}

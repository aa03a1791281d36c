"use client";

import { type MouseEvent, type ReactNode, useId, useState } from "react";
import { Button, buttonClass, type ButtonVariant } from "./button";
import { Link, type LinkProps } from "./link";

interface Props<Address> {
  /** The page that asks the same question, for those without scripts and for a new tab. */
  href: LinkProps<Address>["href"];
  label: ReactNode;
  variant?: ButtonVariant;
  title: string;
  /** The way out: «Garder l’offre». */
  keep: string;
  /** What is at stake, and the button that does it. */
  children: ReactNode;
}

/**
 * A question asked before something is done: a dialog where scripts run, a page of its own
 * elsewhere.
 */
export function ConfirmLink<Address>({
  href,
  label,
  variant,
  title,
  keep,
  children,
}: Props<Address>) {
  const [asked, setAsked] = useState(false);
  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setAsked(true);
  }
  return (
    <>
      <Link href={href} onClick={open} aria-haspopup="dialog" className={buttonClass(variant)}>
        {label}
      </Link>
      {asked ? (
        <Dialog title={title} keep={keep} onClose={() => setAsked(false)}>
          {children}
        </Dialog>
      ) : null}
    </>
  );
}

/** In the page only while it is open: a list of offers carries one question, not one for each. */
function Dialog({
  title,
  keep,
  onClose,
  children,
}: Pick<Props<string>, "title" | "keep" | "children"> & { onClose: () => void }) {
  const titleId = useId();
  return (
    <dialog
      ref={(element) => {
        if (element && !element.open) element.showModal();
      }}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        // The backdrop is the dialog itself; what is inside it has its own targets.
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
      className={
        "m-auto w-[min(34rem,calc(100vw-2rem))] rounded-lg bg-surface text-ink " +
        "shadow-float backdrop:bg-black/60"
      }
    >
      <div className="p-6 sm:p-8">
        <h2 id={titleId} className="mb-4 text-xl font-bold">
          {title}
        </h2>
        <div className="mb-6">{children}</div>
        <Button
          type="button"
          variant="secondary"
          onClick={(event) => event.currentTarget.closest("dialog")?.close()}
        >
          {keep}
        </Button>
      </div>
    </dialog>
  );
}

"use client";

import { useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { useScriptedClass } from "@/components/ui/use-scripts";

/**
 * By mail for everyone. With scripts the address is given to what the device shares with, or copied
 * where it has nothing for that.
 */
export function ShareLinks({
  title,
  url,
  className = buttonClass("quiet"),
}: {
  title: string;
  url: string;
  /** Of each, where it stands among links rather than buttons. */
  className?: string;
}) {
  const [said, setSaid] = useState("");
  const [isRefused, setRefused] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const shown = useScriptedClass();

  async function share() {
    try {
      if ("share" in navigator) {
        await navigator.share({ title, url });
        return;
      }
    } catch (error) {
      // Who closes the sheet wants nothing shared.
      if (error instanceof DOMException && error.name === "AbortError") return;
    }
    try {
      await navigator.clipboard.writeText(url);
      setSaid("Adresse copiée");
    } catch {
      setSaid("Votre navigateur refuse la copie : l’adresse est à copier ici.");
      setRefused(true);
      requestAnimationFrame(() => field.current?.select());
    }
  }

  return (
    <>
      <a
        href={`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`}
        className={className}
      >
        Envoyer par mail
      </a>
      <button
        type="button"
        onClick={() => void share()}
        className={`${className} cursor-pointer ${shown}`}
      >
        Partager l’adresse
      </button>
      <span role="status" className="self-center text-sm text-muted">
        {said}
      </span>
      {isRefused ? (
        <input
          ref={field}
          readOnly
          aria-label="Adresse à copier"
          value={url}
          className="min-h-11 w-full min-w-0 rounded border border-control bg-surface px-3"
        />
      ) : null}
    </>
  );
}

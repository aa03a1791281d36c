"use client";

import { useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { useScripts } from "@/components/ui/use-scripts";

/**
 * By mail for everyone; with scripts the address can be copied, or given to what the telephone
 * shares with.
 */
export function ShareLinks({ title, url }: { title: string; url: string }) {
  const [said, setSaid] = useState("");
  const scripts = useScripts();
  async function share() {
    try {
      // A shared sheet is for telephones: on a computer one pastes.
      if ("share" in navigator && matchMedia("(pointer: coarse)").matches)
        await navigator.share({ title, url });
      else {
        await navigator.clipboard.writeText(url);
        setSaid("Adresse copiée");
      }
    } catch (error) {
      // Who closes the sheet wants nothing shared.
      if (!(error instanceof DOMException && error.name === "AbortError"))
        setSaid("Votre navigateur refuse la copie : l’adresse est dans sa barre.");
    }
  }
  return (
    <>
      <a
        href={`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`}
        className={buttonClass("quiet")}
      >
        Envoyer par mail
      </a>
      {scripts ? (
        <button type="button" onClick={() => void share()} className={buttonClass("quiet")}>
          Partager l’adresse
        </button>
      ) : null}
      <span role="status" className="self-center text-sm text-muted">
        {said}
      </span>
    </>
  );
}

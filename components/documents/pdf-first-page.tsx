"use client";

import { useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { useScriptedClass } from "@/components/ui/use-scripts";

type State = "closed" | "loading" | "shown" | "failed";

/**
 * The first page of a PDF, drawn on a canvas when it is asked for: its scripts are not run and no
 * plugin sees it.
 */
export function PdfFirstPage({ href, name }: { href: string; name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<State>("closed");
  const show = async () => {
    setState("loading");
    try {
      // Asked for by few: neither the library nor this is in what every page loads.
      const { drawFirstPage } = await import("./draw-first-page");
      if (canvas.current) await drawFirstPage(href, canvas.current);
      setState("shown");
    } catch {
      setState("failed");
    }
  };
  const open = state !== "closed";
  const scripted = useScriptedClass();
  return (
    <div className={scripted}>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => (open ? setState("closed") : void show())}
        className={buttonClass("quiet", "px-0!")}
      >
        {open ? "Masquer" : "Voir"} la première page<span className="sr-only"> de {name}</span>
      </button>
      <p role="status" className="text-sm text-muted">
        {state === "loading"
          ? "Ouverture…"
          : state === "failed"
            ? "Cet aperçu n’a pas pu être fait : téléchargez le document pour le lire."
            : ""}
      </p>
      <canvas
        ref={canvas}
        role="img"
        aria-label={`Première page de ${name}`}
        hidden={state !== "shown"}
        className={
          "my-2 h-auto w-full max-w-80 rounded border border-line bg-white dark:brightness-85"
        }
      />
    </div>
  );
}

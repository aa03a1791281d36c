"use client";

import { useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button";

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
      if (canvas.current) await draw(href, canvas.current);
      setState("shown");
    } catch {
      setState("failed");
    }
  };
  const open = state !== "closed";
  return (
    // Drawing needs scripts: without them there is nothing to press.
    <div className="hidden scripted:block">
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

async function draw(href: string, canvas: HTMLCanvasElement): Promise<void> {
  const pdfjs = await import("pdfjs-dist");
  pdfjs.GlobalWorkerOptions.workerSrc = new URL(
    "pdfjs-dist/build/pdf.worker.min.mjs",
    import.meta.url,
  ).toString();
  const response = await fetch(href);
  if (!response.ok) throw new Error("not there");
  const task = pdfjs.getDocument({
    data: await response.arrayBuffer(),
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    disableFontFace: true,
    stopAtErrors: true,
  });
  try {
    const page = await (await task.promise).getPage(1);
    const viewport = page.getViewport({ scale: 640 / page.getViewport({ scale: 1 }).width });
    // A page may claim any shape: the canvas is bounded all the same.
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.min(Math.floor(viewport.height), 2000);
    await page.render({ canvas, viewport }).promise;
  } finally {
    await task.destroy();
  }
}

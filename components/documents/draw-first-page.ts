import * as pdfjs from "pdfjs-dist";

/** @param href of a PDF; throws where it cannot be had, read or drawn */
export async function drawFirstPage(href: string, canvas: HTMLCanvasElement): Promise<void> {
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

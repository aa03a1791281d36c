import { NextResponse } from "next/server";
import { importVocabulary } from "@/lib/offer/import/queries";
import { templateWorkbook } from "@/lib/offer/import/template";
import { mayAttempt } from "@/lib/platform/access/policy";
import { getViewer } from "@/lib/platform/access/session";
import { answerOrBusy } from "@/lib/platform/load/busy";
import { ownDrawing } from "@/lib/platform/load/lane";

/** The template to fill, with the lists of today. */
export async function GET(): Promise<Response> {
  if (!mayAttempt(await getViewer(), "offer:import"))
    return new NextResponse(null, { status: 404 });
  const { themes, audiences, siteTypes } = await importVocabulary();
  const labels = (terms: readonly { label: string }[]) => terms.map(({ label }) => label);
  const lists = {
    themes: labels(themes),
    audiences: labels(audiences),
    siteTypes: labels(siteTypes),
  };
  return answerOrBusy(async () => {
    const workbook = await ownDrawing(() => templateWorkbook(lists));
    return new NextResponse(new Uint8Array(workbook), {
      headers: {
        "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Content-Disposition": 'attachment; filename="modele-offres.xlsx"',
        "Cache-Control": "private, no-store",
      },
    });
  });
}

import { NextResponse } from "next/server";
import { templateCsv } from "@/lib/offer/import/template";
import { mayAttempt } from "@/lib/platform/access/policy";
import { getViewer } from "@/lib/platform/access/session";

/** The template for those whose spreadsheet reads no xlsx. */
export async function GET(): Promise<Response> {
  if (!mayAttempt(await getViewer(), "offer:import"))
    return new NextResponse(null, { status: 404 });
  return new NextResponse(templateCsv(), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="modele-offres.csv"',
      "Cache-Control": "private, no-store",
    },
  });
}

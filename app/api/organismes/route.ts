import { NextResponse } from "next/server";
import { foundOrganisations } from "@/lib/people/structure/queries";
import { mayLookUp } from "@/lib/platform/visitor/look-ups";

/** Organisations of a name or a number (`?q=`); none where the deployer configured no service. */
export async function GET(request: Request): Promise<NextResponse> {
  const typed = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 200);
  const found = (await mayLookUp(request.headers)) ? await foundOrganisations(typed) : [];
  return NextResponse.json(found, { headers: { "Cache-Control": "private, max-age=300" } });
}

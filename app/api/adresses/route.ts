import { NextResponse } from "next/server";
import { mayLookUp } from "@/lib/platform/visitor/look-ups";
import { foundAddresses } from "@/lib/reference/commune/queries/found-addresses";

/** Addresses that begin as `?q=`; none where the deployer configured no service. */
export async function GET(request: Request): Promise<NextResponse> {
  const typed = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 200);
  const found = (await mayLookUp(request.headers)) ? await foundAddresses(typed) : [];
  return NextResponse.json(found, { headers: { "Cache-Control": "private, max-age=300" } });
}

import { NextResponse } from "next/server";
import { communesOfPostcode } from "@/lib/reference/commune/queries/communes";

/** Communes of `?code=`; an official list, the same for everyone. */
export async function GET(request: Request): Promise<NextResponse> {
  const communes = await communesOfPostcode(new URL(request.url).searchParams.get("code") ?? "");
  return NextResponse.json(communes, { headers: { "Cache-Control": "public, max-age=86400" } });
}

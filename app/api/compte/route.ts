import { NextResponse } from "next/server";
import { currentAccountNav } from "@/lib/people/account/queries";

/** Who is signed in, null for nobody: for the header of pages that are the same for everyone. */
export async function GET(): Promise<NextResponse> {
  return NextResponse.json(await currentAccountNav(), {
    headers: { "Cache-Control": "private, no-store" },
  });
}

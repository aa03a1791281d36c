import { NextResponse } from "next/server";

/**
 * The process runs. Where our own server stands before Next, its door answers this, however busy
 * the rest is.
 */
export function GET(): NextResponse {
  return NextResponse.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}

import { NextResponse } from "next/server";
import { isDatabaseAnswering } from "@/lib/platform/database/health-queries";

/** 200 when the portal and its database answer, 503 otherwise; for the host's probe. */
export async function GET(): Promise<NextResponse> {
  const healthy = await isDatabaseAnswering();
  return NextResponse.json(
    { status: healthy ? "ok" : "database" },
    { status: healthy ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}

import { timingSafeEqual } from "node:crypto";
import { NextResponse } from "next/server";
import { env } from "@/lib/platform/environment/env";
import { runJobsOnce } from "@/lib/start/jobs/worker";

/**
 * One pass over the outbox, for hosts that keep no process: a scheduled GET with `Authorization:
 * Bearer CRON_SECRET`.
 */
export async function GET(request: Request): Promise<NextResponse> {
  if (!isScheduler(request.headers.get("authorization") ?? ""))
    return new NextResponse(null, { status: 404 });
  return NextResponse.json(
    { ran: await runJobsOnce(25_000) },
    { headers: { "Cache-Control": "no-store" } },
  );
}

function isScheduler(authorization: string): boolean {
  if (!env.cronSecret) return false;
  const expected = Buffer.from(`Bearer ${env.cronSecret}`);
  const received = Buffer.from(authorization);
  return expected.length === received.length && timingSafeEqual(expected, received);
}

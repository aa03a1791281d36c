import { NextResponse } from "next/server";
import { stopReminders } from "@/lib/offer/reminder/commands/stop-reminders";
import { env } from "@/lib/platform/environment/env";

/**
 * The address of List-Unsubscribe (RFC 8058): mail programs POST here, without our origin and
 * without a session; the signed link is what allows it. A person who opens it is led to the page
 * that asks.
 */
export async function POST(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const stopped = await stopReminders((await params).token);
  return new NextResponse(null, { status: stopped.ok ? 200 : 404 });
}

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  return NextResponse.redirect(
    new URL(`/rappels/${encodeURIComponent((await params).token)}`, env.origin),
    307,
  );
}

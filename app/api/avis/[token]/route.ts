import { NextResponse } from "next/server";
import { stopDigest } from "@/lib/agency/preferences/commands/preferences";
import { env } from "@/lib/platform/environment/env";

/** The address of List-Unsubscribe (RFC 8058): see app/api/rappels/[token]/route.ts. */
export async function POST(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const stopped = await stopDigest((await params).token);
  return new NextResponse(null, { status: stopped.ok ? 200 : 404 });
}

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  return NextResponse.redirect(
    new URL(`/avis/${encodeURIComponent((await params).token)}`, env.origin),
    307,
  );
}

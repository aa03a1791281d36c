import { NextResponse } from "next/server";
import { endAlert } from "@/lib/catalogue/alert/commands/answer-alert";
import { env } from "@/lib/platform/environment/env";

/** The address of List-Unsubscribe (RFC 8058), see app/api/rappels. */
export async function POST(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const ended = await endAlert((await params).token);
  return new NextResponse(null, { status: ended.ok ? 200 : 404 });
}

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  return NextResponse.redirect(
    new URL(`/alerte/${encodeURIComponent((await params).token)}`, env.origin),
    307,
  );
}

import { NextResponse } from "next/server";
import { mailModel } from "@/lib/mails/preview";
import { mailResponse } from "@/lib/platform/outbox/mail-response";

/** The HTML part of a letter about its sample; in local and demo mode only. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ kind: string }> },
): Promise<Response> {
  const html = await mailModel((await params).kind);
  return html === null ? new NextResponse(null, { status: 404 }) : mailResponse(html);
}

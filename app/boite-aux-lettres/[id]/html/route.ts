import { NextResponse } from "next/server";
import { mailResponse } from "@/lib/platform/outbox/mail-response";
import { mailboxMessageById } from "@/lib/platform/outbox/mailbox";

/** The HTML part of a message of the local mailbox. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const message = await mailboxMessageById((await params).id);
  return message ? mailResponse(message.html) : new NextResponse(null, { status: 404 });
}

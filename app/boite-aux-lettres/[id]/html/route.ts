import { NextResponse } from "next/server";
import { mailboxMessageById } from "@/lib/mail/queries";

/** The HTML part of a message as a mail program would show it: its inline styles, and nothing that runs. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const message = await mailboxMessageById((await params).id);
  if (!message) return new NextResponse(null, { status: 404 });
  return new NextResponse(message.html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
      "Cache-Control": "no-store",
    },
  });
}

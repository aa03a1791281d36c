import { NextResponse } from "next/server";
import { previewMail } from "@/lib/mails/preview";
import { getViewer } from "@/lib/platform/access/session";
import { mailResponse } from "@/lib/platform/outbox/mail-response";
import { previewOfText } from "@/lib/reference/text/queries";

/** The mail of a text with the words of `?words=`, inside the frame of its preview. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const preview = previewOfText(await getViewer(), query.get("code"), query.get("words"));
  if (!preview) return new NextResponse(null, { status: 404 });
  return mailResponse(await previewMail(preview.code, preview.words));
}

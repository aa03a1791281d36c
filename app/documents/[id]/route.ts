import { NextResponse } from "next/server";
import { documentFile } from "@/lib/document/queries";
import { fileResponse } from "@/lib/platform/file-response";
import { getViewer } from "@/lib/platform/session";

/** A document of an offer, always as a download: what others uploaded never runs under our name. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const file = await documentFile(await getViewer(), id);
  if (!file) return new NextResponse(null, { status: 404 });
  return fileResponse(new Uint8Array(file.content), file);
}

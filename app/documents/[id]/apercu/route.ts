import { documentFile } from "@/lib/document/queries";
import { isPicture } from "@/lib/document/rules";
import { fileResponse } from "@/lib/platform/file-response";
import { getViewer } from "@/lib/platform/session";

/** A picture of an offer, to be looked at. The only file shown inline: its type was told from its content when it came. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const file = await documentFile(await getViewer(), id);
  if (!file || !isPicture(file.mediaType)) return new Response(null, { status: 404 });
  return fileResponse(new Uint8Array(file.content), { ...file, disposition: "inline" });
}

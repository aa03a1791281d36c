import { NextResponse } from "next/server";
import { prepareImport } from "@/lib/import/commands/prepare-import";
import { importSizeLimit } from "@/lib/import/schema";
import { env } from "@/lib/platform/env";
import { foreignOrigin, isOwnOrigin } from "@/lib/platform/origin";
import { mayAttempt } from "@/lib/platform/policy";
import { readBody, refuse } from "@/lib/platform/read-body";
import { getViewer } from "@/lib/platform/session";

/** Bytes of one request: the file, and what a form puts around it. */
const bodyLimit = importSizeLimit + 64 * 1024;

/** Receives a spreadsheet and leads to its preview, or back to the page with the reason: a plain form, with and without scripts. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers.get("origin"), env.origin, env.mode !== "production")) return refuse(request, 403, foreignOrigin);
  const viewer = await getViewer();
  if (!mayAttempt(viewer, "offer:import")) return new NextResponse(null, { status: 404 });
  const leadTo = (path: string) => NextResponse.redirect(new URL(`/espace/offres/importer${path}`, request.headers.get("origin") ?? env.origin), 303);
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimit) return leadTo("?refus=tooLarge");
  const formData = await readBody(request, { limit: bodyLimit, types: ["multipart/form-data"], fields: 10 });
  if (formData instanceof Response) return formData;
  const file = formData.get("file");
  if (!(file instanceof File)) return leadTo("?refus=empty");
  const prepared = await prepareImport(viewer, { name: file.name, content: Buffer.from(await file.arrayBuffer()) });
  if (prepared.ok) return leadTo(`/${prepared.data.importId}`);
  return leadTo(`?refus=${prepared.code}${prepared.field ? `&colonnes=${prepared.field}` : ""}`);
}

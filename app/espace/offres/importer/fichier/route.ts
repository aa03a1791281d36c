import { NextResponse } from "next/server";
import { prepareImport } from "@/lib/offer/import/commands/prepare-import";
import { importSizeLimit } from "@/lib/offer/import/schema";
import { mayAttempt } from "@/lib/platform/access/policy";
import { getViewer } from "@/lib/platform/access/session";
import { env } from "@/lib/platform/environment/env";
import { refuse } from "@/lib/platform/form/read-body";
import {
  receiveForm,
  type ReceiveRefusal,
  uploadAnswer,
  wrongForm,
} from "@/lib/platform/form/receive-form";
import { foreignOrigin, isOwnOrigin } from "@/lib/platform/values/origin";

const page = "/espace/offres/importer";

/** The file, and what a form puts around it. */
const limits = {
  files: 1,
  fileSize: importSizeLimit,
  fields: 10,
  fieldSize: 10_000,
  body: importSizeLimit + 64 * 1024,
};

/**
 * Receives a spreadsheet and leads to its preview, or back to the page with the reason: a plain
 * form, with and without scripts.
 */
export async function POST(request: Request): Promise<Response> {
  return uploadAnswer(await answerTo(request));
}

async function answerTo(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers.get("origin"), env.origin, env.mode !== "production"))
    return refuse(request, 403, foreignOrigin);
  const viewer = await getViewer();
  const lead = (path: string) =>
    NextResponse.redirect(new URL(path, request.headers.get("origin") ?? env.origin), 303);
  // The session ended before the file was sent: nothing of it is read, the page asks for it again.
  if (viewer.kind === "anonymous") return lead(`/connexion?suite=${encodeURIComponent(page)}`);
  if (viewer.kind !== "offeror" || !mayAttempt(viewer, "offer:import"))
    return new NextResponse(null, { status: 404 });
  const leadTo = (path: string) => lead(`${page}${path}`);
  const received = await receiveForm(request, viewer.accountId, limits);
  if (!received.ok)
    return received.code === "wrongType"
      ? refuse(request, 415, wrongForm)
      : leadTo(`?refus=${refusals[received.code]}`);
  try {
    const file = received.data.files.find(({ field }) => field === "file");
    if (!file) return leadTo("?refus=empty");
    const prepared = await prepareImport(viewer, { name: file.name, content: () => file.read() });
    if (prepared.ok) return leadTo(`/${prepared.data.importId}`);
    return leadTo(`?refus=${prepared.code}${prepared.field ? `&colonnes=${prepared.field}` : ""}`);
  } finally {
    await received.data.discard();
  }
}

const refusals = {
  tooLarge: "tooLarge",
  malformed: "cutOff",
  busy: "busy",
} as const satisfies Partial<Record<ReceiveRefusal, string>>;

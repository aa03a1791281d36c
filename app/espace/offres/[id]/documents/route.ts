import { NextResponse } from "next/server";
import { type DocumentRefusal, documentRefusalLabels } from "@/lib/offer/documents/labels";
import { isAttachable } from "@/lib/offer/documents/queries";
import { documentSizeLimit, documentsPerOffer } from "@/lib/offer/documents/rules";
import { attachDocument, replaceDocument } from "@/lib/offer/draft/commands/documents";
import { saveSitePage } from "@/lib/offer/draft/commands/site-page";
import { storeContestedSite, tooLongToWait } from "@/lib/offer/draft/contested-site";
import { siteDefaults } from "@/lib/offer/draft/queries/offer-form";
import { siteErrors } from "@/lib/offer/draft/queries/site-errors";
import { offerIdSchema } from "@/lib/offer/lifecycle/schema";
import { mayAttempt, type Viewer } from "@/lib/platform/access/policy";
import { getViewer } from "@/lib/platform/access/session";
import { env } from "@/lib/platform/environment/env";
import type { FormValues } from "@/lib/platform/form/action-result";
import { settleAddresses } from "@/lib/platform/form/addresses";
import { refuse } from "@/lib/platform/form/read-body";
import { readForm } from "@/lib/platform/form/read-form";
import {
  arrivingLimit,
  type ReceivedFile,
  type ReceivedForm,
  receiveForm,
  uploadAnswer,
  wrongForm,
} from "@/lib/platform/form/receive-form";
import { lane } from "@/lib/platform/load/lane";
import { isUuid } from "@/lib/platform/values/id";
import { foreignOrigin, isOwnOrigin } from "@/lib/platform/values/origin";
import { requestDevice } from "@/lib/platform/visitor/device";

/** Every file at its limit, one for each row to replace, and the fields beside them. */
const limits = {
  files: 3 * documentsPerOffer,
  fileSize: documentSizeLimit,
  fields: 200,
  fieldSize: 64 * 1024,
  body: documentSizeLimit * documentsPerOffer + 1024 * 1024,
};
/**
 * What is read for someone who is not signed in any more: the words of page 2. Files are let in
 * and dropped, for a browser hears no answer before it has sent all.
 */
const strangerLimits = { ...limits, fileSize: 0, fields: 60, fieldSize: 4_000 };

/** One file is in memory at a time, for its check and on its way to the database. */
const inMemory = lane("documents", { atOnce: 1, waiting: arrivingLimit });
/** Its memory, used again: large memory is given back late. Shared with the worker. */
let memory: Buffer | undefined;

/**
 * Documents of an offer. Scripts send one file and are answered in JSON; a browser without scripts
 * sends page 2 whole, fields and files, and is led on.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return uploadAnswer(await answerTo(request, (await params).id));
}

async function answerTo(request: Request, offerId: string): Promise<Response> {
  if (!isOwnOrigin(request.headers.get("origin"), env.origin, env.mode !== "production"))
    return refuse(request, 403, foreignOrigin);
  if (!offerIdSchema.safeParse({ offerId }).success) return missing();
  const viewer = await getViewer();
  if (viewer.kind === "anonymous")
    return wantsJson(request)
      ? NextResponse.json({ code: "signedOut" }, { status: 401 })
      : signInFirst(request, offerId);
  if (viewer.kind !== "offeror" || !mayAttempt(viewer, "document:attach")) return missing();
  if (!(await isAttachable(viewer, offerId))) return missing();
  const received = await receiveForm(request, viewer.accountId, limits);
  if (!received.ok)
    return received.code === "wrongType"
      ? refuse(request, 415, wrongForm)
      : refusedWhole(request, offerId, received.code);
  try {
    return await take(request, viewer, offerId, received.data);
  } finally {
    await received.data.discard();
  }
}

async function take(
  request: Request,
  viewer: Viewer,
  offerId: string,
  { fields, files: sent, areFilesLeft }: ReceivedForm,
): Promise<Response> {
  const replaced = replacedOf(fields);
  const name = replaced ? `replacement:${replaced}` : "documents";
  const files = sent.filter(({ field }) => field === name);
  const attach = async () => [
    ...(await attachAll(viewer, offerId, files, replaced)),
    ...(areFilesLeft ? [{ name: "Envoi", code: "tooMany" } as const] : []),
  ];
  if (wantsJson(request)) {
    const refusals = await attach();
    return NextResponse.json({
      errors: refusals.map(({ name, code }) => ({ name, message: documentRefusalLabels[code] })),
    });
  }
  const settled = settleAddresses(readForm(fields));
  const values = await withAdministrator(viewer, settled.values);
  const intent = typeof values.intent === "string" ? values.intent : "";
  const kept = await saveSitePage(viewer, offerId, values, intent);
  const refusals = await attach();
  const isContested = kept !== null && typeof kept === "object" && "conflict" in kept;
  if (isContested && !(await storeContestedSite(offerId, values)))
    return refuse(request, 413, tooLongToWait(values));
  const whole =
    kept && typeof kept === "object" && "values" in kept ? { ...values, ...kept.values } : values;
  const isSettled = Object.keys(settled.doubts).length === 0;
  const elsewhere = typeof kept === "string" ? kept : null;
  return leadTo(
    request,
    untaken(offerId, isContested, refusals) ??
      elsewhere ??
      (await nextStep(offerId, whole, intent, isSettled)),
  );
}

function wantsJson(request: Request): boolean {
  return request.headers.get("accept")?.includes("application/json") ?? false;
}

function leadTo(request: Request, path: string): Response {
  return NextResponse.redirect(new URL(path, request.headers.get("origin") ?? env.origin), 303);
}

/**
 * The session ended while someone typed without scripts: the words wait sealed in this browser, the
 * files do not.
 */
async function signInFirst(request: Request, offerId: string): Promise<Response> {
  const page = `/espace/offres/${offerId}/terrain`;
  // Of a browser that never signed in here nothing is read.
  const received = (await requestDevice())
    ? await receiveForm(request, "anonymous", strangerLimits)
    : null;
  // Nobody is led away from words that did not arrive.
  if (received?.ok === false && received.code !== "wrongType")
    return refusedWhole(request, offerId, received.code);
  if (received?.ok) {
    await received.data.discard();
    const values = readForm(received.data.fields);
    if (!(await storeContestedSite(offerId, values)))
      return refuse(request, 413, tooLongToWait(values));
  }
  return leadTo(
    request,
    `/connexion?suite=${encodeURIComponent(received?.ok ? `${page}?reprise=1` : page)}`,
  );
}

/** Page 2 again, where its words or files were not taken. */
function untaken(offerId: string, isContested: boolean, refusals: Refused[]): string | null {
  const codes = [...new Set(refusals.map(({ code }) => code))].join(",");
  const query = [isContested && "conflit=1", codes && `refus=${codes}`].filter(Boolean).join("&");
  return query === ""
    ? null
    : `/espace/offres/${offerId}/terrain?${query}${isContested ? "" : "#documents"}`;
}

async function nextStep(
  offerId: string,
  values: FormValues,
  intent: string,
  isSettled: boolean,
): Promise<string> {
  const page = `/espace/offres/${offerId}/terrain`;
  if (intent === "upload" || intent.startsWith("replace:")) return `${page}#documents`;
  return isSettled && (await siteErrors(values)) === null
    ? `/espace/offres/${offerId}/verification`
    : `${page}?verifier=1`;
}

/** Id of the document that the button pressed asks to replace. */
function replacedOf(formData: FormData): string | null {
  const pressed = formData.get("intent");
  const [intent, id] = typeof pressed === "string" ? pressed.split(":") : [];
  return intent === "replace" && isUuid(id) ? id : null;
}

interface Refused {
  name: string;
  code: DocumentRefusal;
}

async function attachAll(
  viewer: Viewer,
  offerId: string,
  files: ReceivedFile[],
  replaced: string | null,
): Promise<Refused[]> {
  const refusals: Refused[] = [];
  for (const file of files) {
    const attached = await inMemory(async () => {
      memory ??= Buffer.from(new SharedArrayBuffer(limits.fileSize + 1));
      const sent = { name: file.name, content: await file.read(memory) };
      return replaced
        ? replaceDocument(viewer, offerId, replaced, sent)
        : attachDocument(viewer, offerId, sent);
    });
    if (!attached.ok) refusals.push({ name: file.name, code: attached.code });
  }
  return refusals;
}

/** What the copy box does in the browser, for those whose browser runs no scripts. */
async function withAdministrator(viewer: Viewer, values: FormValues): Promise<FormValues> {
  if (values.copyAdministrator !== "on" || values.referentName !== "") return values;
  const own = await siteDefaults(viewer);
  if (!own) return values;
  return {
    ...values,
    referentName: `${own.firstName} ${own.lastName}`,
    referentFunction: own.function,
    referentPhone: own.phone,
    referentEmail: own.email,
  };
}

/** Missing, another structure's, or not to be changed: the same answer, and not a byte was read. */
function missing(): Response {
  return NextResponse.json(
    { errors: [{ name: "Envoi", message: documentRefusalLabels.notFound }] },
    { status: 404 },
  );
}

/**
 * Nothing of it was read, or it did not arrive. The door puts words to an answer without any, and
 * what was typed.
 */
function refusedWhole(
  request: Request,
  offerId: string,
  code: "tooLarge" | "malformed" | "busy",
): Response {
  const status = { tooLarge: 413, malformed: 400, busy: 503 }[code];
  const headers: HeadersInit = code === "busy" ? { "Retry-After": "60" } : {};
  if (wantsJson(request))
    return NextResponse.json(
      { errors: [{ name: "Envoi", message: documentRefusalLabels[code] }] },
      { status, headers },
    );
  if (code !== "malformed") return new Response(null, { status, headers });
  return leadTo(request, `/espace/offres/${offerId}/terrain?refus=${code}#documents`);
}

import { NextResponse } from "next/server";
import { documentRefusalLabels } from "@/lib/document/labels";
import { documentSizeLimit, documentsPerOffer } from "@/lib/document/rules";
import { attachDocument, replaceDocument } from "@/lib/offer/commands/documents";
import { keepSitePage } from "@/lib/offer/commands/site-page";
import { keepContestedSite } from "@/lib/offer/contested-site";
import { siteDefaults } from "@/lib/offer/queries/offer-form";
import { offerIdSchema, offerSiteSchema } from "@/lib/offer/schema";
import type { FormValues } from "@/lib/platform/action-result";
import { requestDevice } from "@/lib/platform/device";
import { env } from "@/lib/platform/env";
import { isUuid } from "@/lib/platform/id";
import { foreignOrigin, isOwnOrigin } from "@/lib/platform/origin";
import { mayAttempt, type Viewer } from "@/lib/platform/policy";
import { readBody, refuse } from "@/lib/platform/read-body";
import { readForm } from "@/lib/platform/read-form";
import { getViewer } from "@/lib/platform/session";

/** Bytes of one request: every file at its limit, and the fields beside them. */
const bodyLimit = documentSizeLimit * documentsPerOffer + 1024 * 1024;
/** What is read for someone who is not signed in any more: the fields of page 2, no file of any size. */
const strangerBounds = { limit: 64 * 1024, fields: 60 };

/**
 * Documents of an offer. Scripts send one file and are answered in JSON; a browser without scripts sends page 2 whole,
 * fields and files, and is led on.
 */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id: offerId } = await params;
  if (!isOwnOrigin(request.headers.get("origin"), env.origin, env.mode !== "production")) return refuse(request, 403, foreignOrigin);
  const viewer = await getViewer();
  if (viewer.kind === "anonymous" && !wantsJson(request) && offerIdSchema.safeParse({ offerId }).success) return signInFirst(request, offerId);
  if (!mayAttempt(viewer, "document:attach") || !offerIdSchema.safeParse({ offerId }).success) return new NextResponse(null, { status: 404 });
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimit) return tooLarge();
  const formData = await readBody(request, { limit: bodyLimit });
  if (formData instanceof Response) return formData;
  const replaced = replacedOf(formData);
  const files = replaced ? filesOf(formData, `replacement:${replaced}`) : filesOf(formData, "documents");

  if (wantsJson(request)) {
    return NextResponse.json({ errors: (await attachAll(viewer, offerId, files, replaced)).map(({ name, code }) => ({ name, message: documentRefusalLabels[code] })) });
  }
  const values = await withAdministrator(viewer, readForm(formData));
  const intent = typeof values.intent === "string" ? values.intent : "";
  const kept = await keepSitePage(viewer, offerId, values, intent);
  const refusals = await attachAll(viewer, offerId, files, replaced);
  if (kept && typeof kept === "object" && "conflict" in kept) await keepContestedSite(offerId, values);
  const elsewhere = typeof kept === "string" ? kept : kept && "conflict" in kept ? `/espace/offres/${offerId}/terrain?conflit=1` : null;
  const whole = kept && typeof kept === "object" && "values" in kept ? { ...values, ...kept.values } : values;
  return leadTo(request, nextStep(offerId, whole, intent, elsewhere, refusals));
}

function wantsJson(request: Request): boolean {
  return request.headers.get("accept")?.includes("application/json") ?? false;
}

function leadTo(request: Request, path: string): Response {
  return NextResponse.redirect(new URL(path, request.headers.get("origin") ?? env.origin), 303);
}

/** The session ended while someone typed without scripts: the words wait sealed in this browser, the files do not. */
async function signInFirst(request: Request, offerId: string): Promise<Response> {
  const page = `/espace/offres/${offerId}/terrain`;
  // Of a browser that never signed in here nothing is read.
  const sent = (await requestDevice()) ? await readBody(request, strangerBounds) : null;
  const isKept = sent instanceof FormData;
  if (isKept) await keepContestedSite(offerId, readForm(sent));
  return leadTo(request, `/connexion?suite=${encodeURIComponent(isKept ? `${page}?reprise=1` : page)}`);
}

function nextStep(offerId: string, values: FormValues, intent: string, elsewhere: string | null, refusals: Refused[]): string {
  const page = `/espace/offres/${offerId}/terrain`;
  if (refusals.length > 0) return `${page}?refus=${refusals.map(({ code }) => code).join(",")}#documents`;
  if (elsewhere) return elsewhere;
  if (intent === "upload" || intent.startsWith("replace:")) return `${page}#documents`;
  return offerSiteSchema.safeParse(values).success ? `/espace/offres/${offerId}/verification` : `${page}?verifier=1`;
}

function filesOf(formData: FormData, name: string): File[] {
  return formData.getAll(name).filter((value): value is File => value instanceof File && value.name !== "");
}

/** Id of the document that the button pressed asks to replace. */
function replacedOf(formData: FormData): string | null {
  const [intent, id] = String(formData.get("intent") ?? "").split(":");
  return intent === "replace" && isUuid(id) ? id : null;
}

interface Refused {
  name: string;
  code: keyof typeof documentRefusalLabels;
}

async function attachAll(viewer: Viewer, offerId: string, files: File[], replaced: string | null): Promise<Refused[]> {
  const refusals: Refused[] = [];
  for (const file of files) {
    const sent = { name: file.name, content: Buffer.from(await file.arrayBuffer()) };
    const attached = await (replaced ? replaceDocument(viewer, offerId, replaced, sent) : attachDocument(viewer, offerId, sent));
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

function tooLarge(): Response {
  return NextResponse.json({ errors: [{ name: "Envoi", message: documentRefusalLabels.tooLarge }] }, { status: 413 });
}

import { NextResponse } from "next/server";
import { documentRefusalLabels } from "@/lib/document/labels";
import { documentSizeLimit, documentsPerOffer } from "@/lib/document/rules";
import { attachDocument } from "@/lib/offer/commands/documents";
import { keepSitePage } from "@/lib/offer/commands/site-page";
import { keepContestedSite } from "@/lib/offer/contested-site";
import { siteDefaults } from "@/lib/offer/queries/offer-form";
import { offerIdSchema, offerSiteSchema } from "@/lib/offer/schema";
import type { FormValues } from "@/lib/platform/action-result";
import { env } from "@/lib/platform/env";
import { isOwnOrigin } from "@/lib/platform/origin";
import { mayAttempt, type Viewer } from "@/lib/platform/policy";
import { readForm } from "@/lib/platform/read-form";
import { getViewer } from "@/lib/platform/session";

/** Bytes of one request: every file at its limit, and the fields beside them. */
const bodyLimit = documentSizeLimit * documentsPerOffer + 1024 * 1024;

/**
 * Documents of an offer. Scripts send one file and are answered in JSON; a browser without scripts sends page 2 whole,
 * fields and files, and is led on.
 */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id: offerId } = await params;
  if (!isOwnOrigin(request.headers.get("origin"), env.origin, env.mode !== "production")) return new NextResponse(null, { status: 403 });
  const viewer = await getViewer();
  if (!mayAttempt(viewer, "document:attach") || !offerIdSchema.safeParse({ offerId }).success) return new NextResponse(null, { status: 404 });
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= bodyLimit)) return tooLarge();
  const formData = await request.formData().catch(() => null);
  if (!formData) return new NextResponse(null, { status: 400 });
  const files = formData.getAll("documents").filter((value): value is File => value instanceof File && value.name !== "");

  if (request.headers.get("accept")?.includes("application/json")) {
    return NextResponse.json({ errors: (await attachAll(viewer, offerId, files)).map(({ name, code }) => ({ name, message: documentRefusalLabels[code] })) });
  }
  const values = await withAdministrator(viewer, readForm(formData));
  const intent = typeof values.intent === "string" ? values.intent : "";
  const kept = await keepSitePage(viewer, offerId, values, intent);
  const refusals = await attachAll(viewer, offerId, files);
  if (kept && typeof kept === "object" && "conflict" in kept) await keepContestedSite(offerId, values);
  const elsewhere = typeof kept === "string" ? kept : kept && "conflict" in kept ? `/espace/offres/${offerId}/terrain?conflit=1` : null;
  return NextResponse.redirect(new URL(nextStep(offerId, values, intent, elsewhere, refusals), request.headers.get("origin") ?? env.origin), 303);
}

function nextStep(offerId: string, values: FormValues, intent: string, elsewhere: string | null, refusals: Refused[]): string {
  const page = `/espace/offres/${offerId}/terrain`;
  if (refusals.length > 0) return `${page}?refus=${refusals.map(({ code }) => code).join(",")}#documents`;
  if (elsewhere) return elsewhere;
  if (intent === "upload") return `${page}#documents`;
  return offerSiteSchema.safeParse(values).success ? `/espace/offres/${offerId}/verification` : `${page}?verifier=1`;
}

interface Refused {
  name: string;
  code: keyof typeof documentRefusalLabels;
}

async function attachAll(viewer: Viewer, offerId: string, files: File[]): Promise<Refused[]> {
  const refusals: Refused[] = [];
  for (const file of files) {
    const attached = await attachDocument(viewer, offerId, { name: file.name, content: Buffer.from(await file.arrayBuffer()) });
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

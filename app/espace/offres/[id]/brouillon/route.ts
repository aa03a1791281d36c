import { NextResponse } from "next/server";
import { formPages } from "@/lib/offer/content/draft";
import { basesOf } from "@/lib/offer/content/draft-version";
import { saveDraft } from "@/lib/offer/draft/commands/save-draft";
import { draftConflict } from "@/lib/offer/draft/queries/draft-conflict";
import { offerRefusalLabels } from "@/lib/offer/lifecycle/labels";
import { offerIdSchema } from "@/lib/offer/lifecycle/schema";
import { mayAttempt } from "@/lib/platform/access/policy";
import { getViewer } from "@/lib/platform/access/session";
import { env } from "@/lib/platform/environment/env";
import { readBody, refuse } from "@/lib/platform/form/read-body";
import { readForm } from "@/lib/platform/form/read-form";
import { now } from "@/lib/platform/values/clock";
import { foreignOrigin, isOwnOrigin } from "@/lib/platform/values/origin";

/**
 * The longest text that a form is read with (`formBounds`), of letters that take six bytes on their
 * way, and all that stands beside it: what is too long for an offer is saved too, as it was typed.
 */
const bodyLimit = 640 * 1024;

/**
 * Saves one page of the form while it is typed. A route, not an action: it outlives the page that
 * sends it, and waits for no other action. What it does is what the form's own button does
 * (saveDraft).
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id: offerId } = await params;
  if (!isOwnOrigin(request.headers.get("origin"), env.origin, env.mode !== "production"))
    return refuse(request, 403, foreignOrigin);
  const viewer = await getViewer();
  if (viewer.kind === "anonymous") return NextResponse.json({ code: "signedOut" }, { status: 401 });
  if (!mayAttempt(viewer, "offer:deposit") || !offerIdSchema.safeParse({ offerId }).success)
    return new NextResponse(null, { status: 404 });
  const formData = await readBody(request, { limit: bodyLimit });
  if (formData instanceof Response) return formData;
  const values = readForm(formData);
  const page = formPages.find((known) => known === values.page);
  if (!page) return refuse(request, 400, "Cet envoi n’est pas celui d’une page du dépôt.");
  const saved = await saveDraft(viewer, { offerId, page, values, bases: basesOf(page, values) });
  if (saved.ok) return NextResponse.json({ base: saved.data.base, at: now().toISOString() });
  const { code } = saved;
  const conflict =
    code === "draftConflict" ? await draftConflict(viewer, offerId, page, values) : null;
  const status = code === "notFound" ? 404 : conflict ? 409 : 422;
  return NextResponse.json({ code, message: offerRefusalLabels[code], conflict }, { status });
}

import "server-only";
import { basesOf } from "@/lib/offer/content/draft-version";
import type { DocumentRefusal } from "@/lib/offer/documents/labels";
import type { OfferRefusal } from "@/lib/offer/lifecycle/labels";
import { savePlacesOf } from "@/lib/offer/places/commands";
import { savedPlaces } from "@/lib/offer/places/queries";
import type { Viewer } from "@/lib/platform/access/policy";
import type { SaveOutcome } from "@/lib/platform/action/define-action";
import type { FormValues, Outcome } from "@/lib/platform/form/action-result";
import { overwriting } from "@/lib/platform/form/base";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import { isUuid } from "@/lib/platform/values/id";
import { addressErrors, siteNames, withAddress } from "@/lib/reference/commune/queries/addresses";
import { draftConflict } from "../queries/draft-conflict";
import { moveDocument, renameDocument, renameDocuments } from "./arrange-documents";
import { detachDocument } from "./documents";
import { saveDraft } from "./save-draft";

/**
 * Keeps page 2 as typed, then does what its button says besides going on.
 * @param intent `next`, `back`, `later`, `upload`, `replace:…`, `pickSite`, `pickReferent`,
 * `overwrite:` and a state of the page, or what to do with a document and its id
 * @returns where that leads, a conflict, or what the form is made from now when the page has to be
 * judged first
 */
export async function saveSitePage(
  viewer: Viewer,
  offerId: string,
  values: FormValues,
  intent: string,
): Promise<SaveOutcome<OfferRefusal>> {
  const picked = await pickedPlace(viewer, values, intent);
  const whole = picked ? { ...values, ...picked.values } : await withAddress(values, siteNames);
  const saved = await saveDraft(viewer, {
    offerId,
    page: "terrain",
    values: whole,
    bases: basesOf("terrain", values),
  });
  if (!saved.ok) {
    const conflict =
      saved.code === "draftConflict"
        ? await draftConflict(viewer, offerId, "terrain", values)
        : null;
    return conflict && { code: "draftConflict", conflict };
  }
  const base = `/espace/offres/${offerId}`;
  if (picked) return `${base}/terrain#${picked.anchor}`;
  if (leaving.has(intent)) await keepBeside(viewer, offerId, whole);
  if (intent === "back") return `${base}/informations`;
  if (intent === "later") return withConfirmation("/espace/offres", "brouillon");
  if (intent.startsWith(overwriting)) return withConfirmation(`${base}/terrain`, "gardee");
  const [deed = "", documentId] = intent.split(":");
  if (!documentId || !isDeed(deed))
    return {
      values: { ...whole, base: saved.data.base },
      found: await addressErrors(whole, siteNames),
    };
  const outcome = await deeds[deed](viewer, offerId, documentId, values);
  return `${base}/terrain${outcome.ok ? "" : `?refus=${outcome.code}`}#documents`;
}

const leaving = new Set(["next", "back", "later"]);

/** What the page asks for besides the draft: places to keep, names typed for its documents. */
async function keepBeside(viewer: Viewer, offerId: string, values: FormValues): Promise<void> {
  await savePlacesOf(viewer, values);
  const names = Object.entries(values).flatMap(([name, typed]): [string, string][] => {
    const [field, documentId] = name.split(":");
    return field === "documentName" && isUuid(documentId) ? [[documentId, String(typed)]] : [];
  });
  await renameDocuments(viewer, offerId, new Map(names));
}

type Deed = (
  viewer: Viewer,
  offerId: string,
  documentId: string,
  values: FormValues,
) => Promise<Outcome<null, DocumentRefusal>>;

const deeds = {
  remove: detachDocument,
  up: (viewer, offerId, documentId) => moveDocument(viewer, offerId, documentId, -1),
  down: (viewer, offerId, documentId) => moveDocument(viewer, offerId, documentId, 1),
  rename: (viewer, offerId, documentId, values) =>
    renameDocument(viewer, offerId, documentId, String(values[`documentName:${documentId}`] ?? "")),
} satisfies Record<string, Deed>;

function isDeed(deed: string): deed is keyof typeof deeds {
  return Object.hasOwn(deeds, deed);
}

/**
 * The fields of the saved site or referent whose button was pressed; none when nothing was chosen
 * beside it.
 */
async function pickedPlace(
  viewer: Viewer,
  values: FormValues,
  intent: string,
): Promise<{ values: FormValues; anchor: string } | null> {
  if (intent !== "pickSite" && intent !== "pickReferent") return null;
  const { sites, referents } = await savedPlaces(viewer);
  if (intent === "pickSite") {
    const site = sites.find(({ id }) => id === values.savedSite);
    if (!site) return { values: {}, anchor: "savedSite" };
    const { siteName, siteStreet, sitePostcode, siteCommune, siteTypeId, siteOutside } = site;
    return {
      values: { siteName, siteStreet, sitePostcode, siteCommune, siteTypeId, siteOutside },
      anchor: "siteName",
    };
  }
  const referent = referents.find(({ id }) => id === values.savedReferent);
  if (!referent) return { values: {}, anchor: "savedReferent" };
  const { referentName, referentFunction, referentPhone, referentEmail } = referent;
  return {
    values: { referentName, referentFunction, referentPhone, referentEmail },
    anchor: "referentName",
  };
}

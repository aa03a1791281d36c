import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { offer } from "@/db/schema/offer";
import { structure } from "@/db/schema/structure";
import { decideOffer } from "@/lib/offer/commands/decide-offer";
import { moveOffer } from "@/lib/offer/commands/move-offer";
import { saveDraft } from "@/lib/offer/commands/save-draft";
import { submitOffer } from "@/lib/offer/commands/submit-offer";
import { newId } from "@/lib/platform/id";
import type { Viewer } from "@/lib/platform/policy";
import { actions, periodsOfYear, reasons, weeks } from "./demo-data/offers";
import type { StructureKind } from "./demo-data/structures";

interface DemoOffer {
  index: number;
  viewer: Extract<Viewer, { kind: "offeror" }>;
  moderator: Viewer;
  kind: StructureKind;
  terms: ReadonlyMap<string, string>;
}

/** Deposits one offer and leaves it in one of the states, the frequent ones often. */
export async function depositDemoOffer(demo: DemoOffer): Promise<void> {
  const { index, viewer, moderator } = demo;
  const offerId = newId();
  await saveDraft(viewer, { offerId, page: "informations", values: informationOf(demo) });
  const fate = index % 15;
  if (fate === 0) return;
  await saveDraft(viewer, { offerId, page: "terrain", values: await siteOf(demo) });
  const [row] = await db.select({ version: offer.version }).from(offer).where(eq(offer.id, offerId));
  const submitted = await submitOffer(viewer, { offerId, version: row?.version ?? 0, publishOnApproval: fate !== 3 });
  if (!submitted.ok) throw new Error(`Demo offer ${index}: ${submitted.code}`);
  // One whose address is not confirmed has asked, and waits.
  if (fate === 1 || fate === 2 || submitted.data.outcome === "asked") return;
  const decision = fate === 4 ? "requestChanges" : fate === 5 ? "refuse" : "approve";
  const [revision] = await db.select({ id: offer.currentRevisionId }).from(offer).where(eq(offer.id, offerId));
  const reason = decision === "approve" ? "" : (reasons[decision][index % reasons[decision].length] ?? "");
  const decided = await decideOffer(moderator, { offerId, revisionId: revision?.id ?? "", decision, reason });
  if (!decided.ok) throw new Error(`Demo offer ${index}: ${decided.code}`);
  if (fate === 6) await moveOffer(viewer, offerId, "unpublish");
}

function informationOf({ index, kind, terms }: DemoOffer): Record<string, string | string[]> {
  const theme = kind.themes[Math.floor(index / 60 + index) % kind.themes.length] ?? "À définir";
  const action = actions[theme] ?? actions["À définir"];
  const months = periodsOfYear[index % periodsOfYear.length] ?? [];
  const week = weeks[(index * 3) % weeks.length] ?? [];
  return {
    title: action?.title ?? "",
    themeIds: [terms.get(`theme:${theme}`) ?? ""],
    audienceIds: kind.audiences.map((label) => terms.get(`audience:${label}`) ?? ""),
    places: String(2 + ((index * 5) % 11)),
    description: action?.text ?? "",
    months: months.map(String),
    slots: months.flatMap((month) => week.map((halfDay) => `${month}:${halfDay}`)),
    support: [...(index % 3 === 0 ? ["catering"] : []), ...(index % 7 === 0 ? ["lodging"] : [])],
  };
}

async function siteOf({ viewer, kind, terms }: DemoOffer): Promise<Record<string, string>> {
  const [host] = await db.select().from(structure).where(eq(structure.id, viewer.structureId));
  return {
    siteName: host?.name ?? "",
    siteStreet: host?.street ?? "",
    sitePostcode: host?.postcode ?? "",
    siteCommune: host?.communeCode ?? "",
    siteTypeId: terms.get(`siteType:${kind.siteType}`) ?? "",
    referentName: host?.representativeName ?? "",
    referentFunction: host?.representativeFunction ?? "",
    referentPhone: "03 83 00 12 34",
    referentEmail: "referent@demonstration.example",
  };
}

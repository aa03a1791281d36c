import { eq } from "drizzle-orm";
import { structure } from "@/db/schema/structure";
import { offer } from "@/lib/offer/content/tables";
import { saveDraft } from "@/lib/offer/draft/commands/save-draft";
import { submitOffer, type Submitted } from "@/lib/offer/draft/commands/submit-offer";
import { decideOffer } from "@/lib/offer/lifecycle/commands/decide-offer";
import { moveOffer } from "@/lib/offer/lifecycle/commands/move-offer";
import { pauseOffer } from "@/lib/offer/lifecycle/commands/pause-offer";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import type { Outcome } from "@/lib/platform/form/action-result";
import { dayAfter, dayOf } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { actions, periodsOfYear, reasons, weeks } from "./demo-data/offers";
import type { StructureKind } from "./demo-data/structures";

/** Every state an offer can be left in. */
export const demoFates = [
  "draft",
  "pending",
  "changesRequested",
  "refused",
  "approved",
  "published",
  "unpublished",
  "paused",
  "elapsed",
  "revised",
  "archived",
  "trashed",
] as const;
export type DemoFate = (typeof demoFates)[number];

/**
 * Of the region's offers most are published, and the other states that concern the agency are not
 * rare.
 */
export function fateOf(index: number): DemoFate {
  const rare = [
    "draft",
    "pending",
    "pending",
    "approved",
    "changesRequested",
    "refused",
    "unpublished",
  ] as const;
  return rare[index % 15] ?? "published";
}

interface DemoOffer {
  index: number;
  fate: DemoFate;
  viewer: Extract<Viewer, { kind: "offeror" }>;
  moderator: Viewer;
  kind: StructureKind;
  terms: ReadonlyMap<string, string>;
}

/** Deposits one offer and leaves it in the state that is its fate. */
export async function depositDemoOffer(demo: DemoOffer): Promise<void> {
  const { fate, viewer } = demo;
  const offerId = newId();
  await saveDraft(viewer, { offerId, page: "informations", values: informationOf(demo) });
  if (fate === "draft") return;
  await saveDraft(viewer, { offerId, page: "terrain", values: await siteOf(demo) });
  const outcome = await submit(demo, offerId);
  // One whose address is not confirmed has asked, and waits.
  if (fate === "pending" || outcome === "asked") return;
  await decideDemoOffer(demo, offerId);
  switch (fate) {
    case "unpublished":
      settled(demo, await moveOffer(viewer, offerId, "unpublish"));
      return;
    case "archived":
      settled(demo, await moveOffer(viewer, offerId, "archive"));
      return;
    case "trashed":
      settled(demo, await moveOffer(viewer, offerId, "delete"));
      return;
    case "paused":
      settled(demo, await pauseOffer(viewer, { offerId, until: dayAfter(dayOf(now()), 60) }));
      return;
    case "revised":
      await saveDraft(viewer, {
        offerId,
        page: "informations",
        values: { ...informationOf(demo), places: "1" },
      });
      await submit(demo, offerId);
      return;
    default:
  }
}

async function submit(demo: DemoOffer, offerId: string): Promise<Submitted["outcome"]> {
  const [row] = await db
    .select({ version: offer.version })
    .from(offer)
    .where(eq(offer.id, offerId));
  const publishOnApproval = demo.fate !== "approved";
  return settled(
    demo,
    await submitOffer(demo.viewer, { offerId, version: row?.version ?? 0, publishOnApproval }),
  ).outcome;
}

async function decideDemoOffer(demo: DemoOffer, offerId: string): Promise<void> {
  const { fate, index, moderator } = demo;
  const decision =
    fate === "changesRequested" ? "requestChanges" : fate === "refused" ? "refuse" : "approve";
  const [revision] = await db
    .select({ id: offer.currentRevisionId })
    .from(offer)
    .where(eq(offer.id, offerId));
  const reason =
    decision === "approve" ? "" : (reasons[decision][index % reasons[decision].length] ?? "");
  settled(
    demo,
    await decideOffer(moderator, { offerId, revisionId: revision?.id ?? "", decision, reason }),
  );
}

function settled<T>({ index, fate }: DemoOffer, outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`Demo offer ${index}, ${fate}: ${outcome.code}`);
  return outcome.data;
}

/** The first months of the campaign, as far as they are over; one of them in any case. */
function elapsedMonths(): number[] {
  const month = Number(dayOf(now()).slice(5, 7));
  const isOctoberOver = month > 10 || month < 6;
  return isOctoberOver ? [9, 10] : [9];
}

function informationOf({ index, fate, kind, terms }: DemoOffer): Record<string, string | string[]> {
  const theme = kind.themes[Math.floor(index / 60 + index) % kind.themes.length] ?? "À définir";
  const action = actions[theme] ?? actions["À définir"];
  const months =
    fate === "elapsed" ? elapsedMonths() : (periodsOfYear[index % periodsOfYear.length] ?? []);
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

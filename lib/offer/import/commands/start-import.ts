import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { offer } from "@/lib/offer/content/tables";
import { depositRefusal } from "@/lib/offer/draft/commands/submit-offer";
import { hasConfirmedAddress } from "@/lib/offer/lifecycle/queries/confirmed";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db, type Transaction } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { enqueueJob } from "@/lib/platform/jobs/queue";
import { now } from "@/lib/platform/values/clock";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";
import { importedOfferId } from "../id";
import type { ImportRefusal } from "../labels";
import type { ImportState } from "../queries";
import type { ImportChoices } from "../schema";
import { offerImport } from "../tables";
import { notifyOfImport } from "./notify-of-import";

/** Hands the rows to a job. Asked twice, it starts once. */
export async function startImport(
  viewer: Viewer,
  input: { importId: string; choices: ImportChoices },
): Promise<Outcome<{ importId: string }, ImportRefusal>> {
  if (viewer.kind !== "offeror") return refused("notFound");
  const { importId, choices } = input;
  return db.transaction(async (tx) => {
    const own = and(eq(offerImport.id, importId), eq(offerImport.structureId, viewer.structureId));
    const [row] = await tx.select().from(offerImport).where(own).for("update");
    if (!row || !can(viewer, "offer:import", row)) return refused("notFound");
    if (!(await hasConfirmedAddress(tx, viewer.accountId))) return refused("addressToConfirm");
    if (row.state === "running") return done({ importId });
    if (row.state !== "preview") return refused("alreadyStarted");
    const toWrite = row.rows
      .filter(({ errors }) => choices.keepIncomplete || Object.keys(errors).length === 0)
      .map(({ line }) => importedOfferId(importId, line));
    // One that was resumed has written some already.
    if ((await tx.$count(offer, inArray(offer.id, toWrite))) === toWrite.length)
      return refused("nothingToWrite");
    const shut = choices.submit ? await depositRefusal(tx, campaignFor(now())) : null;
    if (shut) return shut;
    await tx.update(offerImport).set({ state: "running" }).where(own);
    await recordAudit(tx, {
      actorId: viewer.accountId,
      deed: "import:start",
      objectKind: "import",
      objectId: importId,
      detail: { ...choices },
    });
    await enqueueJob(tx, "importOffers", { importId, accountId: viewer.accountId, ...choices });
    return done({ importId });
  });
}

interface Move {
  from: readonly ImportState[];
  to: Partial<typeof offerImport.$inferInsert>;
  deed: "import:resume" | "import:cancel";
}

/** @returns the state it was in; refused where it is in none of those it can be moved from */
async function moveImport(
  tx: Transaction,
  viewer: Viewer,
  importId: string,
  { from, to, deed }: Move,
): Promise<Outcome<ImportState, ImportRefusal>> {
  if (viewer.kind !== "offeror" || !can(viewer, "offer:import", viewer)) return refused("notFound");
  const own = and(eq(offerImport.id, importId), eq(offerImport.structureId, viewer.structureId));
  const [row] = await tx.select().from(offerImport).where(own).for("update");
  if (!row) return refused("notFound");
  if (!from.includes(row.state)) return refused("alreadyStarted");
  await tx.update(offerImport).set(to).where(own);
  await recordAudit(tx, {
    actorId: viewer.accountId,
    deed,
    objectKind: "import",
    objectId: importId,
  });
  return done(row.state);
}

/**
 * Takes an import that was stopped back to its preview, with its rows as they were corrected. What
 * is already written stays as it is.
 */
export async function resumeImport(
  viewer: Viewer,
  importId: string,
): Promise<Outcome<{ importId: string }, ImportRefusal>> {
  return db.transaction(async (tx) => {
    const moved = await moveImport(tx, viewer, importId, {
      from: ["cancelled"],
      to: { state: "preview", written: 0 },
      deed: "import:resume",
    });
    return moved.ok ? done({ importId }) : moved;
  });
}

/**
 * Stops an import, or sets a preview aside. What is already written stays, as drafts or submitted
 * offers.
 */
export async function cancelImport(
  viewer: Viewer,
  importId: string,
): Promise<Outcome<{ importId: string }, ImportRefusal>> {
  return db.transaction(async (tx) => {
    const moved = await moveImport(tx, viewer, importId, {
      from: ["preview", "running"],
      to: { state: "cancelled", finishedAt: now() },
      deed: "import:cancel",
    });
    if (!moved.ok) return moved;
    if (moved.data === "running") await notifyOfImport(tx, importId);
    return done({ importId });
  });
}

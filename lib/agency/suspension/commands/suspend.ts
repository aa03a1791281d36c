import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { suspension } from "@/db/schema/suspension";
import { refreshCatalogue, showInCatalogue } from "@/lib/offer/projection/commands/refresh";
import { suspensionOf } from "@/lib/offer/suspended/queries";
import { type SuspendedThing } from "@/lib/offer/suspended/rules";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db, type Transaction } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { decideSuspension, type SuspensionRefusal } from "../rules";
import { addressesToNotify, lockSuspendable } from "./subject";

export type SuspensionOutcome = Outcome<
  {
    thing: SuspendedThing;
    id: string;
    /** How many people are told by mail. */
    told: number;
  },
  SuspensionRefusal | "notFound" | "conflict"
>;

interface Suspending {
  thing: SuspendedThing;
  id: string;
  /** To those it concerns. */
  message: string;
}

/**
 * Takes something out of the public's sight until it is lifted, and tells those it concerns why.
 */
export async function suspend(viewer: Viewer, input: Suspending): Promise<SuspensionOutcome> {
  return db.transaction((tx) => suspendWithin(tx, viewer, input));
}

/** The same inside a transaction of the caller's. */
export async function suspendWithin(
  tx: Transaction,
  viewer: Viewer,
  { thing, id, message }: Suspending,
): Promise<SuspensionOutcome> {
  if (viewer.kind !== "moderator" || !can(viewer, "suspension:decide")) return refused("notFound");
  const subject = await lockSuspendable(tx, thing, id);
  if (!subject) return refused("notFound");
  const inForce = (await suspensionOf(tx, thing, id)) !== null;
  const decision = decideSuspension({ inForce, gone: subject.gone }, "suspend", message);
  if (!decision.ok)
    return refused(decision.refusal, decision.refusal === "messageMissing" ? "message" : undefined);
  const suspensionId = newId();
  await tx.insert(suspension).values({
    id: suspensionId,
    ...columnsFor(thing, id),
    message,
    suspendedBy: viewer.accountId,
    suspendedAt: now(),
  });
  await refreshCatalogue(tx, subject.scope);
  const addresses = await addressesToNotify(tx, thing, id);
  for (const address of addresses) await enqueueMail(tx, "suspended", address, { suspensionId });
  await recordAudit(tx, {
    actorId: viewer.accountId,
    deed: subject.deeds.suspend,
    objectKind: thing,
    objectId: id,
    detail: { suspensionId },
  });
  return done({ thing, id, told: addresses.length });
}

/** Ends the suspension that was read; of two moderators one does, the other is told. */
export async function liftSuspension(
  viewer: Viewer,
  { thing, id, suspensionId }: { thing: SuspendedThing; id: string; suspensionId: string },
): Promise<SuspensionOutcome> {
  return db.transaction(async (tx) => {
    if (viewer.kind !== "moderator" || !can(viewer, "suspension:decide"))
      return refused("notFound");
    const subject = await lockSuspendable(tx, thing, id);
    if (!subject) return refused("notFound");
    const current = await suspensionOf(tx, thing, id);
    const decision = decideSuspension({ inForce: current !== null, gone: subject.gone }, "lift");
    if (!decision.ok) return refused(decision.refusal);
    const [lifted] = await tx
      .update(suspension)
      .set({ liftedBy: viewer.accountId, liftedAt: now() })
      .where(
        and(
          eq(suspension.id, suspensionId),
          eq(suspension.id, current?.id ?? ""),
          isNull(suspension.liftedAt),
        ),
      )
      .returning({ suspendedAt: suspension.suspendedAt });
    if (!lifted) return refused("conflict");
    await showInCatalogue(tx, subject.scope, lifted.suspendedAt);
    const addresses = await addressesToNotify(tx, thing, id);
    for (const address of addresses)
      await enqueueMail(tx, "suspensionLifted", address, { suspensionId });
    await recordAudit(tx, {
      actorId: viewer.accountId,
      deed: subject.deeds.lift,
      objectKind: thing,
      objectId: id,
      detail: { suspensionId },
    });
    return done({ thing, id, told: addresses.length });
  });
}

function columnsFor(thing: SuspendedThing, id: string) {
  switch (thing) {
    case "offer":
      return { offerId: id };
    case "account":
      return { accountId: id };
    case "structure":
      return { structureId: id };
    case "structureType":
      return { typeId: id };
  }
}

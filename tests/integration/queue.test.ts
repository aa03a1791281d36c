import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { structure } from "@/db/schema/structure";
import { hintsFor } from "@/lib/agency/moderation/queries/hints-for";
import {
  nextInQueue,
  pendingOffers,
  placeInQueue,
} from "@/lib/agency/moderation/queries/pending-offers";
import {
  offerInQueue,
  queueAddress,
  type QueueFilter,
  queueFilterSchema,
  queueQuery,
  readQueueQuery,
} from "@/lib/agency/moderation/schema";
import { decideOffer } from "@/lib/offer/lifecycle/commands/decide-offer";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import { newId } from "@/lib/platform/values/id";
import { newModerator, newOfferor, type Offeror, rowOf, submitted } from "../support/people";

const filter = (given: Partial<QueueFilter> = {}): QueueFilter => queueFilterSchema.parse(given);

describe("the queue of pending offers", () => {
  let moderator: Viewer;
  let [known, fresh, unconfirmed]: Offeror[] = [];
  let ids: string[] = [];
  const name = `Structure ${Date.now()}`;

  beforeAll(async () => {
    moderator = await newModerator();
    [known, fresh, unconfirmed] = [
      await newOfferor(),
      await newOfferor(),
      await newOfferor({ confirmed: false }),
    ];
    for (const viewer of [known, fresh, unconfirmed])
      await db.update(structure).set({ name }).where(eq(structure.id, viewer.structureId));
    ids = [];
    for (const viewer of [known, known, fresh, unconfirmed]) ids.push(await submitted(viewer));
  });

  it("is for moderators, oldest first, and says what each offer is", async () => {
    const { offers, total } = await pendingOffers(moderator, filter({ q: name }));
    expect(offers.map(({ id }) => id)).toEqual(ids);
    expect(total).toBe(4);
    expect(offers.map(({ kinds }) => kinds)).toEqual([[], [], ["first"], ["first", "unconfirmed"]]);
    for (const viewer of [known as Viewer, { kind: "anonymous" } as const]) {
      expect(await pendingOffers(viewer, filter())).toEqual({ offers: [], total: 0, next: null });
      expect((await placeInQueue(viewer, filter(), ids[0] ?? "")).total).toBe(0);
      expect(await nextInQueue(viewer, filter(), ids[0] ?? "")).toBeNull();
    }
  });

  it("is filtered by words, department and kind; a word is no pattern", async () => {
    const found = async (given: Partial<QueueFilter>) =>
      (await pendingOffers(moderator, filter({ q: name, ...given }))).offers.map(({ id }) => id);
    expect(await found({ genre: "first" })).toEqual(ids.slice(2));
    expect(await found({ genre: "unconfirmed" })).toEqual(ids.slice(3));
    expect(await found({ genre: "revision" })).toEqual([]);
    expect(await found({ departement: "88" })).toEqual(ids);
    expect(await found({ departement: "67" })).toEqual([]);
    expect(await found({ q: "%" })).toEqual([]);
  });

  it("leads to the neighbours of an offer, and on to the next one after a decision", async () => {
    const among = filter({ q: name });
    const [first = "", second = "", third = "", last = ""] = ids;
    expect(await placeInQueue(moderator, among, second)).toEqual({
      previousId: first,
      nextId: third,
      position: 2,
      total: 4,
    });
    expect(await placeInQueue(moderator, filter({ q: name, genre: "first" }), second)).toEqual({
      previousId: null,
      nextId: third,
      position: 0,
      total: 2,
    });
    await decideOffer(moderator, {
      offerId: second,
      revisionId: (await rowOf(second)).currentRevisionId ?? "",
      decision: "approve",
      reason: "",
    });
    expect(await nextInQueue(moderator, among, second)).toBe(third);
    expect(await placeInQueue(moderator, among, second)).toMatchObject({
      previousId: first,
      nextId: third,
      position: 0,
      total: 3,
    });
    // After the last one comes the first that is left.
    await decideOffer(moderator, {
      offerId: last,
      revisionId: (await rowOf(last)).currentRevisionId ?? "",
      decision: "approve",
      reason: "",
    });
    expect(await nextInQueue(moderator, among, last)).toBe(first);
    expect(await placeInQueue(moderator, among, "malforme")).toMatchObject({ total: 0 });
  });

  it("hints at what is to be looked at twice, to moderators only", async () => {
    const [first = "", , third = ""] = ids;
    const missing = newId();
    const hints = await hintsFor(moderator, [first, third, missing]);
    expect(hints.get(first)).toContainEqual({
      code: "possibleDuplicate",
      offerId: ids[1],
      reference: (await rowOf(ids[1] ?? "")).reference,
    });
    expect(hints.get(third)?.map(({ code }) => code)).not.toContain("possibleDuplicate");
    expect(hints.get(missing)).toBeUndefined();
    expect(await hintsFor(known as Viewer, [first])).toEqual(new Map());
    expect(await hintsFor(moderator, [])).toEqual(new Map());
  });

  it("keeps its filter in the address, and takes no other", () => {
    const among = filter({ q: "Collège & Cie", genre: "first" });
    expect(readQueueQuery(queueQuery(among))).toEqual(among);
    expect(withConfirmation(queueAddress(among), "approve")).toBe(
      "/admin?q=Coll%C3%A8ge+%26+Cie&genre=first&fait=approve",
    );
    expect(queueAddress(filter())).toBe("/admin");
    expect(new URL(offerInQueue("x", among), "http://localhost").searchParams.get("file")).toBe(
      queueQuery(among),
    );
    expect(
      queueFilterSchema.parse({ genre: "'; drop", departement: "67' or 1=1", q: ["a"] }),
    ).toEqual(filter());
  });
});

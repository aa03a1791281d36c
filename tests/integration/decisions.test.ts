import { and, eq, inArray, sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { auditEntry } from "@/db/schema/audit";
import { mail } from "@/db/schema/mail";
import { moderationDecision } from "@/db/schema/moderation";
import { claimOffer, releaseOffer } from "@/lib/agency/moderation/commands/claim-offer";
import { decideOffers } from "@/lib/agency/moderation/commands/decide-offers";
import { deleteTemplate, saveTemplate } from "@/lib/agency/moderation/commands/reason-templates";
import { undoDecisions } from "@/lib/agency/moderation/commands/undo-decisions";
import { writeNote } from "@/lib/agency/moderation/commands/write-note";
import { offerModeration, undoable } from "@/lib/agency/moderation/queries/offer-moderation";
import {
  nextInQueue,
  pendingOffers,
  pickedOffers,
} from "@/lib/agency/moderation/queries/pending-offers";
import { reasonOf, reasonTemplates } from "@/lib/agency/moderation/queries/reason-templates";
import { revisionChanges } from "@/lib/agency/moderation/queries/revision-changes";
import { queueFilterSchema } from "@/lib/agency/moderation/schema";
import { compose, deliverMail } from "@/lib/mails/compose";
import { offerRevision } from "@/lib/offer/content/tables";
import { saveDraft } from "@/lib/offer/draft/commands/save-draft";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { offerForm } from "@/lib/offer/draft/queries/offer-form";
import { decideOffer } from "@/lib/offer/lifecycle/commands/decide-offer";
import { moveOffer } from "@/lib/offer/lifecycle/commands/move-offer";
import { publicOffer } from "@/lib/offer/projection/tables";
import { offerDetail } from "@/lib/offer/view/queries/offer-detail";
import { offerHistory } from "@/lib/offer/view/queries/offer-history";
import { personalData } from "@/lib/people/privacy/queries";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { shiftClock } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import {
  approved,
  informationValues,
  newModerator,
  newOfferor,
  type Offeror,
  rowOf,
  submitted,
} from "../support/people";

type Moderator = Extract<Viewer, { kind: "moderator" }>;
type Decision = "approve" | "requestChanges" | "refuse";

let owner: Offeror;
let stranger: Offeror;
let first: Moderator;
let second: Moderator;

beforeAll(async () => {
  [owner, stranger, first, second] = [
    await newOfferor(),
    await newOfferor(),
    await newModerator(),
    await newModerator(),
  ];
});
afterEach(() => shiftClock(0));

const revisionOf = async (offerId: string) => (await rowOf(offerId)).currentRevisionId ?? "";
const onPublicPages = async (offerId: string) =>
  (await db.$count(publicOffer, eq(publicOffer.offerId, offerId))) > 0;
const mailsAbout = (offerId: string) =>
  db
    .select()
    .from(mail)
    .where(
      and(
        inArray(mail.kind, ["offerApproved", "offerChangesRequested", "offerRefused"]),
        sql`${mail.params}->>'offerId' = ${offerId}`,
      ),
    );

async function decide(
  moderator: Viewer,
  offerId: string,
  decision: Decision,
  comments = {},
): Promise<string> {
  const decided = await decideOffer(moderator, {
    offerId,
    revisionId: await revisionOf(offerId),
    decision,
    reason: decision === "approve" ? "" : "Précisez le rôle des étudiants.",
    comments,
  });
  if (!decided.ok) throw new Error(decided.code);
  return decided.data.batchId;
}

/** An approved, published offer with a new title that waits. */
async function revised(): Promise<string> {
  const offerId = await approved(owner);
  await saveDraft(owner, {
    offerId,
    page: "informations",
    values: {
      ...(await informationValues()),
      title: "Bouger au collège",
      slots: ["3:monday-am", "4:tuesday-pm"],
    },
  });
  expect(
    await submitOffer(owner, {
      offerId,
      version: (await rowOf(offerId)).version,
      publishOnApproval: true,
    }),
  ).toMatchObject({ ok: true });
  return offerId;
}

describe("taking a decision back", () => {
  for (const decision of ["approve", "requestChanges", "refuse"] as const) {
    for (const kind of ["a first submission", "a revision of a public offer"] as const) {
      it(`${decision} on ${kind}: all is as before, and nobody was told`, async () => {
        const offerId = kind === "a first submission" ? await submitted(owner) : await revised();
        const [before, [content], wasPublic] = [
          await rowOf(offerId),
          await db.select().from(publicOffer).where(eq(publicOffer.offerId, offerId)),
          await onPublicPages(offerId),
        ];
        const earlier = (await mailsAbout(offerId)).map(({ id }) => id);
        const batchId = await decide(first, offerId, decision, { title: "Plus court ?" });
        expect(await undoable(first, batchId)).toMatchObject({ structures: 1 });
        expect(await undoable(second, batchId)).toBeNull();
        const queued = (await mailsAbout(offerId)).filter(({ id }) => !earlier.includes(id));
        expect(queued).toHaveLength(1);
        expect(await undoDecisions(first, batchId)).toEqual({
          ok: true,
          data: { offerIds: [offerId], kept: 0 },
        });
        const { version, updatedAt, ...after } = await rowOf(offerId);
        expect(after).toEqual({ ...after, ...before, version: undefined, updatedAt: undefined });
        expect(version).toBe(before.version + 2);
        expect(updatedAt.getTime()).toBeGreaterThanOrEqual(before.updatedAt.getTime());
        const [revision] = await db
          .select()
          .from(offerRevision)
          .where(eq(offerRevision.id, before.currentRevisionId ?? ""));
        expect(revision).toMatchObject({
          decision: "pending",
          reason: "",
          comments: {},
          decidedBy: null,
          decidedAt: null,
        });
        expect(await onPublicPages(offerId)).toBe(wasPublic);
        expect(
          (await db.select().from(publicOffer).where(eq(publicOffer.offerId, offerId)))[0]?.title,
        ).toBe(content?.title);
        // Its job finds nothing, and the offer can be decided on again.
        await deliverMail({ mailId: queued[0]?.id ?? "", attempt: 0 });
        expect((await mailsAbout(offerId)).map(({ id }) => id)).toEqual(earlier);
        expect(
          await db.$count(
            auditEntry,
            and(eq(auditEntry.objectId, offerId), eq(auditEntry.deed, "offer:undoDecision")),
          ),
        ).toBe(1);
        await decide(second, offerId, "approve");
        const told = {
          structure: await offerHistory(owner, offerId),
          moderators: await offerHistory(first, offerId),
        };
        expect(told.structure.map(({ deed }) => deed)).not.toContain("decisionUndone");
        expect(told.structure.find(({ deed }) => deed === "approved")?.who).toEqual({
          kind: "agency",
        });
        expect(told.moderators.map(({ deed }) => deed)).toContain("decisionUndone");
        expect(told.moderators.find(({ deed }) => deed === "approved")?.who).toMatchObject({
          kind: "person",
          name: expect.stringMatching(/^moderation/) as string,
        });
      });
    }
  }

  it("says in its letter whether the version before stays visible", async () => {
    for (const decision of ["requestChanges", "refuse"] as const) {
      const letters = [];
      for (const offerId of [await submitted(owner), await revised()]) {
        await decide(first, offerId, decision);
        const kind = decision === "refuse" ? "offerRefused" : "offerChangesRequested";
        const about = { offerId, revisionId: await revisionOf(offerId) };
        const letter = await compose(kind, about);
        letters.push(letter?.text.replaceAll(/\s+/g, " "));
      }
      const stays = "La version validée auparavant reste visible dans le catalogue.";
      expect(letters[0]).not.toContain(stays);
      expect(letters[1]).toContain(stays);
      expect(/vos modifications ne sont pas retenues/i.test(letters[1] ?? "")).toBe(
        decision === "refuse",
      );
    }
  });

  it("leaves nothing for a moderator's late mail to say", async () => {
    const offerId = await submitted(owner);
    const about = { offerId, revisionId: await revisionOf(offerId) };
    expect((await compose("offerToModerate", about))?.text).toContain("vient de soumettre");
    await decide(first, offerId, "approve");
    expect(await compose("offerToModerate", about)).toBeNull();
  });

  it("ends after thirty seconds, and the mail leaves no earlier", async () => {
    const offerId = await submitted(owner);
    const batchId = await decide(first, offerId, "approve");
    const [job] = await db.execute<{ wait: number }>(
      sql`select extract(epoch from start_after - created_on)::int as wait from pgboss.job where name = 'mail' and data->>'mailId' = ${(await mailsAbout(offerId))[0]?.id ?? ""}`,
    );
    expect(job?.wait).toBe(35);
    shiftClock(31_000);
    expect(await undoable(first, batchId)).toBeNull();
    expect(await undoDecisions(first, batchId)).toMatchObject({ ok: false, code: "undoTooLate" });
    expect((await rowOf(offerId)).validation).toBe("approved");
  });

  it("is for who decided, and gives way to the offeror's next step and to a mail that left", async () => {
    const offerId = await submitted(owner);
    const batchId = await decide(first, offerId, "approve");
    for (const viewer of [second, owner, stranger, { kind: "anonymous" } as const])
      expect((await undoDecisions(viewer, batchId)).ok).toBe(false);
    await moveOffer(owner, offerId, "unpublish");
    expect(await undoDecisions(first, batchId)).toMatchObject({ ok: false, code: "undoMovedOn" });
    const other = await submitted(owner);
    const later = await decide(first, other, "approve");
    await db
      .update(mail)
      .set({ state: "sent" })
      .where(eq(mail.id, (await mailsAbout(other))[0]?.id ?? ""));
    expect(await undoDecisions(first, later)).toMatchObject({ ok: false, code: "undoTooLate" });
    expect((await rowOf(other)).validation).toBe("approved");
  });

  it("of fifty clicks happens once", async () => {
    const offerId = await submitted(owner);
    const batchId = await decide(first, offerId, "refuse");
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => undoDecisions(first, batchId)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await rowOf(offerId)).validation).toBe("pending");
    expect(await db.$count(moderationDecision, eq(moderationDecision.offerId, offerId))).toBe(0);
  });
});

describe("a hundred moderators on one offer", () => {
  it("one decides, ninety-nine are told who did, one mail waits", async () => {
    const [offerId, moderators] = [
      await submitted(owner),
      await Promise.all(Array.from({ length: 4 }, newModerator)),
    ];
    const revisionId = await revisionOf(offerId);
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        decideOffer(moderators[index % 4] ?? first, {
          offerId,
          revisionId,
          decision: index % 2 ? "approve" : "refuse",
          reason: "Hors du service sanitaire.",
        }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const told = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome]));
    for (const refusal of told)
      expect(refusal).toMatchObject({
        code: "decidedMeanwhile",
        params: {
          by: expect.stringMatching(/^moderation\d+$/) as string,
          decision: expect.stringMatching(/^(validée|refusée)$/) as string,
        },
      });
    expect(told).toHaveLength(99);
    expect(await mailsAbout(offerId)).toHaveLength(1);
  });
});

describe("an offer that is taken", () => {
  it(
    "is seen by the others, led past in the queue, given back, and forgotten after a " +
      "quarter of an hour",
    async () => {
      const ids = [await submitted(stranger), await submitted(stranger), await submitted(stranger)];
      const [one = "", two = "", three = ""] = ids;
      const filter = queueFilterSchema.parse({});
      expect(await claimOffer(first, two)).toMatchObject({ ok: true });
      expect(await claimOffer(first, two)).toMatchObject({ ok: true });
      expect(await claimOffer(second, two)).toMatchObject({ ok: false, code: "claimedByOther" });
      for (const viewer of [owner, stranger, { kind: "anonymous" } as const])
        expect((await claimOffer(viewer, three)).ok).toBe(false);
      expect((await offerModeration(second, two))?.watch).toMatchObject({ mine: false });
      expect((await offerModeration(first, two))?.watch).toMatchObject({ mine: true });
      expect(await offerModeration(stranger, two)).toBeNull();
      expect(await nextInQueue(second, filter, one)).toBe(three);
      expect(await nextInQueue(first, filter, one)).toBe(two);
      expect(
        (await pendingOffers(first, { ...filter, suivi: "mine" })).offers.map(({ id }) => id),
      ).toEqual([two]);
      expect((await pendingOffers(second, { ...filter, suivi: "mine" })).total).toBe(0);
      expect(
        (await pendingOffers(second, { ...filter, suivi: "free" })).offers.map(({ id }) => id),
      ).not.toContain(two);
      expect((await releaseOffer(second, two)).ok).toBe(true);
      expect((await offerModeration(second, two))?.watch).toMatchObject({ mine: false });
      shiftClock(15 * 60_000 + 1000);
      expect((await offerModeration(second, two))?.watch).toBeNull();
      expect(await claimOffer(second, two)).toMatchObject({ ok: true });
      expect((await releaseOffer(second, two)).ok).toBe(true);
      expect((await offerModeration(first, two))?.watch).toBeNull();
      await claimOffer(second, two);
      await decide(first, two, "approve");
      expect(await claimOffer(first, two)).toMatchObject({ ok: false, code: "wrongState" });
      expect((await offerModeration(first, two))?.watch).toBeNull();
    },
  );
});

describe("an offer that was taken by a clock years ahead", () => {
  it("is free once the clock is right", async () => {
    const id = await submitted(stranger);
    const filter = queueFilterSchema.parse({ suivi: "free" });
    shiftClock(4 * 365 * 24 * 3600_000);
    await claimOffer(first, id);
    shiftClock(0);
    expect((await offerModeration(second, id))?.watch).toBeNull();
    expect((await pendingOffers(second, filter)).offers.map((row) => row.id)).toContain(id);
    expect(await claimOffer(second, id)).toMatchObject({ ok: true });
    expect(await claimOffer(first, id)).toMatchObject({ ok: false, code: "claimedByOther" });
  });
});

describe("what moderators write", () => {
  it("about single parts is read at the fields by the structure, for a correction only", async () => {
    const [corrected, refused] = [await submitted(owner), await submitted(owner)];
    const comments = { title: "Plus court ?", availability: "Toute l’année ?" };
    await decide(first, corrected, "requestChanges", comments);
    await decide(first, refused, "refuse", comments);
    expect((await offerForm(owner, corrected))?.remarks).toEqual({
      title: "Plus court ?",
      slots: "Toute l’année ?",
    });
    expect(
      (await offerDetail(owner, corrected))?.revision?.comments.map(({ part }) => part),
    ).toEqual(["title", "availability"]);
    expect((await offerDetail(owner, refused))?.revision?.comments).toEqual([]);
    expect(await offerForm(stranger, corrected)).toBeNull();
  });

  it("to each other stays among them", async () => {
    const offerId = await submitted(owner);
    const words = `Vu au téléphone ${newId()}`;
    expect(await writeNote(first, { offerId, words })).toMatchObject({ ok: true });
    for (const viewer of [owner, stranger, { kind: "anonymous" } as const])
      expect(await writeNote(viewer, { offerId, words })).toMatchObject({
        ok: false,
        code: "notFound",
      });
    expect((await offerModeration(second, offerId))?.notes.map((note) => note.words)).toEqual([
      words,
    ]);
    for (const read of [
      await offerDetail(owner, offerId),
      await personalData(owner),
      await offerForm(owner, offerId),
    ])
      expect(JSON.stringify(read)).not.toContain(words);
  });

  it("often is kept for use, under one name a decision", async () => {
    const name = `Motif ${newId()}`;
    const saved = await saveTemplate(first, {
      templateId: "",
      decision: "refused",
      name,
      words: "Hors sujet.",
    });
    const templateId = saved.ok ? saved.data.templateId : "";
    expect(
      await saveTemplate(second, { templateId: "", decision: "refused", name, words: "Autre." }),
    ).toEqual({ ok: false, code: "nameTaken", field: "name", params: undefined });
    expect(
      (
        await saveTemplate(second, {
          templateId: "",
          decision: "changesRequested",
          name,
          words: "Autre.",
        })
      ).ok,
    ).toBe(true);
    expect(
      (
        await saveTemplate(second, {
          templateId,
          decision: "refused",
          name,
          words: "Vraiment hors sujet.",
        })
      ).ok,
    ).toBe(true);
    const chosen = { decision: "refuse", reason: "", templateId } as const;
    expect(await reasonOf(first, chosen)).toMatchObject({ data: "Vraiment hors sujet." });
    expect(await reasonOf(first, { ...chosen, reason: "Écrit." })).toMatchObject({
      data: "Écrit.",
    });
    expect(await reasonOf(first, { ...chosen, decision: "requestChanges" })).toMatchObject({
      code: "templateOfOther",
      field: "templateId",
    });
    expect(await reasonOf(owner, chosen)).toMatchObject({ data: "" });
    expect(await reasonTemplates(owner)).toEqual([]);
    for (const viewer of [owner, { kind: "anonymous" } as const]) {
      expect(
        (await saveTemplate(viewer, { templateId, decision: "refused", name, words: "x" })).ok,
      ).toBe(false);
      expect((await deleteTemplate(viewer, templateId)).ok).toBe(false);
    }
    expect((await deleteTemplate(second, templateId)).ok).toBe(true);
    expect(await deleteTemplate(second, templateId)).toMatchObject({ ok: false, code: "notFound" });
    expect((await reasonTemplates(first)).map(({ id }) => id)).not.toContain(templateId);
  });

  it("is given a name of its own, new or renamed, by one of those who do it at once", async () => {
    const save = (templateId: string, name: string) =>
      saveTemplate(first, { templateId, decision: "refused", name, words: "Hors sujet." });
    const renamed = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const saved = await save("", `Motif ${newId()}`);
        return saved.ok ? saved.data.templateId : "";
      }),
    );
    const name = `Motif ${newId()}`;
    const answers = await Promise.all([...renamed, "", ""].map((id) => save(id, name)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const taken = { ok: false, code: "nameTaken", field: "name", params: undefined };
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 11 }, () => taken));
  });
});

describe("a decision on several offers", () => {
  it(
    "is taken on what the preview showed, leaves alone what moved on, and is taken back " + "whole",
    async () => {
      const ids = [await submitted(owner), await submitted(owner), await submitted(owner)];
      const picked = await pickedOffers(first, [...ids, newId(), "malforme"]);
      expect(picked.map(({ id }) => id)).toEqual(ids);
      expect(await pickedOffers(owner, ids)).toEqual([]);
      const pairs = picked.map(({ id, revisionId }) => ({ offerId: id, revisionId }));
      expect(await decideOffers(owner, pairs, { decision: "approve", reason: "" })).toMatchObject({
        ok: false,
        code: "notFound",
      });
      expect(await decideOffers(first, pairs, { decision: "refuse", reason: "" })).toMatchObject({
        ok: false,
        code: "reasonMissing",
        field: "reason",
      });
      await decide(second, ids[1] ?? "", "refuse");
      const outcome = await decideOffers(first, pairs, { decision: "approve", reason: "" });
      expect(outcome).toMatchObject({ ok: true, data: { decided: 2, left: [ids[1]] } });
      expect(await Promise.all(ids.map(async (id) => (await rowOf(id)).validation))).toEqual([
        "approved",
        "refused",
        "approved",
      ]);
      const batchId = outcome.ok ? outcome.data.batchId : "";
      expect(await undoable(first, batchId)).toMatchObject({ structures: 1 });
      await moveOffer(owner, ids[0] ?? "", "unpublish");
      expect(await undoDecisions(first, batchId)).toEqual({
        ok: true,
        data: { offerIds: [ids[2]], kept: 1 },
      });
      expect(
        await decideOffers(first, pairs.slice(0, 2), { decision: "approve", reason: "" }),
      ).toMatchObject({ ok: false, code: "conflict" });
    },
  );
});

describe("a revision of an approved offer", () => {
  it("shows moderators what changes against what the public sees, the grid included", async () => {
    const offerId = await revised();
    const changes = await revisionChanges(first, offerId);
    expect(changes?.changes.map(({ part }) => part).sort()).toEqual(["availability", "title"]);
    expect(changes?.availability).toEqual({
      before: ["3:monday-am", "4:monday-am"],
      after: ["3:monday-am", "4:tuesday-pm"],
    });
    expect(await revisionChanges(owner, offerId)).toBeNull();
    expect(await revisionChanges(first, await submitted(owner))).toBeNull();
    await decide(first, offerId, "approve");
    expect(await revisionChanges(first, offerId)).toBeNull();
  });
});

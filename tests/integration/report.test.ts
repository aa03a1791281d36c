import { and, eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { account, throttle } from "@/db/schema/account";
import { auditEntry } from "@/db/schema/audit";
import { mail } from "@/db/schema/mail";
import { report } from "@/db/schema/report";
import { suspension } from "@/db/schema/suspension";
import { reportOffer } from "@/lib/agency/report/commands/report-offer";
import { treatReports } from "@/lib/agency/report/commands/treat-reports";
import { reportCount, reportPage, reportsOfOffer } from "@/lib/agency/report/queries";
import { reportSchema, treatSchema } from "@/lib/agency/report/schema";
import { suspend } from "@/lib/agency/suspension/commands/suspend";
import { compose } from "@/lib/mails/compose";
import { moveOffer } from "@/lib/offer/lifecycle/commands/move-offer";
import { publicOffer } from "@/lib/offer/projection/tables";
import { purgeTraces } from "@/lib/people/privacy/commands/purge-traces";
import { db } from "@/lib/platform/database/client";
import { shiftClock } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { approved, newDraft, newModerator, newOfferor, rowOf } from "../support/people";
import { traces } from "../support/personal-data";

const day = 24 * 3600_000;
const isListed = async (offerId: string) =>
  (await db.$count(publicOffer, eq(publicOffer.offerId, offerId))) === 1;
const idsOf = async (offerId: string) =>
  (await db.select({ id: report.id }).from(report).where(eq(report.offerId, offerId))).map(
    ({ id }) => id,
  );
const told = (offerId: string) =>
  db.$count(
    mail,
    and(
      eq(mail.kind, "offerReported"),
      sql`${mail.params}->>'reportId' in (select id::text from report where offer_id = ${offerId})`,
    ),
  );

async function published(): Promise<{ offerId: string; reference: string }> {
  const offerId = await approved(await newOfferor());
  return { offerId, reference: (await rowOf(offerId)).reference };
}

const said = (reference: string, more: object = {}) =>
  reportSchema.parse({
    reference,
    reason: "outdated",
    words: "Le collège est fermé.",
    email: "",
    ...more,
  });

afterEach(() => shiftClock(0));

describe("a report of an offer", () => {
  it("needs a public offer, and tells every moderator once a day", async () => {
    const moderators = [await newModerator(), await newModerator()];
    const { offerId, reference } = await published();
    const offeror = await newOfferor();
    const draft = (await rowOf(await newDraft(offeror))).reference;
    for (const unknown of [draft, "0000-0000", "' or 1=1"])
      expect(await reportOffer(said(unknown))).toMatchObject({ code: "notFound" });
    await Promise.all([
      reportOffer(said(reference)),
      reportOffer(said(reference, { reason: "other" })),
    ]);
    const active = await told(offerId);
    expect(active).toBeGreaterThanOrEqual(moderators.length);
    expect(await reportOffer(said(reference))).toMatchObject({ ok: true });
    expect(await told(offerId)).toBe(active);
    shiftClock(day);
    expect(await reportOffer(said(reference))).toMatchObject({ ok: true });
    expect(await told(offerId)).toBe(2 * active);
    const [first = ""] = await idsOf(offerId);
    const words = await compose("offerReported", { reportId: first });
    expect(words?.text).toContain("4 signalements de cette offre attendent une suite.");
    expect(words?.text).not.toContain("Le collège est fermé.");
  });

  it("is taken ten times an hour of one offer", async () => {
    const { offerId, reference } = await published();
    const outcomes = await Promise.all(
      Array.from({ length: 15 }, () => reportOffer(said(reference))),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10);
    expect(
      outcomes.filter((outcome) => !outcome.ok && outcome.code === "tooManyReports"),
    ).toHaveLength(5);
    expect(await idsOf(offerId)).toHaveLength(10);
    await db.delete(throttle);
  });

  it("has a reason, words, and an address or none", () => {
    const fields = {
      reference: "AAAA-BBBB",
      reason: "other",
      words: " Voilà. ",
      email: " Camille@Exemple.FR ",
    };
    expect(reportSchema.parse(fields)).toEqual({
      ...fields,
      words: "Voilà.",
      email: "camille@exemple.fr",
    });
    expect(reportSchema.parse({ ...fields, email: "  " }).email).toBeUndefined();
    const wrong = (more: object) =>
      reportSchema
        .safeParse({ ...fields, ...more })
        .error?.issues.map(({ path, message }) => `${path.join()}: ${message}`);
    expect(wrong({ words: " " })).toEqual(["words: Expliquez en quelques mots ce qui ne va pas."]);
    expect(wrong({ reason: "x" })).toEqual(["reason: Choisissez ce qui ne va pas."]);
    expect(wrong({ email: "pas une adresse" })?.[0]).toMatch(/^email: /);
    expect(wrong({ words: "a".repeat(2001) })?.[0]).toMatch(/^words: /);
  });

  it("is read and treated by moderators alone, once, as it was read", async () => {
    const [moderator, other, offeror] = [
      await newModerator(),
      await newModerator(),
      await newOfferor(),
    ];
    const { offerId, reference } = await published();
    await reportOffer(said(reference));
    await reportOffer(said(reference, { email: "temoin@exemple.fr" }));
    const reportIds = await idsOf(offerId);
    const treat = (more: object = {}) =>
      treatSchema.parse({ offerId, reportIds, outcome: "noEffect", ...more });
    for (const viewer of [offeror, { kind: "anonymous" } as const]) {
      expect(await treatReports(viewer, treat())).toMatchObject({ code: "notFound" });
      expect(await reportPage(viewer, "ouverts")).toEqual({ reports: [], open: 0, next: null });
      expect((await reportsOfOffer(viewer, offerId)).reports).toEqual([]);
      expect(await reportCount(viewer, offerId)).toBe(0);
    }
    expect((await reportsOfOffer(moderator, offerId)).reports.map(({ email }) => email)).toEqual([
      "temoin@exemple.fr",
      null,
    ]);
    expect(await treatReports(moderator, treat({ offerId: newId() }))).toMatchObject({
      code: "notFound",
    });
    expect(await treatReports(moderator, treat({ reportIds: [newId()] }))).toMatchObject({
      code: "conflict",
    });
    // One that came after the page was read stays open.
    await reportOffer(said(reference));
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        treatReports(index % 2 ? moderator : other, treat()),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === "conflict")).toHaveLength(
      49,
    );
    expect(
      (await reportsOfOffer(moderator, offerId)).reports.map(
        ({ treated }) => treated?.outcome ?? "open",
      ),
    ).toEqual(["open", "noEffect", "noEffect"]);
    expect(
      await db.$count(
        auditEntry,
        and(eq(auditEntry.objectId, offerId), eq(auditEntry.deed, "report:treat")),
      ),
    ).toBe(2);
    expect(await isListed(offerId)).toBe(true);
  });

  it("suspends the offer with a message, all or nothing", async () => {
    const moderator = await newModerator();
    const { offerId, reference } = await published();
    await reportOffer(said(reference));
    const input = {
      offerId,
      reportIds: await idsOf(offerId),
      outcome: "suspended" as const,
      message: "Cette action n’a plus lieu.",
    };
    const untold = treatSchema.parse({ ...input, message: " " });
    expect(await treatReports(moderator, untold)).toMatchObject({
      code: "messageMissing",
      field: "message",
    });
    expect(await treatReports(moderator, input)).toEqual({ ok: true, data: "suspended" });
    expect(await isListed(offerId)).toBe(false);
    expect(await db.$count(suspension, eq(suspension.offerId, offerId))).toBe(1);
    expect((await reportPage(moderator, "traites")).reports[0]).toMatchObject({
      offerId,
      treated: { outcome: "suspended" },
    });
    // Nobody can report what is not shown any more.
    expect(await reportOffer(said(reference))).toMatchObject({ code: "notFound" });
  });

  it("of an offer that is suspended already or deleted since can still be treated", async () => {
    const [moderator, offeror] = [await newModerator(), await newOfferor()];
    const [held, gone] = [await approved(offeror), await approved(offeror)];
    for (const id of [held, gone]) await reportOffer(said((await rowOf(id)).reference));
    await suspend(moderator, { thing: "offer", id: held, message: "Déjà." });
    await moveOffer(offeror, gone, "delete");
    const input = async (offerId: string) => ({
      offerId,
      reportIds: await idsOf(offerId),
      message: "Motif",
    });
    // What was written is not thrown away unseen; and nothing has to be written for nobody.
    const suspended = { ...(await input(held)), outcome: "suspended" as const };
    expect(await treatReports(moderator, suspended)).toMatchObject({ code: "alreadySuspended" });
    expect((await reportsOfOffer(moderator, held)).reports).toMatchObject([{ treated: null }]);
    expect(await treatReports(moderator, treatSchema.parse({ ...suspended, message: "" }))).toEqual(
      {
        ok: true,
        data: "alreadySuspended",
      },
    );
    expect(await reportsOfOffer(moderator, held)).toMatchObject({
      reports: [{ treated: { outcome: "suspended" } }],
    });
    expect(await db.$count(suspension, eq(suspension.offerId, held))).toBe(1);
    expect(
      await treatReports(moderator, { ...(await input(gone)), outcome: "suspended" }),
    ).toMatchObject({ code: "gone" });
    expect(await reportsOfOffer(moderator, gone)).toMatchObject({
      isDeleted: true,
      reports: [{ treated: null }],
    });
    expect(
      await treatReports(moderator, {
        ...(await input(gone)),
        outcome: "noEffect",
        message: "",
      }),
    ).toMatchObject({ ok: true });
  });

  it("suspends an offer whose people cannot be told, and says so", async () => {
    const [moderator, offeror] = [await newModerator(), await newOfferor()];
    const offerId = await approved(offeror);
    await reportOffer(said((await rowOf(offerId)).reference));
    await db.update(account).set({ state: "disabled" }).where(eq(account.id, offeror.accountId));
    const outcome = "suspended" as const;
    const input = { offerId, reportIds: await idsOf(offerId), outcome, message: "Motif" };
    expect(await treatReports(moderator, input)).toEqual({ ok: true, data: "suspendedUntold" });
  });

  it("is walked page by page, the oldest that waits first", async () => {
    const moderator = await newModerator();
    const { offerId } = await published();
    await db.execute(
      sql`insert into report (id, offer_id, reason, words, created_at) select gen_random_uuid(), ${offerId}, 'other', 'mot', now() from generate_series(1, 70)`,
    );
    const walked: string[] = [];
    let after: string | null = "";
    do {
      const page: Awaited<ReturnType<typeof reportPage>> = await reportPage(
        moderator,
        "ouverts",
        after,
      );
      walked.push(...page.reports.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(walked).toEqual([...new Set(walked)].sort());
    expect(walked.length).toBe((await reportPage(moderator, "ouverts")).open);
    await db.delete(report).where(eq(report.offerId, offerId));
  });

  it(
    "forgets who left an address 30 days after it was treated, and all of it after twelve " +
      "months",
    async () => {
      const moderator = await newModerator();
      const word = newId().replaceAll("-", "").slice(-12);
      const [treated, waiting] = [await published(), await published()];
      for (const { reference } of [treated, waiting])
        await reportOffer(
          said(reference, { words: `Je suis ${word}.`, email: `temoin-${word}@exemple.fr` }),
        );
      await treatReports(moderator, {
        offerId: treated.offerId,
        reportIds: await idsOf(treated.offerId),
        outcome: "noEffect",
        message: "",
      });
      const address = async ({ offerId }: { offerId: string }) =>
        (
          await db.select({ email: report.email }).from(report).where(eq(report.offerId, offerId))
        )[0]?.email;
      expect(await traces(word)).toEqual(["report"]);
      shiftClock(29 * day);
      await purgeTraces();
      expect(await address(treated)).toBe(`temoin-${word}@exemple.fr`);
      shiftClock(31 * day);
      await purgeTraces();
      expect([await address(treated), await address(waiting)]).toEqual([
        null,
        `temoin-${word}@exemple.fr`,
      ]);
      shiftClock(367 * day);
      await purgeTraces();
      expect(await traces(word)).toEqual([]);
    },
  );
});

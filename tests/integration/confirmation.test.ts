import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { account, token } from "@/db/schema/account";
import { auditEntry } from "@/db/schema/audit";
import { mail } from "@/db/schema/mail";
import { pendingOffers } from "@/lib/agency/moderation/queries/pending-offers";
import { queueFilterSchema } from "@/lib/agency/moderation/schema";
import { offer } from "@/lib/offer/content/tables";
import { saveDraft } from "@/lib/offer/draft/commands/save-draft";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { prepareImport } from "@/lib/offer/import/commands/prepare-import";
import { moveOffer } from "@/lib/offer/lifecycle/commands/move-offer";
import {
  choosePassword,
  confirmAddress,
  forgotPassword,
  resendConfirmation,
} from "@/lib/people/account/commands/links";
import { invite, resendInvitation } from "@/lib/people/membership/commands/invite";
import {
  confirmNewAddress,
  requestAddressChange,
} from "@/lib/people/profile/commands/change-address";
import { db } from "@/lib/platform/database/client";
import { newId } from "@/lib/platform/values/id";
import { linkFor, type TokenPurpose } from "@/lib/platform/visitor/token";
import {
  type Moderator,
  newDraft,
  newModerator,
  newOfferor,
  type Offeror,
  ownOffers,
  rowOf,
} from "../support/people";

let moderator: Moderator;
beforeAll(async () => {
  moderator = await newModerator();
});

async function secretOf({ accountId }: Offeror, purpose: TokenPurpose): Promise<string> {
  const rows = await db
    .select()
    .from(token)
    .where(and(eq(token.accountId, accountId), eq(token.purpose, purpose)));
  const id =
    rows
      .map((row) => row.id)
      .sort()
      .at(-1) ?? "";
  return linkFor({ id, purpose }).split("/").at(-1) ?? "";
}

async function asked(viewer: Offeror, publishOnApproval = true): Promise<string> {
  const offerId = await newDraft(viewer);
  const { version } = await rowOf(offerId);
  expect(await submitOffer(viewer, { offerId, version, publishOnApproval })).toEqual({
    ok: true,
    data: { offerId, outcome: "asked" },
  });
  return offerId;
}

const mailsAbout = (offerId: string) =>
  db.$count(mail, sql`${mail.params}->>'offerId' = ${offerId}`);
const submissions = (offerId: string) =>
  db.$count(auditEntry, and(eq(auditEntry.objectId, offerId), eq(auditEntry.deed, "offer:submit")));
const isQueued = async (offerId: string) =>
  (await pendingOffers(moderator, queueFilterSchema.parse({}))).offers.some(
    ({ id }) => id === offerId,
  );

describe("an offer submitted before the address is confirmed", () => {
  it("waits: the agency neither sees it nor hears of it, its owner is told", async () => {
    const viewer = await newOfferor({ confirmed: false });
    const offerId = await asked(viewer);
    const { version, draft } = await rowOf(offerId);
    // Twice is once: the button of a page that is still open.
    expect(await submitOffer(viewer, { offerId, version, publishOnApproval: true })).toMatchObject({
      ok: true,
      data: { outcome: "asked" },
    });
    expect(await rowOf(offerId)).toMatchObject({
      validation: "draft",
      publication: "onApproval",
      currentRevisionId: null,
      version,
      draft,
    });
    expect([
      await mailsAbout(offerId),
      await submissions(offerId),
      await isQueued(offerId),
    ]).toEqual([0, 0, false]);
    const [listed] = await ownOffers(viewer, "publication");
    expect(listed).toMatchObject({ id: offerId, waitsForAddress: true });
  });

  it("leaves with the confirmation, once, with its mails", async () => {
    const viewer = await newOfferor({ confirmed: false });
    const offers = [await asked(viewer), await asked(viewer, false)];
    const secret = await secretOf(viewer, "confirmAddress");
    const outcomes = await Promise.all([confirmAddress(secret), confirmAddress(secret)]);
    expect(outcomes.filter(({ ok }) => ok)).toEqual([
      { ok: true, data: { submitted: 2, incomplete: 0 } },
    ]);
    for (const [index, offerId] of offers.entries()) {
      const row = await rowOf(offerId);
      expect(row).toMatchObject({
        validation: "pending",
        publication: index === 0 ? "onApproval" : "unpublished",
        submissionAskedAt: null,
        draft: null,
      });
      expect([await submissions(offerId), await isQueued(offerId)]).toEqual([1, true]);
      const kinds = await db
        .select({ kind: mail.kind })
        .from(mail)
        .where(sql`${mail.params}->>'offerId' = ${offerId}`);
      expect(kinds.map(({ kind }) => kind).sort()).toEqual(["offerReceived", "offerToModerate"]);
    }
  });

  it("leaves with a password chosen by mail, and with another address, which confirm as well", async () => {
    const viewer = await newOfferor({ confirmed: false });
    const first = await asked(viewer);
    const [row] = await db.select().from(account).where(eq(account.id, viewer.accountId));
    await forgotPassword(row?.email ?? "");
    expect(
      await choosePassword({
        token: await secretOf(viewer, "choosePassword"),
        password: "Nouveau1",
      }),
    ).toMatchObject({ ok: true });
    expect((await rowOf(first)).validation).toBe("pending");
    const other = await newOfferor({ confirmed: false });
    const second = await asked(other);
    await requestAddressChange(other, {
      email: `${newId()}@exemple.fr`,
      currentPassword: "Prevention1",
    });
    expect(await confirmNewAddress(await secretOf(other, "changeAddress"))).toEqual({
      ok: true,
      data: { submitted: 1, incomplete: 0 },
    });
    expect((await rowOf(second)).validation).toBe("pending");
  });

  it("takes along what was typed since; one made incomplete, or put in the bin, stays", async () => {
    const viewer = await newOfferor({ confirmed: false });
    const [changed, emptied, deleted] = [
      await asked(viewer),
      await asked(viewer),
      await asked(viewer),
    ];
    const typed = async (offerId: string, title: string, places: string) => {
      const values = { ...(await rowOf(offerId)).draft?.values, title, places };
      expect(await saveDraft(viewer, { offerId, page: "informations", values })).toMatchObject({
        ok: true,
      });
    };
    await typed(changed, "Un autre titre", "7");
    await typed(emptied, "Sans places", "");
    expect(await moveOffer(viewer, deleted, "delete")).toMatchObject({ ok: true });
    expect(await confirmAddress(await secretOf(viewer, "confirmAddress"))).toEqual({
      ok: true,
      data: { submitted: 1, incomplete: 1 },
    });
    expect(await rowOf(changed)).toMatchObject({ validation: "pending" });
    for (const offerId of [emptied, deleted])
      expect(await rowOf(offerId)).toMatchObject({ validation: "draft", submissionAskedAt: null });
    expect((await rowOf(emptied)).draft?.values.title).toBe("Sans places");
  });

  it("that is incomplete is refused as ever", async () => {
    const viewer = await newOfferor({ confirmed: false });
    const offerId = await newDraft(viewer, { places: "" });
    const { version } = await rowOf(offerId);
    expect(await submitOffer(viewer, { offerId, version, publishOnApproval: true })).toMatchObject({
      code: "incomplete",
    });
    expect((await rowOf(offerId)).submissionAskedAt).toBeNull();
  });

  it("meets the confirmation at the same moment without being left behind", async () => {
    for (let turn = 0; turn < 10; turn++) {
      const viewer = await newOfferor({ confirmed: false });
      const offerId = await newDraft(viewer);
      const { version } = await rowOf(offerId);
      const secret = await secretOf(viewer, "confirmAddress");
      const [submitted] = await Promise.all([
        submitOffer(viewer, { offerId, version, publishOnApproval: true }),
        confirmAddress(secret),
      ]);
      expect(submitted.ok).toBe(true);
      expect(await rowOf(offerId)).toMatchObject({
        validation: "pending",
        submissionAskedAt: null,
      });
    }
    expect(
      await db.$count(
        offer,
        and(
          eq(offer.validation, "draft"),
          sql`submission_asked_at is not null and account_id in (select id from account where email_confirmed_at is not null)`,
        ),
      ),
    ).toBe(0);
  });
});

describe("before the address is confirmed", () => {
  it("nobody is invited and nothing is imported; afterwards they are", async () => {
    const viewer = await newOfferor({ confirmed: false });
    const invitation = () => ({
      email: `${newId()}@exemple.fr`,
      firstName: "",
      lastName: "",
      role: "editor" as const,
    });
    const file = { name: "offres.csv", content: Buffer.from("Titre;Places\nA;1\n") };
    expect(await invite(viewer, "structure", invitation())).toMatchObject({
      code: "addressToConfirm",
    });
    expect(await resendInvitation(viewer, "structure", newId())).toMatchObject({
      code: "notFound",
    });
    expect(await prepareImport(viewer, file)).toMatchObject({ code: "addressToConfirm" });
    expect(await confirmAddress(await secretOf(viewer, "confirmAddress"))).toMatchObject({
      ok: true,
    });
    expect(await invite(viewer, "structure", invitation())).toMatchObject({ ok: true });
    expect(await prepareImport(viewer, file)).toMatchObject({ code: "headings" });
  });

  it("is not said to be asked for again once it is confirmed, in another window", async () => {
    const viewer = await newOfferor({ confirmed: false });
    expect((await resendConfirmation(viewer)).ok).toBe(true);
    await confirmAddress(await secretOf(viewer, "confirmAddress"));
    expect(await resendConfirmation(viewer)).toMatchObject({ code: "alreadyConfirmed" });
  });
});

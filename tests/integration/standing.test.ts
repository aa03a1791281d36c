import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { account } from "@/db/schema/account";
import { mail } from "@/db/schema/mail";
import { visibilitiesDecided } from "@/lib/agency/moderation/queries/offer-moderation";
import { liftSuspension, suspend } from "@/lib/agency/suspension/commands/suspend";
import { compose } from "@/lib/mails/compose";
import { decideOffer } from "@/lib/offer/lifecycle/commands/decide-offer";
import { moveOffer } from "@/lib/offer/lifecycle/commands/move-offer";
import { pauseOffer } from "@/lib/offer/lifecycle/commands/pause-offer";
import { ownVisibilities } from "@/lib/offer/lifecycle/queries/visibilities";
import { publicOffer } from "@/lib/offer/projection/tables";
import { suspensionOf } from "@/lib/offer/suspended/queries";
import type { SuspendedThing } from "@/lib/offer/suspended/rules";
import { offerDetail } from "@/lib/offer/view/queries/offer-detail";
import { confirmAddress } from "@/lib/people/account/commands/links";
import { createToken } from "@/lib/people/account/commands/tokens";
import { db } from "@/lib/platform/database/client";
import { dayAfter, dayOf } from "@/lib/platform/values/calendar-day";
import { newId } from "@/lib/platform/values/id";
import { linkFor } from "@/lib/platform/visitor/token";
import { newColleague } from "../support/colleagues";
import {
  type Moderator,
  newModerator,
  newOfferor,
  type Offeror,
  ownOffers,
  rowOf,
  submitted,
} from "../support/people";

/**
 * An offer that waits, of someone whose address is not confirmed any more: what they submit
 * unconfirmed waits by itself.
 */
async function ofUnconfirmed(): Promise<{ viewer: Offeror; colleague: Offeror; offerId: string }> {
  const viewer = await newOfferor();
  const colleague = await newColleague(viewer);
  const offerId = await submitted(viewer);
  await db.update(account).set({ emailConfirmedAt: null }).where(eq(account.id, viewer.accountId));
  return { viewer, colleague, offerId };
}

const isListed = async (offerId: string) =>
  (await db.$count(publicOffer, eq(publicOffer.offerId, offerId))) === 1;
const published = "les étudiants la trouvent dès maintenant";

async function approve(
  moderator: Moderator,
  offerIds: readonly string[],
  batchId = newId(),
): Promise<string> {
  for (const offerId of offerIds) {
    const { currentRevisionId } = await rowOf(offerId);
    const outcome = await decideOffer(moderator, {
      offerId,
      revisionId: currentRevisionId ?? "",
      decision: "approve",
      reason: "",
      batchId,
    });
    expect(outcome.ok).toBe(true);
  }
  return batchId;
}

/** The text of the mail about the approval, as it would leave now. */
async function letterOf(offerId: string): Promise<string> {
  const [row] = await db
    .select({ params: mail.params })
    .from(mail)
    .where(sql`${mail.kind} = 'offerApproved' and ${mail.params}->>'offerId' = ${offerId}`);
  return (
    (await compose("offerApproved", row?.params as { offerId: string; revisionId: string }))
      ?.text ?? ""
  ).replaceAll(/[ \n]+/g, " ");
}

async function confirm(viewer: Offeror): Promise<void> {
  const id = await db.transaction((tx) => createToken(tx, viewer.accountId, "confirmAddress"));
  const secret = linkFor({ id, purpose: "confirmAddress" }).split("/").at(-1) ?? "";
  expect((await confirmAddress(secret)).ok).toBe(true);
}

describe("what is said of an offer after its approval", () => {
  it(
    "is that nobody sees it while the address is not confirmed, to each reader in their " +
      "own words; then that it shows",
    async () => {
      const moderator = await newModerator();
      const { viewer, colleague, offerId } = await ofUnconfirmed();
      expect((await offerDetail(moderator, offerId))?.onceApproved).toBe(
        "Une fois validée, pas encore visible : la personne qui l’a déposée n’a pas " +
          "confirmé son adresse email.",
      );
      const batchId = await approve(moderator, [offerId]);
      expect(await isListed(offerId)).toBe(false);
      expect(await letterOf(offerId)).not.toContain(published);
      expect(await letterOf(offerId)).toContain(
        "Personne ne la voit encore : il reste à confirmer votre adresse email.",
      );
      const toModerator =
        "Pas encore visible : la personne qui l’a déposée n’a pas confirmé son adresse email.";
      expect(await visibilitiesDecided(moderator, batchId)).toEqual([toModerator]);
      expect((await offerDetail(moderator, offerId))?.visibilityWords).toBe(toModerator);
      for (const words of [
        (await offerDetail(viewer, offerId))?.visibilityWords,
        (await ownOffers(viewer, "titre"))[0]?.visibilityWords,
      ])
        expect(words).toBe("Pas encore visible : votre adresse email reste à confirmer.");
      expect((await offerDetail(colleague, offerId))?.visibilityWords).toBe(
        "Pas encore visible : l’adresse email de la personne qui l’a déposée reste à confirmer.",
      );

      await confirm(viewer);
      expect(await isListed(offerId)).toBe(true);
      expect(await ownVisibilities(viewer)).toEqual(["Visible dans le catalogue."]);
      expect(await letterOf(offerId)).toContain(published);
      expect((await offerDetail(moderator, offerId))?.visibilityWords).toBe(
        "Visible dans le catalogue.",
      );
    },
  );

  it.each<[SuspendedThing, string, string]>([
    [
      "structure",
      "Pas visible : sa structure est suspendue.",
      "l’agence a suspendu votre structure",
    ],
    [
      "account",
      "Pas visible : le compte qui l’a déposée est suspendu.",
      "l’agence a suspendu votre compte",
    ],
    ["offer", "Pas visible : cette offre est suspendue.", "l’agence a suspendu cette offre"],
  ])(
    "is that it is held back while the %s is suspended, and after the lifting what is so",
    async (thing, toModerator, inLetter) => {
      const moderator = await newModerator();
      const { viewer, offerId } = await ofUnconfirmed();
      const id = {
        structure: viewer.structureId,
        account: viewer.accountId,
        offer: offerId,
        structureType: "",
      }[thing];
      expect((await suspend(moderator, { thing, id, message: "Travaux." })).ok).toBe(true);
      const batchId = await approve(moderator, [offerId]);
      expect(await visibilitiesDecided(moderator, batchId)).toEqual([toModerator]);
      expect(await letterOf(offerId)).toContain(inLetter);
      expect(await letterOf(offerId)).not.toContain(published);

      const suspensionId = (await suspensionOf(db, thing, id))?.id ?? "";
      expect((await liftSuspension(moderator, { thing, id, suspensionId })).ok).toBe(true);
      const lifted = async () =>
        ((await compose("suspensionLifted", { suspensionId }))?.text ?? "").replaceAll(/\s+/g, " ");
      expect(await lifted()).toMatch(/adresse email/);
      expect(await lifted()).not.toContain(published);
      await db
        .update(account)
        .set({ emailConfirmedAt: new Date() })
        .where(eq(account.id, viewer.accountId));
      expect(await lifted()).toMatch(thing === "offer" ? published : /Visible dans le catalogue/);
    },
  );

  it("follows what its owner does before the mail leaves", async () => {
    const [viewer, moderator] = [await newOfferor(), await newModerator()];
    const [paused, taken, shown] = [
      await submitted(viewer),
      await submitted(viewer),
      await submitted(viewer),
    ];
    const batchId = await approve(moderator, [paused, taken, shown]);
    const until = dayAfter(dayOf(new Date()), 30);
    expect((await pauseOffer(viewer, { offerId: paused, until })).ok).toBe(true);
    expect((await moveOffer(viewer, taken, "archive")).ok).toBe(true);
    expect(await letterOf(paused)).toMatch(
      /Elle est en pause jusqu’au .*\s: personne ne la voit d’ici là\./,
    );
    expect(await letterOf(taken)).toContain("Elle est archivée : personne ne la voit.");
    expect(await letterOf(shown)).toContain(published);
    expect(await visibilitiesDecided(moderator, batchId)).toHaveLength(3);
    expect(await visibilitiesDecided(await newModerator(), batchId)).toEqual([]);
    expect(await visibilitiesDecided(viewer, batchId)).toEqual([]);
  });
});

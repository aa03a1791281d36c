import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { foundAccounts } from "@/lib/agency/help-desk/queries/accounts";
import { structurePage } from "@/lib/agency/help-desk/queries/structures";
import { structureFilterSchema } from "@/lib/agency/help-desk/schema";
import { journalPage } from "@/lib/agency/journal/queries/journal";
import { journalFilterSchema } from "@/lib/agency/journal/schema";
import { offerFilterSchema } from "@/lib/agency/moderation/offer-filter";
import { allOffers } from "@/lib/agency/moderation/queries/all-offers";
import { pendingOffers } from "@/lib/agency/moderation/queries/pending-offers";
import { queueFilterSchema } from "@/lib/agency/moderation/schema";
import { db } from "@/lib/platform/database/client";
import { type Moderator, newModerator, newOfferor, rowOf, submitted } from "../support/people";

describe("what the agency searches for", () => {
  let moderator: Moderator;
  let [offerId, reference, structureId, accountId] = ["", "", "", ""];

  beforeAll(async () => {
    moderator = await newModerator();
    const owner = await newOfferor();
    ({ structureId, accountId } = owner);
    await db
      .update(structure)
      .set({ name: "Lycée Émile-Zola – L’Œuvre", communeName: "Châlons-en-Champagne" })
      .where(eq(structure.id, structureId));
    await db
      .update(account)
      .set({ firstName: "Hélène", lastName: "D’Orléans-Noël", email: "h.orleans@zola.exemple.fr" })
      .where(eq(account.id, accountId));
    offerId = await submitted(owner);
    ({ reference } = await rowOf(offerId));
  });

  const words = [
    "emile zola",
    "ÉMILE-ZOLA",
    "zola lycee",
    "l'oeuvre",
    "L’ŒUVRE",
    "zola chalons en champagne",
  ];

  it.each(words)("«%s» finds the structure and its offers", async (q) => {
    const structures = await structurePage(moderator, structureFilterSchema.parse({ q }));
    expect(structures.structures.map(({ id }) => id)).toEqual([structureId]);
    const queue = await pendingOffers(moderator, queueFilterSchema.parse({ q }));
    expect(queue.offers.map(({ id }) => id)).toEqual([offerId]);
    const offers = await allOffers(moderator, offerFilterSchema.parse({ q }));
    expect(offers.offers.map(({ id }) => id)).toEqual([offerId]);
    const journal = await journalPage(moderator, journalFilterSchema.parse({ objet: q }));
    expect(journal.entries.map(({ object }) => object.id)).toContain(structureId);
  });

  it("a reference finds its offer everywhere, however it is typed", async () => {
    for (const q of [reference, reference.toLowerCase().replace("-", " "), `réf. ${reference}`]) {
      const queue = await pendingOffers(moderator, queueFilterSchema.parse({ q }));
      expect(queue.offers.map(({ id }) => id)).toEqual([offerId]);
      const offers = await allOffers(moderator, offerFilterSchema.parse({ q }));
      expect(offers.offers.map(({ id }) => id)).toEqual([offerId]);
      const structures = await structurePage(moderator, structureFilterSchema.parse({ q }));
      expect(structures.structures.map(({ id }) => id)).toEqual([structureId]);
      const journal = await journalPage(moderator, journalFilterSchema.parse({ objet: q }));
      expect(new Set(journal.entries.map(({ object }) => object.id))).toEqual(new Set([offerId]));
    }
  });

  it.each(["helene orleans", "D'ORLEANS NOEL", "orleans@zola", "h.orleans@zola.exemple.fr"])(
    "«%s» finds an account, its structure and what it did",
    async (q) => {
      expect((await foundAccounts(moderator, q)).map(({ id }) => id)).toEqual([accountId]);
      const structures = await structurePage(moderator, structureFilterSchema.parse({ q }));
      expect(structures.structures.map(({ id }) => id)).toEqual([structureId]);
      const journal = await journalPage(moderator, journalFilterSchema.parse({ qui: q }));
      expect(journal.entries.length).toBeGreaterThan(0);
    },
  );

  it("nothing is found for marks alone, and no account for who is no moderator", async () => {
    expect(await foundAccounts(moderator, "%")).toEqual([]);
    expect(await foundAccounts(moderator, "")).toEqual([]);
    expect(await foundAccounts({ kind: "anonymous" }, "orleans")).toEqual([]);
  });
});

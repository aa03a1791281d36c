// Covers: lib/agency/help-desk/ lib/people/structure/ db/schema/ drizzle/
import { and, desc, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { account } from "@/db/schema/account";
import { auditEntry } from "@/db/schema/audit";
import { mail } from "@/db/schema/mail";
import { structure } from "@/db/schema/structure";
import { followMerges } from "@/lib/agency/help-desk/commands/merge-structures";
import { resendConfirmationOf } from "@/lib/agency/help-desk/commands/resend-confirmation";
import { switchAccount } from "@/lib/agency/help-desk/commands/switch-account";
import { overseenAccount } from "@/lib/agency/help-desk/queries/accounts";
import { mergeCandidates } from "@/lib/agency/help-desk/queries/merge";
import { overseenStructure } from "@/lib/agency/help-desk/queries/structure";
import { structureJournal } from "@/lib/agency/help-desk/queries/structure-journal";
import { listStructures, structurePage } from "@/lib/agency/help-desk/queries/structures";
import { type StructureFilter, structureFilterSchema } from "@/lib/agency/help-desk/schema";
import { suspend } from "@/lib/agency/suspension/commands/suspend";
import { compose } from "@/lib/mails/compose";
import { publicOffer } from "@/lib/offer/projection/tables";
import { signIn } from "@/lib/people/account/commands/sign-in";
import { correctStructure } from "@/lib/people/structure/commands";
import { viewerOf } from "@/lib/platform/access/session";
import { db } from "@/lib/platform/database/client";
import { newId } from "@/lib/platform/values/id";
import { invited, newColleague } from "../support/colleagues";
import {
  approved,
  newDraft,
  newModerator,
  newOfferor,
  type Offeror,
  rowOf,
  termId,
} from "../support/people";

const filter = (given: Partial<StructureFilter> = {}): StructureFilter =>
  structureFilterSchema.parse(given);
const isListed = async (offerId: string) =>
  (await db.$count(publicOffer, eq(publicOffer.offerId, offerId))) === 1;

async function named(
  viewer: Offeror,
  name: string,
  more: Partial<typeof structure.$inferInsert> = {},
): Promise<void> {
  await db
    .update(structure)
    .set({ name, ...more })
    .where(eq(structure.id, viewer.structureId));
}

describe("the structures, for the ARS", () => {
  it(
    "are found by name or commune, accents or not, and by department, type, state and " +
      "publication",
    async () => {
      const moderator = await newModerator();
      const [published, silent, held, closed] = [
        await newOfferor(),
        await newOfferor(),
        await newOfferor(),
        await newOfferor(),
      ];
      await approved(published);
      await newDraft(silent);
      await named(published, "Zéphyr Collège Élan");
      await named(silent, "Zéphyr lycée", { communeName: "Gérardmer", department: "67" });
      await named(held, "Zéphyr Foyer", { typeId: await termId("structureType", "EHPAD") });
      await named(closed, "Zéphyr Ancien", { state: "closed" });
      await suspend(moderator, {
        thing: "structure",
        id: held.structureId,
        message: "Fermeture administrative.",
      });
      const found = async (given: Partial<StructureFilter>) =>
        (await structurePage(moderator, filter(given))).structures.map(({ name }) => name);
      expect(await found({ q: "zephyr" })).toEqual([
        "Zéphyr Ancien",
        "Zéphyr Collège Élan",
        "Zéphyr Foyer",
        "Zéphyr lycée",
      ]);
      expect(await found({ q: "ZÉPHYR gerard" })).toEqual(["Zéphyr lycée"]);
      expect(await found({ q: "lycée-zéphyr" })).toEqual(["Zéphyr lycée"]);
      expect(await found({ q: "gérardmer" })).toEqual(["Zéphyr lycée"]);
      expect(await found({ q: "zephyr", departement: "67" })).toEqual(["Zéphyr lycée"]);
      expect(await found({ q: "zephyr", type: await termId("structureType", "EHPAD") })).toEqual([
        "Zéphyr Foyer",
      ]);
      expect(await found({ q: "zephyr", etat: "suspended" })).toEqual(["Zéphyr Foyer"]);
      expect(await found({ q: "zephyr", etat: "closed" })).toEqual(["Zéphyr Ancien"]);
      expect(await found({ q: "zephyr", etat: "active", publication: "jamais" })).toEqual([
        "Zéphyr lycée",
      ]);
      expect(await found({ q: "%" })).toEqual([]);
      expect(
        (await structurePage(moderator, filter({ q: "zephyr college" }))).structures,
      ).toMatchObject([{ accounts: 1, offers: 1, publicOffers: 1, state: "active" }]);
      expect(
        structureFilterSchema.parse({
          departement: "'; drop",
          type: "1",
          etat: "x",
          publication: ["a"],
        }),
      ).toEqual(filter());
    },
  );

  it("are the ARS's alone, and a draft is nobody's but its structure's", async () => {
    const [moderator, offeror] = [await newModerator(), await newOfferor()];
    const [draftId, offerId] = [await newDraft(offeror), await approved(offeror)];
    const seen = await overseenStructure(moderator, offeror.structureId);
    expect(seen).toMatchObject({
      drafts: 1,
      offers: [{ id: offerId, visibility: "visible" }],
      accounts: [{ id: offeror.accountId, standing: "active" }],
    });
    expect(JSON.stringify(seen)).not.toContain(draftId);
    for (const viewer of [offeror, { kind: "anonymous" } as const]) {
      expect(await structurePage(viewer, filter())).toEqual({
        structures: [],
        total: 0,
        next: null,
      });
      expect(await overseenStructure(viewer, offeror.structureId)).toBeNull();
      expect(await overseenAccount(viewer, offeror.accountId)).toBeNull();
      expect(await structureJournal(viewer, offeror.structureId)).toEqual([]);
    }
    for (const id of [newId(), "malforme", offerId])
      expect(await overseenStructure(moderator, id)).toBeNull();
    // A moderator's account belongs to no structure: nobody switches it here.
    expect(await overseenAccount(moderator, moderator.accountId)).toBeNull();
  });

  it(
    "are corrected with what they were before in the log, their representative unnamed, " +
      "and the catalogue follows",
    async () => {
      const [moderator, offeror] = [await newModerator(), await newOfferor()];
      const offerId = await approved(offeror);
      const input = {
        structureId: offeror.structureId,
        name: "Collège corrigé",
        street: "2 place des Vosges",
        postcode: "88000",
        commune: "88160",
        typeId: await termId("structureType", "Lycée"),
        representativeName: "Odile Durand",
        representativeFunction: "Proviseure",
      };
      const [before] = await db
        .select()
        .from(structure)
        .where(eq(structure.id, offeror.structureId));
      for (const viewer of [offeror, { kind: "anonymous" } as const])
        expect(await correctStructure(viewer, input)).toMatchObject({ code: "missing" });
      expect(await correctStructure(moderator, { ...input, structureId: newId() })).toMatchObject({
        code: "missing",
      });
      expect(await correctStructure(moderator, { ...input, commune: "Strasbourg" })).toMatchObject({
        code: "notOfPostcode",
        field: "commune",
      });
      expect(
        await correctStructure(moderator, { ...input, typeId: await termId("theme", "Sommeil") }),
      ).toMatchObject({ code: "typeUnknown" });
      expect(await correctStructure(moderator, input)).toMatchObject({ ok: true });
      expect(
        (await db.select().from(publicOffer).where(eq(publicOffer.offerId, offerId)))[0],
      ).toMatchObject({ structureName: "Collège corrigé", page: { structure: { type: "Lycée" } } });
      const told = () =>
        db
          .select()
          .from(auditEntry)
          .where(
            and(
              eq(auditEntry.objectId, offeror.structureId),
              eq(auditEntry.deed, "structure:correct"),
            ),
          );
      expect((await told())[0]?.detail).toEqual({
        changes: {
          name: { before: before?.name, after: "Collège corrigé" },
          street: { before: before?.street, after: "2 place des Vosges" },
          typeId: { before: before?.typeId, after: input.typeId },
          representative: null,
        },
      });
      expect(await structureJournal(moderator, offeror.structureId)).toContainEqual(
        expect.objectContaining({
          deed: "structure:correct",
          actorKind: "moderator",
          changes: expect.objectContaining({
            typeId: { before: "Collège", after: "Lycée" },
          }) as unknown,
        }),
      );
      // The same again changes nothing, and says nothing.
      expect(await correctStructure(moderator, input)).toMatchObject({ ok: true });
      expect(await told()).toHaveLength(1);
    },
  );
});

describe("the accounts of a structure, for the ARS", () => {
  it("are closed at the next request of an old session, with their offers, and opened again", async () => {
    const [moderator, offeror] = [await newModerator(), await newOfferor()];
    const offerId = await approved(offeror);
    for (const viewer of [offeror, { kind: "anonymous" } as const])
      expect(await switchAccount(viewer, offeror.accountId, "deactivate")).toMatchObject({
        code: "notFound",
      });
    for (const id of [newId(), moderator.accountId])
      expect(await switchAccount(moderator, id, "deactivate")).toMatchObject({ code: "notFound" });
    expect(await switchAccount(moderator, offeror.accountId, "reactivate")).toMatchObject({
      code: "notDisabled",
    });
    expect((await viewerOf(offeror.sessionId)).kind).toBe("offeror");
    expect(await switchAccount(moderator, offeror.accountId, "deactivate")).toMatchObject({
      ok: true,
    });
    expect((await viewerOf(offeror.sessionId)).kind).toBe("anonymous");
    expect(await isListed(offerId)).toBe(false);
    const [row] = await db.select().from(account).where(eq(account.id, offeror.accountId));
    const credentials = { email: row?.email ?? "", password: "Prevention1" };
    expect(await signIn(credentials)).toMatchObject({ code: "badCredentials" });
    expect(await overseenAccount(moderator, offeror.accountId)).toMatchObject({
      standing: "disabled",
    });
    const letter = async () =>
      (await compose("accountSwitched", { accountId: offeror.accountId }))?.subject;
    const letters = () =>
      db.$count(mail, and(eq(mail.kind, "accountSwitched"), eq(mail.recipient, row?.email ?? "")));
    expect([await letters(), await letter()]).toEqual([1, "Votre compte est désactivé"]);
    expect(await switchAccount(moderator, offeror.accountId, "reactivate")).toMatchObject({
      ok: true,
    });
    expect(await isListed(offerId)).toBe(true);
    expect([await letters(), await letter()]).toEqual([2, "Votre compte est réactivé"]);
    expect((await viewerOf(offeror.sessionId)).kind).toBe("anonymous");
    expect(await signIn(credentials)).toMatchObject({ ok: true });
  });

  it("of a hundred parallel deactivations one does it, and the log tells one", async () => {
    const [moderator, other, offeror] = [
      await newModerator(),
      await newModerator(),
      await newOfferor(),
    ];
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        switchAccount(index % 2 ? moderator : other, offeror.accountId, "deactivate"),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === "notActive")).toHaveLength(
      99,
    );
    expect(
      await db.$count(
        auditEntry,
        and(eq(auditEntry.objectId, offeror.accountId), eq(auditEntry.deed, "account:deactivate")),
      ),
    ).toBe(1);
  });

  it(
    "get the confirmation of their address again, five times an hour, as long as there is " +
      "something to confirm",
    async () => {
      const [moderator, offeror, other] = [
        await newModerator(),
        await newOfferor({ confirmed: false }),
        await newOfferor(),
      ];
      const colleague = await newColleague(other);
      expect(await resendConfirmationOf(offeror, offeror.accountId)).toMatchObject({
        code: "notFound",
      });
      expect(await resendConfirmationOf(moderator, await invited(other))).toMatchObject({
        code: "notFound",
      });
      expect(await resendConfirmationOf(moderator, colleague.accountId)).toMatchObject({
        code: "alreadyConfirmed",
      });
      const mails = () =>
        db.$count(
          mail,
          and(
            eq(mail.kind, "confirmAddress"),
            sql`${mail.params}->>'accountId' = ${offeror.accountId}`,
          ),
        );
      const before = await mails();
      const codes: string[] = [];
      for (let time = 0; time < 6; time++) {
        const outcome = await resendConfirmationOf(moderator, offeror.accountId);
        codes.push(outcome.ok ? "sent" : outcome.code);
      }
      expect(codes).toEqual(["sent", "sent", "sent", "sent", "sent", "mailedRecently"]);
      expect((await mails()) - before).toBe(5);
    },
  );
});

describe("twenty thousand structures", () => {
  it(
    "are walked without a gap, each page within 100 ms in the database, by the index of " + "names",
    async () => {
      const [moderator, offeror] = [await newModerator(), await newOfferor()];
      const offerId = await approved(offeror);
      await db.execute(sql`
      insert into structure (id, name, street, postcode, commune_code, commune_name, department, type_id, representative_name, representative_function, created_at)
      select gen_random_uuid(), (array['Collège ', 'École ', 'EHPAD ', 'Association '])[1 + n % 4] || md5(n::text), 'rue', '88000', '88160', (array['Épinal', 'Metz', 'Nancy', 'Reims'])[1 + n % 4], (array['88', '57', '54', '51'])[1 + n % 4], ${await termId("structureType", "Collège")}, '', '', now()
      from generate_series(1, 20000) n`);
      await db.execute(sql`
      insert into account (id, structure_id, role, email, last_name, first_name, function, phone, state, created_at)
      select gen_random_uuid(), id, 'administrator', id || '@masse.example', 'a', 'b', 'c', '', 'active', now() from structure where street = 'rue'`);
      await db.execute(sql`
      insert into offer (id, reference, structure_id, account_id, campaign, validation, publication, published_at, current_revision_id, approved_revision_id, created_at, updated_at)
      select gen_random_uuid(), 'M' || row_number() over (), s.id, a.id, 2026, 'approved', 'published', case when n < 4 then now() end, ${(await rowOf(offerId)).currentRevisionId}, null, now(), now()
      from structure s join account a on a.structure_id = s.id cross join generate_series(1, 5) n where s.street = 'rue' and left(md5(s.name), 1) < 'c'`);
      for (const table of ["structure", "account", "offer"])
        await db.execute(sql`analyze ${sql.raw(table)}`);

      const walked: string[] = [];
      for (let after = "", pages = 0; pages < 5; pages++) {
        const page = await structurePage(moderator, filter({ departement: "57" }), after);
        walked.push(...page.structures.map(({ id }) => id));
        after = page.next ?? "";
      }
      expect(new Set(walked).size).toBe(150);
      const [last] = await db
        .select({ id: structure.id })
        .from(structure)
        .where(eq(structure.department, "57"))
        .orderBy(desc(sql`name collate "und-x-icu"`), desc(structure.id))
        .limit(1);
      expect(
        (await structurePage(moderator, filter({ departement: "57" }), last?.id)).structures,
      ).toEqual([]);

      const slowest: Record<string, number> = {};
      for (const [name, given] of Object.entries({
        all: {},
        words: { q: "ab12" },
        place: { q: "college nancy" },
        never: { publication: "jamais" },
        suspended: { etat: "suspended" },
        none: { q: "introuvable" },
        together: { q: "metz", departement: "57", publication: "jamais" },
      } as const)) {
        const times: number[] = [];
        for (let turn = 0; turn < 7; turn++) {
          const started = performance.now();
          await structurePage(moderator, filter(given), turn % 2 ? walked[90] : "");
          times.push(performance.now() - started);
        }
        slowest[name] = Math.round(times.sort((a, b) => a - b)[3] ?? 0);
      }
      console.log(
        "20 000 structures, 20 000 accounts, 75 000 offers; median of seven, rows and total, ms:",
        slowest,
      );
      const plan = async (given: Partial<StructureFilter>) =>
        JSON.stringify(
          await db.execute(sql`explain (format json) ${listStructures(filter(given), undefined)}`),
        );
      expect(await plan({})).toContain("structure_name");
      expect(await plan({ publication: "jamais" })).toContain("offer_once_published");
      expect(await plan({ q: "ab12cd" })).toContain("structure_search");
      const alike = performance.now();
      await mergeCandidates(moderator, walked[0] ?? "", "");
      const late = performance.now();
      await followMerges();
      console.log(
        "those that look like one, ms:",
        Math.round(late - alike),
        "what came late to a merged one, ms:",
        Math.round(performance.now() - late),
      );
      const detail = performance.now();
      await overseenStructure(moderator, walked[0] ?? "");
      await structureJournal(moderator, walked[0] ?? "");
      console.log(`one structure whole: ${Math.round(performance.now() - detail)} ms`);
    },
  );
});

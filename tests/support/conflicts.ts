import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { account } from "@/db/schema/account";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import type { ActionResult, FormValues } from "@/lib/platform/form/action-result";
import { formsOf, type PageForm, type Signed } from "./page-forms";
import { newModerator, newOfferor, type Offeror } from "./people";

/** Something that several people may change at its own page. */
export interface Setting extends PageForm {
  /** What the first to save changes, and what the second types on the page opened before that. */
  first: FormValues;
  second: FormValues;
  /** How what differs is told. */
  told: { label: string; mine: string; theirs: string }[];
  address: string;
  stored: () => Promise<unknown>;
  /** What is stored after the first and after the second. */
  kept: [unknown, unknown];
  /** Who saves; two moderators otherwise. */
  who?: readonly [Signed, Signed];
}

export function conflictOf(answer: string | ActionResult<unknown>) {
  return typeof answer === "object" && !answer.ok ? answer.conflict : undefined;
}

async function called<T extends Signed>(viewer: T, firstName: string, lastName: string) {
  await db.update(account).set({ firstName, lastName }).where(eq(account.id, viewer.accountId));
  return viewer;
}

/** Two administrators of one structure, the first of whom is Paul Weber. */
export async function twoOfOneStructure(): Promise<[Offeror, Offeror]> {
  const [other, owner] = [await newOfferor(), await newOfferor()];
  const { structureId } = owner;
  await db.update(account).set({ structureId }).where(eq(account.id, other.accountId));
  return [await called({ ...other, structureId }, "Paul", "Weber"), owner];
}

/** What holds for every one of them. */
export function describeConflicts(
  asking: { viewer: Viewer },
  settings: [string, () => Promise<Setting>][],
): void {
  const { opened, send } = formsOf(asking);
  describe.each(settings)("%s", (_, make) => {
    let made: { setting: Setting; who: readonly [Signed, Signed] } | undefined;
    beforeEach(async () => {
      const setting = await make();
      const who = setting.who ?? [
        await called(await newModerator(), "Paul", "Weber"),
        await newModerator(),
      ];
      made = { setting, who };
    });
    const ready = () => {
      if (!made) throw new Error("nothing was made");
      return { setting: made.setting, first: made.who[0], second: made.who[1] };
    };

    it("tells the second of two who opened it what the first saved, and saves over it", async () => {
      const { setting, first, second } = ready();
      const [hers, his] = [await opened(setting, first), await opened(setting, second)];
      expect(await send(setting, first, { ...hers, ...setting.first })).toContain("fait=");
      expect(await setting.stored()).toEqual(setting.kept[0]);

      const typed = { ...his, ...setting.second };
      const told = await send(setting, second, typed);
      expect(told).toMatchObject({
        ok: false,
        code: "changedMeanwhile",
        fieldErrors: {},
        // The form is made of it again, and says what it was made from.
        values: { base: his.base, ...setting.second },
        conflict: {
          by: "Paul Weber",
          at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
          differences: setting.told,
          address: setting.address,
        },
      });
      expect(await setting.stored()).toEqual(setting.kept[0]);
      // Sent again without a choice it is asked again.
      expect(conflictOf(await send(setting, second, typed))).toEqual(conflictOf(told));

      const intent = `overwrite:${conflictOf(told)?.base ?? ""}`;
      expect(await send(setting, second, { ...typed, intent })).toContain("fait=");
      expect(await setting.stored()).toEqual(setting.kept[1]);
      // What was agreed to be replaced is no longer what stands there.
      expect(
        conflictOf(await send(setting, first, { ...hers, ...setting.first, intent })),
      ).toBeDefined();
    });

    it("is saved by one of two at once", async () => {
      const { setting, first, second } = ready();
      const [hers, his] = [await opened(setting, first), await opened(setting, second)];
      const answers = await Promise.all([
        send(setting, first, { ...hers, ...setting.first }),
        send(setting, first, { ...his, ...setting.second }),
      ]);
      expect(answers.filter((answer) => typeof answer === "string")).toHaveLength(1);
      expect(answers.map(conflictOf).filter(Boolean)).toHaveLength(1);
    });

    it("is no conflict where both typed alike, nor opened again", async () => {
      const { setting, first, second } = ready();
      const [hers, his] = [await opened(setting, first), await opened(setting, second)];
      for (const [viewer, form] of [
        [first, hers],
        [second, his],
      ] as const)
        expect(await send(setting, viewer, { ...form, ...setting.first })).toContain("fait=");
      const again = await opened(setting, second);
      expect(await send(setting, second, { ...again, ...setting.second })).toContain("fait=");
    });

    it("is told to be one’s own that was saved in another tab", async () => {
      const { setting, first } = ready();
      const [one, other] = [await opened(setting, first), await opened(setting, first)];
      expect(await send(setting, first, { ...one, ...setting.first })).toContain("fait=");
      expect(conflictOf(await send(setting, first, { ...other, ...setting.second }))?.by).toBe(
        "vous, dans un autre onglet",
      );
    });

    it("that comes from a form which does not say what it showed is asked about", async () => {
      const { setting, first, second } = ready();
      const { base, ...hers } = await opened(setting, first);
      expect(base).toBeDefined();
      expect(await send(setting, first, hers)).toContain("fait=");
      await send(setting, first, { ...(await opened(setting, first)), ...setting.first });
      expect(conflictOf(await send(setting, second, { ...hers, ...setting.second }))).toBeDefined();
    });
  });
}

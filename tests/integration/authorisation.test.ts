import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import * as accountActions from "@/lib/account/actions";
import * as importActions from "@/lib/import/actions";
import * as offerActions from "@/lib/offer/actions";
import type { ActionResult } from "@/lib/platform/action-result";
import { newId } from "@/lib/platform/id";
import type { Viewer } from "@/lib/platform/policy";
import * as siteActions from "@/lib/site/actions";
import { newDraft, newModerator, newOfferor, rowOf, submitted, type Offeror } from "../support/people";

const asking = vi.hoisted(() => ({ viewer: { kind: "anonymous" } as Viewer, origin: "http://localhost:3000" as string | null }));

// The request around an action: who asks and from where. Everything behind it is real.
vi.mock("next/headers", () => ({
  headers: () => Promise.resolve(new Headers(asking.origin === null ? {} : { origin: asking.origin })),
  cookies: () => Promise.resolve({ get: () => undefined, set: () => undefined, delete: () => undefined }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("@/lib/platform/session", async (original) => ({ ...(await original<object>()), getViewer: () => Promise.resolve(asking.viewer) }));

type Answer = "done" | "signedOut" | "notAllowed" | "notFound" | "invalid" | "other";
type Run = (previous: null, formData: FormData) => Promise<ActionResult<unknown>>;

async function ask(viewer: Viewer, action: Run, fields: Record<string, string>): Promise<Answer> {
  asking.viewer = viewer;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    const result = await action(null, form);
    if (result.ok) return "done";
    const known: Answer[] = ["signedOut", "notAllowed", "notFound", "invalid"];
    return known.find((code) => code === result.code) ?? "other";
  } catch (error) {
    if (error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_REDIRECT")) return "done";
    throw error;
  }
}

/** What an action that names an offer answers to each actor, own offer or not. */
const offerActionRows = {
  saveInformationAction: { fields: { intent: "later" }, moderator: "notAllowed" },
  saveSiteAction: { fields: { intent: "later" }, moderator: "notAllowed" },
  submitOfferAction: { fields: {}, moderator: "notAllowed" },
  moveOfferAction: { fields: { move: "delete" }, moderator: "notAllowed" },
} as const;

/** Actions about the asker only, with the answer to an anonymous visitor, an offeror and a moderator. */
const accountActionRows: Record<string, readonly [Answer, Answer, Answer]> = {
  registerStructureAction: ["invalid", "notAllowed", "notAllowed"],
  registerAccountAction: ["invalid", "notAllowed", "notAllowed"],
  signInAction: ["invalid", "invalid", "invalid"],
  signOutAction: ["done", "done", "done"],
  forgottenPasswordAction: ["invalid", "invalid", "invalid"],
  choosePasswordAction: ["invalid", "invalid", "invalid"],
  confirmAddressAction: ["invalid", "invalid", "invalid"],
  resendConfirmationAction: ["signedOut", "done", "done"],
  demoSignInAction: ["invalid", "invalid", "invalid"],
};

/** Actions on imports, kept sites and referents; the commands' own tests hold the foreign ones (import.test.ts, sites.test.ts). */
const structureActionRows: Record<string, readonly [Answer, Answer, Answer]> = {
  startImportAction: ["signedOut", "invalid", "notAllowed"],
  cancelImportAction: ["signedOut", "invalid", "notAllowed"],
  saveStructureSiteAction: ["signedOut", "invalid", "notAllowed"],
  saveReferentAction: ["signedOut", "invalid", "notAllowed"],
  removeKeptAction: ["signedOut", "invalid", "notAllowed"],
};
const structureActions: Record<string, unknown> = { ...importActions, ...siteActions };

describe("authorisation of every action", () => {
  let owner: Offeror;
  let stranger: Offeror;
  let moderator: Viewer;
  beforeAll(async () => {
    [owner, stranger, moderator] = [await newOfferor(), await newOfferor(), await newModerator()];
  });

  it("has a row for every action there is", () => {
    const written = [...Object.keys(offerActionRows), "decideOfferAction", ...Object.keys(accountActionRows), ...Object.keys(structureActionRows), "signOutFormAction"].sort();
    expect([...Object.keys(accountActions), ...Object.keys(offerActions), ...Object.keys(structureActions)].sort()).toEqual(written);
  });

  it("exports only actions from files that the browser can call", () => {
    for (const file of ["lib/account/actions.ts", "lib/offer/actions.ts", "lib/import/actions.ts", "lib/site/actions.ts"]) {
      for (const line of readFileSync(file, "utf8").split("\n").filter((text) => text.startsWith("export "))) {
        expect(line).toMatch(/^export const \w+Action = defineAction\(\{$|^export async function signOutFormAction/);
      }
    }
  });

  for (const [name, row] of Object.entries(offerActionRows)) {
    it(`${name}: owner only; foreign, missing and malformed change nothing`, async () => {
      const action = offerActions[name as keyof typeof offerActionRows] as Run;
      const offerId = await newDraft(owner);
      const { version } = await rowOf(offerId);
      const fields = { ...row.fields, offerId, version: String(version) };
      expect(await ask({ kind: "anonymous" }, action, fields)).toBe("signedOut");
      expect(await ask(moderator, action, fields)).toBe(row.moderator);
      const foreign = await ask(stranger, action, fields);
      expect(["notFound", "invalid"]).toContain(foreign);
      if (!name.startsWith("saveInformation")) expect(await ask(stranger, action, { ...fields, offerId: newId() })).toBe(foreign);
      expect(await ask(owner, action, { ...fields, offerId: "1 or 1=1" })).toBe("invalid");
      expect((await rowOf(offerId)).version).toBe(version);
      expect(await ask(owner, action, fields)).toBe("done");
    });
  }

  it("decideOfferAction: moderators only", async () => {
    const offerId = await submitted(owner);
    const fields = { offerId, revisionId: (await rowOf(offerId)).currentRevisionId ?? "", decision: "approve", reason: "" };
    expect(await ask({ kind: "anonymous" }, offerActions.decideOfferAction, fields)).toBe("signedOut");
    expect(await ask(owner, offerActions.decideOfferAction, fields)).toBe("notAllowed");
    expect(await ask(moderator, offerActions.decideOfferAction, { ...fields, offerId: newId() })).toBe("notFound");
    expect((await rowOf(offerId)).validation).toBe("pending");
    expect(await ask(moderator, offerActions.decideOfferAction, fields)).toBe("done");
  });

  for (const [name, expected] of Object.entries(accountActionRows)) {
    it(`${name}: ${expected.join(", ")}`, async () => {
      const action = accountActions[name as keyof typeof accountActions] as Run;
      const answers: Answer[] = [];
      for (const viewer of [{ kind: "anonymous" } as const, owner, moderator]) answers.push(await ask(viewer, action, {}));
      expect(answers).toEqual(expected);
    });
  }

  for (const [name, expected] of Object.entries(structureActionRows)) {
    it(`${name}: ${expected.join(", ")}`, async () => {
      const answers: Answer[] = [];
      for (const viewer of [{ kind: "anonymous" } as const, owner, moderator]) answers.push(await ask(viewer, structureActions[name] as Run, {}));
      expect(answers).toEqual(expected);
    });
  }

  it("refuses whatever does not come from our own origin, signed in or not", async () => {
    const offerId = await newDraft(owner);
    for (const origin of [null, "null", "https://attacker.example", "http://localhost:3001"]) {
      asking.origin = origin;
      expect(await ask(owner, offerActions.moveOfferAction, { offerId, move: "delete" })).toBe("other");
    }
    asking.origin = "http://localhost:3000";
    expect((await rowOf(offerId)).deletedAt).toBeNull();
  });
});

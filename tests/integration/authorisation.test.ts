import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import * as oversightActions from "@/lib/agency/help-desk/actions";
import * as moderationActions from "@/lib/agency/moderation/actions";
import * as moderatorActions from "@/lib/agency/preferences/actions";
import * as reportActions from "@/lib/agency/report/actions";
import * as suspensionActions from "@/lib/agency/suspension/actions";
import * as vocabularyActions from "@/lib/agency/vocabulary/actions";
import * as alertActions from "@/lib/catalogue/alert/actions";
import * as contactActions from "@/lib/catalogue/contact/actions";
import { formPages } from "@/lib/offer/content/draft";
import { draftVersion } from "@/lib/offer/content/draft-version";
import * as offerActions from "@/lib/offer/draft/actions";
import * as importActions from "@/lib/offer/import/actions";
import * as siteActions from "@/lib/offer/places/actions";
import * as reminderActions from "@/lib/offer/reminder/actions";
import * as renewalActions from "@/lib/offer/renewal/actions";
import * as accountActions from "@/lib/people/account/actions";
import * as membershipActions from "@/lib/people/membership/actions";
import * as profileActions from "@/lib/people/profile/actions";
import * as structureActions from "@/lib/people/structure/actions";
import type { Viewer } from "@/lib/platform/access/policy";
import type { ActionResult } from "@/lib/platform/form/action-result";
import { newId } from "@/lib/platform/values/id";
import * as campaignActions from "@/lib/reference/campaign/actions";
import * as textActions from "@/lib/reference/text/actions";
import {
  approved,
  newDraft,
  newModerator,
  newOfferor,
  type Offeror,
  rowOf,
  submitted,
} from "../support/people";

const asking = vi.hoisted<{ viewer: Viewer; origin: string | null }>(() => ({
  viewer: { kind: "anonymous" },
  origin: "http://localhost:3000",
}));

// The request around an action: who asks and from where. Everything behind it is real.
vi.mock("next/headers", () => ({
  headers: () =>
    Promise.resolve(new Headers(asking.origin === null ? {} : { origin: asking.origin })),
  cookies: () =>
    Promise.resolve({ get: () => undefined, set: () => undefined, delete: () => undefined }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("@/lib/platform/access/session", async (original) => ({
  ...(await original<object>()),
  getViewer: () => Promise.resolve(asking.viewer),
}));

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
    if (
      error instanceof Error &&
      "digest" in error &&
      String(error.digest).startsWith("NEXT_REDIRECT")
    )
      return "done";
    throw error;
  }
}

/** What an action that names an offer answers to each actor, own offer or not. */
const offerActionRows = {
  saveInformationAction: { fields: { intent: "later" }, moderator: "notAllowed" },
  saveSiteAction: { fields: { intent: "later" }, moderator: "notAllowed" },
  submitOfferAction: { fields: {}, moderator: "notAllowed" },
  moveOfferAction: { fields: { move: "delete" }, moderator: "notAllowed" },
  duplicateOfferAction: { fields: { copyId: newId() }, moderator: "notAllowed" },
} as const;

/**
 * Actions about the asker only, with the answer to an anonymous visitor, an offeror and a
 * moderator.
 */
const accountActionRows: Record<string, readonly [Answer, Answer, Answer]> = {
  registerStructureAction: ["invalid", "notAllowed", "notAllowed"],
  registerAccountAction: ["invalid", "notAllowed", "notAllowed"],
  signInAction: ["invalid", "invalid", "invalid"],
  signInAgainAction: ["invalid", "invalid", "invalid"],
  signOutAction: ["done", "done", "done"],
  forgottenPasswordAction: ["invalid", "invalid", "invalid"],
  choosePasswordAction: ["invalid", "invalid", "invalid"],
  confirmAddressAction: ["invalid", "invalid", "invalid"],
  resendConfirmationAction: ["signedOut", "other", "done"],
  demoSignInAction: ["invalid", "invalid", "invalid"],
};

/**
 * The same for «Mon profil», «Collègues», imports and kept places, an editor of the structure
 * between the administrator and the moderator.
 */
const spaceActionRows: Record<string, readonly [Answer, Answer, Answer, Answer]> = {
  editIdentityAction: ["signedOut", "invalid", "invalid", "invalid"],
  chooseMailsAction: ["signedOut", "done", "done", "done"],
  changePasswordAction: ["signedOut", "invalid", "invalid", "invalid"],
  requestAddressChangeAction: ["signedOut", "invalid", "invalid", "invalid"],
  cancelAddressChangeAction: ["signedOut", "done", "done", "done"],
  confirmNewAddressAction: ["invalid", "invalid", "invalid", "invalid"],
  endSessionAction: ["signedOut", "invalid", "invalid", "invalid"],
  endOtherSessionsAction: ["signedOut", "done", "done", "done"],
  correctStructureAction: ["signedOut", "notAllowed", "notAllowed", "invalid"],
  closeAccountAction: ["signedOut", "invalid", "invalid", "notAllowed"],
  editStructureAction: ["signedOut", "invalid", "notAllowed", "notAllowed"],
  inviteColleagueAction: ["signedOut", "invalid", "notAllowed", "notAllowed"],
  resendInvitationAction: ["signedOut", "invalid", "notAllowed", "notAllowed"],
  cancelInvitationAction: ["signedOut", "invalid", "notAllowed", "notAllowed"],
  changeRoleAction: ["signedOut", "invalid", "notAllowed", "notAllowed"],
  transferRoleAction: ["signedOut", "invalid", "notAllowed", "notAllowed"],
  removeColleagueAction: ["signedOut", "invalid", "notAllowed", "notAllowed"],
  joinStructureAction: ["invalid", "invalid", "invalid", "invalid"],
  reviewImportAction: ["signedOut", "invalid", "invalid", "notAllowed"],
  cancelImportAction: ["signedOut", "invalid", "invalid", "notAllowed"],
  resumeImportAction: ["signedOut", "invalid", "invalid", "notAllowed"],
  saveStructureSiteAction: ["signedOut", "invalid", "invalid", "notAllowed"],
  reportOfferAction: ["invalid", "invalid", "invalid", "invalid"],
  saveReferentAction: ["signedOut", "invalid", "invalid", "notAllowed"],
  removeSavedPlaceAction: ["signedOut", "invalid", "invalid", "notAllowed"],
  inviteModeratorAction: ["signedOut", "notAllowed", "notAllowed", "notAllowed"],
  resendModeratorInvitationAction: ["signedOut", "notAllowed", "notAllowed", "notAllowed"],
  cancelModeratorInvitationAction: ["signedOut", "notAllowed", "notAllowed", "notAllowed"],
  changeModeratorRoleAction: ["signedOut", "notAllowed", "notAllowed", "notAllowed"],
  disableModeratorAction: ["signedOut", "notAllowed", "notAllowed", "notAllowed"],
  enableModeratorAction: ["signedOut", "notAllowed", "notAllowed", "notAllowed"],
  joinModeratorsAction: ["invalid", "invalid", "invalid", "invalid"],
  choosePreferencesAction: ["signedOut", "notAllowed", "notAllowed", "invalid"],
  addTermAction: ["signedOut", "notAllowed", "notAllowed", "invalid"],
  moveTermAction: ["signedOut", "notAllowed", "notAllowed", "invalid"],
  renameTermAction: ["signedOut", "notAllowed", "notAllowed", "invalid"],
  retireTermAction: ["signedOut", "notAllowed", "notAllowed", "invalid"],
  takeTermBackAction: ["signedOut", "notAllowed", "notAllowed", "invalid"],
  mergeTermAction: ["signedOut", "notAllowed", "notAllowed", "invalid"],
  saveSynonymsAction: ["signedOut", "notAllowed", "notAllowed", "invalid"],
  deleteSynonymsAction: ["signedOut", "notAllowed", "notAllowed", "invalid"],
  subscribeAlertAction: ["invalid", "invalid", "invalid", "invalid"],
  confirmAlertAction: ["invalid", "invalid", "invalid", "invalid"],
  endAlertAction: ["invalid", "invalid", "invalid", "invalid"],
  writeToStructureAction: ["invalid", "invalid", "invalid", "invalid"],
};
const spaceActions = {
  ...profileActions,
  ...structureActions,
  ...membershipActions,
  ...importActions,
  ...siteActions,
  ...vocabularyActions,
  ...moderatorActions,
  ...alertActions,
  ...contactActions,
  reportOfferAction: reportActions.reportOfferAction,
};
/** Actions that need an offer the public sees: their own test says who may. */
const publishedOfferActions = ["pauseOfferAction", "renewOfferAction"];

/**
 * Actions of a moderator, with what they send about a pending offer. Only `decideOfferAction` moves
 * it.
 */
const moderatorActionRows: Record<
  string,
  (offerId: string, revisionId: string) => Record<string, string>
> = {
  claimOfferAction: (offerId) => ({ offerId, queue: "" }),
  releaseOfferAction: (offerId) => ({ offerId, queue: "" }),
  writeNoteAction: (offerId) => ({ offerId, queue: "", words: "Appeler lundi." }),
  saveCampaignAction: () => ({ year: "2099", opensOn: "", closesOn: "" }),
  saveTextAction: () => ({ code: "homeLead", words: "" }),
  saveTemplateAction: () => ({
    decision: "refused",
    name: `Motif ${newId()}`,
    words: "Hors sujet.",
  }),
  decideOfferAction: (offerId, revisionId) => ({
    offerId,
    revisionId,
    decision: "approve",
    reason: "",
  }),
};
const queueActions = { ...moderationActions, ...campaignActions, ...textActions };
/**
 * Those that need more than a pending offer: a batch, a decision to take back, a template. They are
 * asked below.
 */
const otherModeratorActions = ["decideOffersAction", "undoDecisionsAction", "deleteTemplateAction"];

/** Actions of the ARS about structures, accounts and what is suspended: nobody else's. */
const { endViewAsAction, ...overseeing } = oversightActions;
const agencyActions = {
  ...overseeing,
  ...suspensionActions,
  correctStructureAction: structureActions.correctStructureAction,
  treatReportsAction: reportActions.treatReportsAction,
};

/** Actions that a signed link opens to anyone who holds it. */
const linkActions = ["answerRenewalAction", "stopRemindersAction"];
/** The one such action among those of the space. */
const spaceLinkActions = ["stopDigestAction"];
/** Changes nothing for anyone who does not look at a space. */
const endOfView = { endViewAsAction };

/** Every action there is, by its room. */
const everyAction = [
  accountActions,
  queueActions,
  offerActions,
  reminderActions,
  renewalActions,
  spaceActions,
  oversightActions,
  suspensionActions,
  { treatReportsAction: reportActions.treatReportsAction },
];

describe("authorisation of every action", () => {
  let owner: Offeror;
  let stranger: Offeror;
  let moderator: Viewer;
  beforeAll(async () => {
    [owner, stranger, moderator] = [await newOfferor(), await newOfferor(), await newModerator()];
  });

  it("has a row for every action there is", () => {
    const written = [
      ...Object.keys(offerActionRows),
      ...Object.keys(moderatorActionRows),
      ...otherModeratorActions,
      ...Object.keys(accountActionRows),
      ...Object.keys(spaceActionRows),
      ...publishedOfferActions,
      ...linkActions,
      ...spaceLinkActions,
      ...Object.keys(endOfView),
      ...Object.keys(agencyActions).filter((name) => !(name in spaceActions)),
    ].sort();
    expect(everyAction.flatMap((actions) => Object.keys(actions)).sort()).toEqual(written);
  });

  it("exports only actions from files that the browser can call", () => {
    for (const file of readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith("/actions.ts"),
    )) {
      for (const line of readFileSync(`lib/${file}`, "utf8")
        .split("\n")
        .filter((text) => text.startsWith("export "))) {
        expect(line).toMatch(/^export const \w+Action = defineAction\(/);
      }
    }
  });

  for (const [name, row] of Object.entries(offerActionRows)) {
    it(`${name}: owner only; foreign, missing and malformed change nothing`, async () => {
      const action = offerActions[name as keyof typeof offerActionRows] as Run;
      const offerId = await newDraft(owner);
      const { version, draft } = await rowOf(offerId);
      const base = formPages.map((page) => draftVersion(page, draft?.values ?? {})).join(",");
      const fields = { ...row.fields, offerId, base, version: String(version) };
      expect(await ask({ kind: "anonymous" }, action, fields)).toBe("signedOut");
      expect(await ask(moderator, action, fields)).toBe(row.moderator);
      const foreign = await ask(stranger, action, fields);
      expect(["notFound", "invalid"]).toContain(foreign);
      if (!name.startsWith("saveInformation"))
        expect(await ask(stranger, action, { ...fields, offerId: newId() })).toBe(foreign);
      expect(await ask(owner, action, { ...fields, offerId: "1 or 1=1" })).toBe("invalid");
      expect((await rowOf(offerId)).version).toBe(version);
      expect(await ask(owner, action, fields)).toBe("done");
    });
  }

  it("actions about a pending offer: moderators only; missing and malformed change nothing", async () => {
    const offerId = await submitted(owner);
    const revisionId = (await rowOf(offerId)).currentRevisionId ?? "";
    for (const [name, fieldsOf] of Object.entries(moderatorActionRows)) {
      const action = queueActions[name as keyof typeof queueActions] as Run;
      const fields = fieldsOf(offerId, revisionId);
      expect(await ask({ kind: "anonymous" }, action, fields), name).toBe("signedOut");
      for (const viewer of [owner, stranger])
        expect(await ask(viewer, action, fields), name).toBe("notAllowed");
      if (fields.offerId) {
        expect(await ask(moderator, action, { ...fields, offerId: "1 or 1=1" }), name).toBe(
          "invalid",
        );
        // Nothing to give back is an answer.
        expect(await ask(moderator, action, { ...fields, offerId: newId() }), name).toBe(
          name === "releaseOfferAction" ? "done" : "notFound",
        );
      }
      expect((await rowOf(offerId)).validation).toBe("pending");
      expect(await ask(moderator, action, fields), name).toBe("done");
    }
  });

  it("decideOffersAction, undoDecisionsAction, deleteTemplateAction: moderators only", async () => {
    const offerId = await submitted(owner);
    const picked = `${offerId}:${(await rowOf(offerId)).currentRevisionId ?? ""}`;
    const actions = [
      [
        moderationActions.decideOffersAction,
        { picked, decision: "approve", reason: "", queue: "" },
        "done",
      ],
      [moderationActions.undoDecisionsAction, { batchId: newId(), queue: "" }, "other"],
      [moderationActions.deleteTemplateAction, { templateId: newId() }, "notFound"],
    ] as const;
    for (const [action, fields, answer] of actions) {
      expect(await ask({ kind: "anonymous" }, action as Run, fields)).toBe("signedOut");
      for (const viewer of [owner, stranger])
        expect(await ask(viewer, action as Run, fields)).toBe("notAllowed");
      expect(await ask(moderator, action as Run, {})).toBe("invalid");
      expect(await ask(moderator, action as Run, fields)).toBe(answer);
    }
  });

  it("actions of the ARS: moderators only, whatever is named", async () => {
    const subject = {
      thing: "account",
      id: stranger.accountId,
      accountId: stranger.accountId,
      message: "Motif",
      suspensionId: newId(),
      structureId: newId(),
      targetId: newId(),
      offerId: newId(),
      reportIds: newId(),
      outcome: "noEffect",
    };
    for (const [name, action] of Object.entries(agencyActions) as [string, Run][]) {
      expect([name, await ask({ kind: "anonymous" }, action, subject)]).toEqual([
        name,
        "signedOut",
      ]);
      for (const viewer of [owner, stranger, { ...owner, role: "editor" } as const])
        expect([name, await ask(viewer, action, subject)]).toEqual([name, "notAllowed"]);
      expect([
        name,
        await ask(moderator, action, {
          ...subject,
          thing: "everything",
          id: "1 or 1=1",
          accountId: "x",
          offerId: "x",
          targetId: "x",
        }),
      ]).toEqual([name, "invalid"]);
      if (name !== "correctStructureAction")
        expect([
          name,
          await ask(moderator, action, { ...subject, id: newId(), accountId: newId() }),
        ]).toEqual([name, "notFound"]);
    }
    expect(await ask(moderator, suspensionActions.suspendAction, subject)).toBe("done");
  });

  it(
    "a moderator who looks at a space is refused every action but leaving it and signing " + "out",
    async () => {
      const seen = await newOfferor();
      const watching: Viewer = {
        ...seen,
        readOnly: true,
        viewedBy: {
          accountId: moderator.kind === "moderator" ? moderator.accountId : "",
          structureName: "",
          until: new Date(),
        },
      };
      const offerId = await newDraft(seen);
      const before = await rowOf(offerId);
      const fields = { offerId, version: String(before.version), accountId: seen.accountId };
      // What anyone may ask: with a password or a link of their own, or about an offer everyone
      // sees. Nothing of the account's.
      const others = [
        "signInAction",
        "signInAgainAction",
        "demoSignInAction",
        "forgottenPasswordAction",
        "choosePasswordAction",
        "confirmAddressAction",
        "confirmNewAddressAction",
        "joinStructureAction",
        "joinModeratorsAction",
        "reportOfferAction",
        "subscribeAlertAction",
        "confirmAlertAction",
        "endAlertAction",
        "writeToStructureAction",
        "answerRenewalAction",
        "stopRemindersAction",
        "stopDigestAction",
      ];
      const asked = everyAction
        .flatMap((actions) => Object.entries(actions))
        .filter(([name]) => !["endViewAsAction", "signOutAction"].includes(name));
      for (const [name, action] of asked)
        expect([name, await ask(watching, action as Run, fields)]).toEqual([
          name,
          others.includes(name) ? "invalid" : "notAllowed",
        ]);
      expect(await rowOf(offerId)).toEqual(before);
      expect(await ask(watching, endViewAsAction as Run, {})).toBe("done");
      expect(await ask(watching, accountActions.signOutAction as Run, {})).toBe("done");
    },
  );

  it("whoever is suspended is refused every action that writes for the structure", async () => {
    const held = { ...owner, readOnly: true };
    const offerId = await newDraft(owner);
    const { version } = await rowOf(offerId);
    for (const [name, row] of Object.entries(offerActionRows)) {
      expect([
        name,
        await ask(held, offerActions[name as keyof typeof offerActionRows] as Run, {
          ...row.fields,
          offerId,
          version: String(version),
        }),
      ]).toEqual([name, "notAllowed"]);
    }
    const kept = [
      "saveStructureSiteAction",
      "saveReferentAction",
      "removeSavedPlaceAction",
      "reviewImportAction",
      "inviteColleagueAction",
      "editStructureAction",
    ] as const;
    for (const name of kept)
      expect([name, await ask(held, spaceActions[name] as Run, {})]).toEqual([name, "notAllowed"]);
    expect((await rowOf(offerId)).version).toBe(version);
  });

  it("pauseOfferAction, renewOfferAction: owner only", async () => {
    const offerId = await approved(owner);
    const until = new Date(Date.now() + 7 * 24 * 3600_000).toISOString().slice(0, 10);
    for (const action of [offerActions.pauseOfferAction, renewalActions.renewOfferAction]) {
      const { version } = await rowOf(offerId);
      expect(await ask({ kind: "anonymous" }, action, { offerId, until })).toBe("signedOut");
      expect(await ask(moderator, action, { offerId, until })).toBe("notAllowed");
      expect(await ask(stranger, action, { offerId, until })).toBe("notFound");
      expect(await ask(owner, action, { offerId: newId(), until })).toBe("notFound");
      expect(await ask(owner, action, { offerId: "1 or 1=1", until })).toBe("invalid");
      expect((await rowOf(offerId)).version).toBe(version);
      expect(await ask(owner, action, { offerId, until })).toBe("done");
    }
  });

  it(
    "answerRenewalAction, stopRemindersAction, stopDigestAction: nobody without a link of " +
      "ours, whoever signs in",
    async () => {
      const moderatorId = moderator.kind === "moderator" ? moderator.accountId : "";
      for (const viewer of [{ kind: "anonymous" } as const, owner, stranger, moderator]) {
        expect(
          await ask(viewer, renewalActions.answerRenewalAction, {
            token: `2027.${newId()}.${newId()}.forged`,
            answer: "yes",
          }),
        ).toBe("other");
        expect(
          await ask(viewer, moderatorActions.stopDigestAction, { token: `${moderatorId}.forged` }),
        ).toBe("other");
        expect(
          await ask(viewer, reminderActions.stopRemindersAction, {
            token: `${owner.accountId}.forged`,
          }),
        ).toBe("other");
      }
    },
  );

  for (const [name, expected] of Object.entries(accountActionRows)) {
    it(`${name}: ${expected.join(", ")}`, async () => {
      const action = accountActions[name as keyof typeof accountActions] as Run;
      const answers: Answer[] = [];
      for (const viewer of [{ kind: "anonymous" } as const, owner, moderator])
        answers.push(await ask(viewer, action, {}));
      expect(answers).toEqual(expected);
    });
  }

  for (const [name, expected] of Object.entries(spaceActionRows)) {
    it(`${name}: ${expected.join(", ")}`, async () => {
      const action = spaceActions[name as keyof typeof spaceActions] as Run;
      const answers: Answer[] = [];
      for (const viewer of [
        { kind: "anonymous" } as const,
        owner,
        { ...owner, role: "editor" } as const,
        moderator,
      ])
        answers.push(await ask(viewer, action, {}));
      expect(answers).toEqual(expected);
    });
  }

  it(
    "moderators are managed by administrators of the portal, and missing and foreign " +
      "accounts answer alike",
    async () => {
      const administrator = await newModerator("administrator");
      for (const name of [
        "resendModeratorInvitationAction",
        "cancelModeratorInvitationAction",
        "changeModeratorRoleAction",
        "disableModeratorAction",
        "enableModeratorAction",
      ] as const) {
        const action = membershipActions[name] as Run;
        expect(await ask(administrator, action, {})).toBe("invalid");
        for (const accountId of [owner.accountId, newId()])
          expect(await ask(administrator, action, { accountId, role: "moderator" })).toBe(
            "notFound",
          );
      }
    },
  );

  it("colleagues of another structure answer as missing ones do", async () => {
    for (const name of [
      "resendInvitationAction",
      "cancelInvitationAction",
      "changeRoleAction",
      "transferRoleAction",
      "removeColleagueAction",
    ] as const) {
      for (const accountId of [stranger.accountId, newId()]) {
        expect(
          await ask(owner, membershipActions[name] as Run, { accountId, role: "editor" }),
        ).toBe("notFound");
      }
    }
  });

  it("refuses whatever does not come from our own origin, signed in or not", async () => {
    const offerId = await newDraft(owner);
    for (const origin of [null, "null", "https://attacker.example", "http://localhost:3001"]) {
      asking.origin = origin;
      expect(await ask(owner, offerActions.moveOfferAction, { offerId, move: "delete" })).toBe(
        "other",
      );
    }
    asking.origin = "http://localhost:3000";
    expect((await rowOf(offerId)).deletedAt).toBeNull();
  });
});

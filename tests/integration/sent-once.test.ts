import { count, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { account } from "@/db/schema/account";
import { offerMessage } from "@/db/schema/contact";
import { mail } from "@/db/schema/mail";
import { moderatorNote } from "@/db/schema/moderation";
import { report } from "@/db/schema/report";
import { structure } from "@/db/schema/structure";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import {
  decideOfferAction,
  decideOffersAction,
  writeNoteAction,
} from "@/lib/agency/moderation/actions";
import { reportOfferAction } from "@/lib/agency/report/actions";
import { reportReasons } from "@/lib/agency/report/rules";
import { moveTermAction } from "@/lib/agency/vocabulary/actions";
import { writeToStructureAction } from "@/lib/catalogue/contact/actions";
import { offerRevision } from "@/lib/offer/content/tables";
import { submitOfferAction } from "@/lib/offer/draft/actions";
import * as accountActions from "@/lib/people/account/actions";
import { inviteColleagueAction } from "@/lib/people/membership/actions";
import {
  changePasswordAction,
  endOtherSessionsAction,
  requestAddressChangeAction,
} from "@/lib/people/profile/actions";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import type { ActionResult } from "@/lib/platform/form/action-result";
import {
  approved,
  newDraft,
  newModerator,
  newOfferor,
  rowOf,
  submitted,
  termId,
} from "../support/people";

const asking = vi.hoisted<{
  viewer: Viewer;
  cookies: [string, string][];
  jar: Map<string, string>;
}>(() => ({
  viewer: { kind: "anonymous" },
  cookies: [],
  jar: new Map(),
}));

vi.mock("next/headers", () => ({
  headers: () => Promise.resolve(new Headers({ origin: "http://localhost:3000" })),
  cookies: () =>
    Promise.resolve({
      get: (name: string) => (asking.jar.has(name) ? { value: asking.jar.get(name) } : undefined),
      set: (name: string, value: string) =>
        void (asking.jar.set(name, value), asking.cookies.push([name, value])),
      delete: () => undefined,
    }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("@/lib/platform/access/session", async (original) => ({
  ...(await original<object>()),
  getViewer: () => Promise.resolve(asking.viewer),
}));

type Run = (previous: null, formData: FormData) => Promise<ActionResult<unknown>>;
type Fields = Record<string, string | string[]>;

let made = 0;
const newKey = () => `clé-${(made += 1)}`;

beforeEach(() => {
  asking.viewer = { kind: "anonymous" };
  asking.cookies = [];
});

/** @returns where it led, or the code it was refused with */
async function send(action: Run, fields: Fields): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const text of [value].flat()) form.append(name, text);
  try {
    const result = await action(null, form);
    return result.ok ? "ok" : result.code;
  } catch (error) {
    const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
    if (!digest.startsWith("NEXT_REDIRECT")) throw error;
    return digest.split(";")[2] ?? "";
  }
}

/** A double click without scripts: both answers have to say what the first one did. */
async function twice(action: Run, fields: Fields): Promise<string> {
  const sent = { ...fields, $once: newKey(), $form: "_R_1_" };
  const answers = await Promise.all([send(action, sent), send(action, sent)]);
  // Once more, as someone does whose connection was cut before the answer.
  answers.push(await send(action, sent));
  expect(new Set(answers), answers.join(" · ")).toHaveProperty("size", 1);
  return answers[0];
}

const mailsOf = (kind: string, key: string, value: string) =>
  db.$count(mail, sql`${mail.kind} = ${kind} and ${mail.params}->>${key} = ${value}`);

describe("a form that is sent twice", () => {
  it("registers one structure, and signs both answers in", async () => {
    const name = "Association double";
    const typed = {
      name,
      street: "1 rue de la Gare",
      postcode: "88000",
      commune: "88160",
      typeId: await termId("structureType", "Association"),
      representativeName: "Jeanne Mougin",
      representativeFunction: "Principale",
    };
    expect(await send(accountActions.registerStructureAction, typed)).toBe("/inscription/compte");
    asking.cookies = [];
    const email = "double@exemple.fr";
    const to = await twice(accountActions.registerAccountAction, {
      lastName: "Martin",
      firstName: "Claire",
      function: "Infirmière",
      phone: "03 29 00 00 00",
      email,
      password: "Prevention1",
    });
    expect(to).toBe("/espace/offres/nouvelle?fait=inscription");
    expect(await db.$count(structure, eq(structure.name, name))).toBe(1);
    expect(await db.$count(account, eq(account.email, email))).toBe(1);
    expect(asking.cookies.filter(([cookie]) => cookie.endsWith("session-token"))).toHaveLength(3);
  });

  it("sends one message, one report, one note, one invitation", async () => {
    const owner = await newOfferor();
    const offerId = await approved(owner);
    const { reference } = await rowOf(offerId);
    const message = {
      reference,
      name: "Paul Weiss",
      email: "paul@fac.example",
      establishment: "",
      students: "2",
      disciplines: "nursing",
      words: "Accueillez-vous en mars ?",
    };
    expect(await twice(writeToStructureAction, message)).toBe(
      `/offres/${reference}/contact?fait=message`,
    );
    const [sentMessage] = await db
      .select()
      .from(offerMessage)
      .where(eq(offerMessage.offerId, offerId));
    expect(await db.$count(offerMessage, eq(offerMessage.offerId, offerId))).toBe(1);
    expect(await mailsOf("messageToReferent", "messageId", sentMessage?.id ?? "")).toBe(1);
    // The same words in another form are meant.
    await send(writeToStructureAction, { ...message, $once: newKey() });
    expect(await db.$count(offerMessage, eq(offerMessage.offerId, offerId))).toBe(2);

    await twice(reportOfferAction, {
      reference,
      reason: reportReasons[0],
      words: "L’adresse n’existe pas.",
      email: "",
    });
    expect(await db.$count(report, eq(report.offerId, offerId))).toBe(1);

    asking.viewer = owner;
    const email = "lea.double@exemple.fr";
    expect(
      await twice(inviteColleagueAction, {
        email,
        lastName: "Roux",
        firstName: "Léa",
        role: "editor",
      }),
    ).toBe("/espace/collegues?fait=invitation");
    expect(await db.$count(account, eq(account.email, email))).toBe(1);

    asking.viewer = await newModerator();
    await twice(writeNoteAction, { offerId, words: "À revoir avec le rectorat.", queue: "" });
    expect(await db.$count(moderatorNote, eq(moderatorNote.offerId, offerId))).toBe(1);
  });

  it("submits once: one revision, one mail, and no word of somebody else", async () => {
    const owner = await newOfferor();
    asking.viewer = owner;
    const offerId = await newDraft(owner);
    const { version } = await rowOf(offerId);
    expect(
      await twice(submitOfferAction, {
        offerId,
        version: String(version),
        publishOnApproval: "on",
      }),
    ).toBe(`/espace/offres/${offerId}?fait=soumise`);
    expect(await db.$count(offerRevision, eq(offerRevision.offerId, offerId))).toBe(1);
    expect(await mailsOf("offerReceived", "offerId", offerId)).toBe(1);
  });

  it("decides once, alone or in a lot, by the same moderator", async () => {
    const owner = await newOfferor();
    asking.viewer = await newModerator();
    const [one, two] = [await submitted(owner), await submitted(owner)];
    const revision = async (id: string) => (await rowOf(id)).currentRevisionId ?? "";
    const fields = {
      offerId: one,
      revisionId: await revision(one),
      decision: "approve",
      reason: "",
      queue: "",
    };
    const led = await twice(decideOfferAction, fields);
    expect(led).toContain("fait=approve");
    expect(await mailsOf("offerApproved", "offerId", one)).toBe(1);
    asking.viewer = await newModerator();
    expect(await send(decideOfferAction, { ...fields, $once: newKey() })).toBe("decidedMeanwhile");

    const lot = await twice(decideOffersAction, {
      picked: [`${two}:${await revision(two)}`],
      decision: "approve",
      reason: "",
      queue: "",
    });
    expect(lot).toContain("fait=lot&");
    expect(await mailsOf("offerApproved", "offerId", two)).toBe(1);
  });

  it("moves a term by one step, and by another when it is asked anew", async () => {
    asking.viewer = await newModerator("administrator");
    const id = await termId("theme", "Sommeil");
    const place = async () =>
      (
        await db
          .select({ place: vocabularyTerm.position })
          .from(vocabularyTerm)
          .where(eq(vocabularyTerm.id, id))
      )[0]?.place ?? 0;
    const before = await place();
    await twice(moveTermAction, { move: `up:${id}` });
    expect(await place()).toBe(before - 1);
    await send(moveTermAction, { move: `up:${id}`, $once: newKey() });
    expect(await place()).toBe(before - 2);
  });

  it("is taken though what allowed it is gone: the password it changed, a count it filled", async () => {
    asking.viewer = await newOfferor();
    const { accountId } = asking.viewer;
    const changed = { currentPassword: "Prevention1", password: "Autrement-2" };
    expect(await twice(changePasswordAction, changed)).toBe("/espace/profil?fait=mot-de-passe");
    expect(await mailsOf("passwordChanged", "accountId", accountId)).toBe(1);
    expect(await send(changePasswordAction, { ...changed, $once: newKey() })).toBe("badPassword");

    const asked = { currentPassword: "Autrement-2", $once: newKey() };
    const led: string[] = [];
    // More often than the hour takes: somebody presses «Réessayer» while the line is down.
    for (let turn = 0; turn < 8; turn++)
      led.push(await send(requestAddressChangeAction, { ...asked, email: "nouvelle@exemple.fr" }));
    expect(new Set(led)).toEqual(new Set(["/espace/profil?fait=adresse"]));
    expect(await mailsOf("confirmNewAddress", "accountId", accountId)).toBe(1);
    const another = { ...asked, email: "autre@exemple.fr", $once: newKey() };
    expect(await send(requestAddressChangeAction, another)).toBe("mailedRecently");
  });

  it("is done when it was refused before: a refusal is not remembered", async () => {
    const owner = await newOfferor();
    asking.viewer = owner;
    const offerId = await newDraft(owner, { themeIds: [] });
    const fields = {
      offerId,
      version: String((await rowOf(offerId)).version),
      publishOnApproval: "on",
      $once: newKey(),
    };
    expect(await send(submitOfferAction, fields)).toBe("incomplete");
    expect(await send(submitOfferAction, fields)).toBe("incomplete");
    expect(await send(endOtherSessionsAction, { $once: newKey() })).toBe(
      "/espace/profil/sessions?fait=sessions",
    );
  });
});

it("a pending offer that is submitted again unchanged stays as it is: no revision, no mail", async () => {
  const owner = await newOfferor();
  asking.viewer = owner;
  const offerId = await submitted(owner);
  const before = await rowOf(offerId);
  const again = { offerId, version: String(before.version), publishOnApproval: "on" };
  expect(await send(submitOfferAction, again)).toBe(`/espace/offres/${offerId}?fait=inchangee`);
  expect(await rowOf(offerId)).toMatchObject({
    currentRevisionId: before.currentRevisionId,
    submittedAt: before.submittedAt,
    validation: "pending",
  });
  // The box is heard: it is no content.
  const { version } = await rowOf(offerId);
  expect(await send(submitOfferAction, { offerId, version: String(version) })).toBe(
    `/espace/offres/${offerId}?fait=appliquee`,
  );
  expect((await rowOf(offerId)).publication).toBe("unpublished");
  const [revisions] = await db
    .select({ count: count() })
    .from(offerRevision)
    .where(eq(offerRevision.offerId, offerId));
  expect(revisions?.count).toBe(1);
  expect(await mailsOf("offerReceived", "offerId", offerId)).toBe(1);
});

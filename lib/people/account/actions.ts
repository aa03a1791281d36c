"use server";

import { z } from "zod";
import { structureSchema } from "@/lib/people/structure/schema";
import { clearSessionCookie, writeSessionCookie } from "@/lib/platform/access/session";
import { defineAction } from "@/lib/platform/action/define-action";
import { done, refused } from "@/lib/platform/form/action-result";
import { noteAnswer } from "@/lib/platform/form/answered-request";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import { requestCaller } from "@/lib/platform/visitor/caller";
import { clearSealedCookie, writeSealedCookie } from "@/lib/platform/visitor/sealed-cookie";
import { withoutSecrets } from "@/lib/platform/visitor/without-secrets";
import {
  addressErrors,
  structureNames,
  withAddress,
} from "@/lib/reference/commune/queries/addresses";
import { termsOf } from "@/lib/reference/vocabulary/queries";
import {
  choosePassword,
  confirmAddress,
  forgotPassword,
  resendConfirmation,
} from "./commands/links";
import { checkStructure, register } from "./commands/register";
import { type SignedIn, signIn, signInToDemo, signOut } from "./commands/sign-in";
import { accountRefusalLabels } from "./labels";
import { unpackForm } from "./packed-form";
import { administratorSchema } from "./person";
import {
  registeringStructure,
  registrationCookie,
  registrationCookieLifetime,
} from "./registration";
import {
  choosePasswordSchema,
  forgottenPasswordSchema,
  linkSchema,
  safePath,
  signInSchema,
} from "./schema";

const home = { offeror: "/espace", moderator: "/admin" } as const;

/** Step 1 of the registration: kept with the visitor, good or not, so that coming back finds it. */
export const registerStructureAction = defineAction({
  permission: "account:register",
  schema: structureSchema,
  messages: accountRefusalLabels,
  keep: async ({ values }) => {
    // A cookie makes Next render the page again, which a database that is away would turn into an
    // error page: ask it first.
    await termsOf("structureType");
    const whole = await withAddress(values, structureNames);
    await writeSealedCookie(
      registrationCookie("structure"),
      withoutSecrets(whole),
      registrationCookieLifetime,
    );
    return { values: whole, found: await addressErrors(values, structureNames) };
  },
  run: ({ input }) => checkStructure(input),
  then: () => "/inscription/compte",
});

/** Step 2: makes the account. «Retour» only keeps what was typed. */
export const registerAccountAction = defineAction({
  permission: "account:register",
  schema: administratorSchema,
  messages: accountRefusalLabels,
  keep: async ({ values, intent }) => {
    if (intent !== "back") return null;
    await writeSealedCookie(
      registrationCookie("account"),
      withoutSecrets(values),
      registrationCookieLifetime,
    );
    return "/inscription";
  },
  run: async ({ input }) => {
    const structure = structureSchema.safeParse(await registeringStructure());
    if (!structure.success) return refused("stepOneMissing");
    const registered = await register(structure.data, input, await requestCaller());
    if (!registered.ok) return registered;
    await writeSessionCookie(registered.data.sessionId);
    await clearSealedCookie(registrationCookie("structure"));
    await clearSealedCookie(registrationCookie("account"));
    return done(null);
  },
  then: () => withConfirmation("/espace/offres/nouvelle", "inscription"),
});

export const signInAction = defineAction({
  permission: "public",
  schema: signInSchema,
  messages: accountRefusalLabels,
  run: async ({ input }) => {
    const signedIn = await signIn(input, await requestCaller());
    if (signedIn.ok) await writeSessionCookie(signedIn.data.sessionId);
    return signedIn;
  },
  then: ({ space }: SignedIn, { input }) => safePath(input.next, home[space]),
});

/** Signs in on the page one was on, whose form is then shown as it was sent. */
export const signInAgainAction = defineAction({
  permission: "public",
  schema: signInSchema,
  messages: accountRefusalLabels,
  keep: async ({ values }) => {
    await noteAnswer({ ended: unpackForm(values) });
    return null;
  },
  run: async ({ input, values }) => {
    const signedIn = await signIn(input, await requestCaller());
    if (!signedIn.ok) return signedIn;
    await writeSessionCookie(signedIn.data.sessionId);
    await noteAnswer({ ended: undefined, given: unpackForm(values) });
    return done(null);
  },
});

export const signOutAction = defineAction({
  permission: "public",
  schema: z.object({}),
  messages: {},
  run: async ({ viewer }) => {
    await signOut(viewer);
    await clearSessionCookie();
    return done(null);
  },
  then: () => withConfirmation("/", "deconnexion"),
});

export const forgottenPasswordAction = defineAction({
  permission: "public",
  schema: forgottenPasswordSchema,
  messages: accountRefusalLabels,
  run: async ({ input }) => forgotPassword(input.email, await requestCaller()),
});

export const choosePasswordAction = defineAction({
  permission: "public",
  schema: choosePasswordSchema,
  messages: accountRefusalLabels,
  run: async ({ input }) => {
    const chosen = await choosePassword(input, await requestCaller());
    if (chosen.ok) await writeSessionCookie(chosen.data.sessionId);
    return chosen;
  },
  then: ({ space }) => withConfirmation(home[space], "mot-de-passe-choisi"),
});

export const confirmAddressAction = defineAction({
  permission: "public",
  schema: linkSchema,
  messages: accountRefusalLabels,
  run: ({ input }) => confirmAddress(input.token),
  then: ({ submitted, incomplete }) =>
    `/confirmation?soumises=${submitted}&incompletes=${incomplete}`,
});

export const resendConfirmationAction = defineAction({
  permission: "account:manageOwn",
  schema: z.object({}),
  messages: accountRefusalLabels,
  run: ({ viewer }) => resendConfirmation(viewer),
});

export const demoSignInAction = defineAction({
  permission: "public",
  schema: linkSchema,
  messages: accountRefusalLabels,
  run: async ({ input }) => {
    const signedIn = await signInToDemo(input.token, (await requestCaller()).userAgent);
    if (signedIn.ok) await writeSessionCookie(signedIn.data.sessionId);
    return signedIn;
  },
  then: ({ space }) => home[space],
});

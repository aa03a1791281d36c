import { describe, expect, it } from "vitest";
import type { z } from "zod";
import {
  bulkDecisionSchema,
  decisionSchema,
  noteSchema,
  templateSchema,
} from "@/lib/agency/moderation/schema";
import { preferencesSchema } from "@/lib/agency/preferences/schema";
import { suspendSchema } from "@/lib/agency/suspension/schema";
import { mergedTermSchema, newTermSchema, synonymsSchema } from "@/lib/agency/vocabulary/schema";
import { offerInformationSchema, offerSiteSchema } from "@/lib/offer/content/schema";
import { pauseSchema } from "@/lib/offer/lifecycle/schema";
import { administratorSchema, identitySchema } from "@/lib/people/account/person";
import { forgottenPasswordSchema, signInSchema } from "@/lib/people/account/schema";
import { invitationSchemas } from "@/lib/people/membership/schema";
import { changePasswordSchema } from "@/lib/people/profile/schema";
import { structureSchema } from "@/lib/people/structure/schema";
import type { FormValues } from "@/lib/platform/form/action-result";
import { readForm } from "@/lib/platform/form/read-form";
import { fieldErrorsOf } from "@/lib/platform/values/field-errors";
import { newId } from "@/lib/platform/values/id";
import { campaignSchema } from "@/lib/reference/campaign/schema";
import { agencyTextSchema } from "@/lib/reference/text/schema";
import { type BrokenRule, brokenRules } from "../e2e/validation-rules";

const decided = { offerId: newId(), revisionId: newId() };

/** What each form is parsed with, before it is sent and after, and what it sends unseen. */
const forms: Record<keyof typeof brokenRules, [schema: z.ZodType, unseen?: FormValues]> = {
  structure: [structureSchema],
  administrator: [administratorSchema],
  signIn: [signInSchema],
  forgottenPassword: [forgottenPasswordSchema],
  information: [offerInformationSchema],
  site: [offerSiteSchema],
  decision: [decisionSchema, decided],
  comment: [decisionSchema, decided],
  note: [noteSchema],
  template: [templateSchema],
  bulk: [bulkDecisionSchema],
  suspension: [suspendSchema],
  text: [agencyTextSchema, { code: "catalogueLead" }],
  preferences: [preferencesSchema],
  term: [newTermSchema],
  synonyms: [synonymsSchema],
  merge: [mergedTermSchema],
  campaign: [campaignSchema, { year: "2027" }],
  pause: [pauseSchema],
  identity: [identitySchema],
  ownPassword: [changePasswordSchema],
  invitation: [invitationSchemas.structure],
};

/** What only the database, or the rules of a decision, can tell: seen over HTTP. */
const notOfASchema = [
  "Expliquez votre décision : la structure recevra ce motif.",
  "Ce n’est pas votre mot de passe actuel.",
];

/** As {@link readForm} reads them: of one box that is ticked a text, of none nothing. */
function sent(values: FormValues): FormValues {
  const data = new FormData();
  for (const [name, value] of Object.entries(values))
    for (const each of [value].flat()) data.append(name, each);
  return readForm(data);
}

describe.each(Object.entries(forms))("the form %s", (form, [schema, unseen = {}]) => {
  const rules: BrokenRule[] = brokenRules[form as keyof typeof brokenRules];
  let typed: FormValues = unseen;
  const broken = rules.map((rule) => ({ ...rule, values: (typed = { ...typed, ...rule.set }) }));

  it.each(broken.filter(({ message }) => !notOfASchema.includes(message)))(
    "says first at $field: $message",
    ({ field, message, values }) => {
      const { error } = schema.safeParse(sent(values));
      expect(error && fieldErrorsOf(error)[field]?.[0]).toBe(message);
    },
  );
});

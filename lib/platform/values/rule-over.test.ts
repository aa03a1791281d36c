import { describe, expect, it } from "vitest";
import { bulkDecisionSchema, decisionSchema } from "@/lib/agency/moderation/schema";
import { offerInformationSchema } from "@/lib/offer/content/schema";
import { campaignSchema } from "@/lib/reference/campaign/schema";
import { fieldErrorsOf } from "./field-errors";

const id = "01890a5d-ac96-774b-bcce-b302099a8057";

describe("a rule over several fields", () => {
  it.each([
    [
      "slots of a form whose places are wrong",
      offerInformationSchema,
      { themeIds: id, audienceIds: id, places: "cinq", months: "3", slots: [] },
      ["places", "slots"],
    ],
    [
      "an approval with a reason, of an unknown revision",
      decisionSchema,
      { offerId: id, revisionId: "-", decision: "approve", reason: "Trop tard." },
      ["revisionId", "reason"],
    ],
    [
      "an approval with a reason, of no offer",
      bulkDecisionSchema,
      { picked: [], decision: "approve", reason: "Trop tard.", queue: "" },
      ["picked", "reason"],
    ],
    [
      "a year that is none and days the wrong way round",
      campaignSchema,
      { year: "1", opensOn: "2027-02-02", closesOn: "2027-01-01" },
      ["year", "closesOn"],
    ],
  ])("is told beside the fault of another field: %s", (_, schema, values, fields) => {
    const { error } = schema.safeParse(values);
    expect(Object.keys((error && fieldErrorsOf(error)) ?? {})).toEqual(fields);
  });

  it.each([[undefined], [null], ["text"], [3], [[]]])(
    "judges no form that is none: %j",
    (values) => {
      for (const schema of [offerInformationSchema, decisionSchema, campaignSchema])
        expect(schema.safeParse(values).success).toBe(false);
    },
  );
});

import { z } from "zod";
import { isDay } from "@/lib/platform/values/calendar-day";
import { ruleOver } from "@/lib/platform/values/rule-over";

const day = (subject: string) =>
  z
    .string()
    .trim()
    .default("")
    .refine(
      (text) => text === "" || isDay(text),
      `${subject} : écrivez une date qui existe, par exemple 2027-03-03.`,
    );

/** The window of a campaign; an empty day is no limit. */
export const campaignSchema = z
  .object({
    year: z.coerce.number().int().min(2020).max(2100),
    opensOn: day("Ouverture"),
    closesOn: day("Fermeture"),
  })
  .superRefine(
    ({ opensOn, closesOn }, context) => {
      if (opensOn && closesOn && closesOn < opensOn)
        context.addIssue({
          code: "custom",
          path: ["closesOn"],
          message: "La fermeture vient après l’ouverture.",
        });
    },
    ruleOver("opensOn", "closesOn"),
  )
  .transform(({ year, opensOn, closesOn }) => ({
    year,
    opensOn: opensOn || null,
    closesOn: closesOn || null,
  }));

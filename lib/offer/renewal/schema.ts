import { z } from "zod";
import { renewalAnswers } from "./rules";

/** An answer given through the signed link of a mail. */
export const answerRenewalSchema = z.object({
  token: z.string().max(300),
  answer: z.enum(renewalAnswers),
});

export const renewOfferSchema = z.object({ offerId: z.uuid() });

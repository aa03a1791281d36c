import { z } from "zod";
import { type SuspendedThing, suspendedThings } from "@/lib/offer/suspended/rules";
import { paragraphs } from "@/lib/platform/values/fields";

const subject = { thing: z.enum(suspendedThings), id: z.uuid() };

export const messageField = paragraphs.pipe(
  z
    .string()
    .min(1, "Écrivez un message : la structure le recevra tel quel.")
    .max(2000, "Le message compte au plus 2 000 caractères."),
);

export const suspendSchema = z.object({ ...subject, message: messageField });

/** Names the suspension that was read: one that was made since is not lifted unseen. */
export const liftSchema = z.object({ ...subject, suspensionId: z.uuid() });

export interface SuspensionDto {
  id: string;
  thing: SuspendedThing;
  /** Id of the thing. */
  subjectId: string;
  /** The offer's reference and title, or the name of the person, the structure or the type. */
  name: string;
  message: string;
  by: string;
  since: Date;
}

/** One that is over: who ended it, and when. */
export interface LiftedSuspensionDto extends SuspensionDto {
  liftedBy: string;
  liftedAt: Date;
}

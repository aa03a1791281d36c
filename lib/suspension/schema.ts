import { z } from "zod";
import { suspendedThings } from "./rules";

const subject = { thing: z.enum(suspendedThings), id: z.uuid() };

export const messageField = z
  .string()
  .transform((text) => text.replaceAll("\r\n", "\n").trim())
  .pipe(z.string().min(1, "Écrivez un message : la structure le recevra tel quel.").max(2000, "Le message compte au plus 2 000 caractères."));

export const suspendSchema = z.object({ ...subject, message: messageField });

/** Names the suspension that was read: one that was made since is not lifted unseen. */
export const liftSchema = z.object({ ...subject, suspensionId: z.uuid() });

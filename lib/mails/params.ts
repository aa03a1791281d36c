import { z } from "zod";

/** What several letters are about: identifiers, and instants as the outbox stores them. */
export const account = z.object({ accountId: z.uuid() });
export const accountAndToken = account.extend({ tokenId: z.uuid() });
export const alert = z.object({ alertId: z.uuid() });
export const offerImport = z.object({ importId: z.uuid() });
export const offerRevision = z.object({ offerId: z.uuid(), revisionId: z.uuid() });
export const suspension = z.object({ suspensionId: z.uuid() });
export const instant = z.iso.datetime().transform((text) => new Date(text));

import { z } from "zod";
import { list, part, text } from "@/lib/offer/content/stored";

/**
 * What the public page of an offer shows beside its columns, as it is read. Nothing about people:
 * the referent is reached through the portal.
 */
const pageSchema = part({
  description: text,
  themes: list(z.string()),
  audiences: list(z.string()),
  structure: part({ name: text, type: text }),
  site: part({
    name: text,
    street: text,
    postcode: text,
    communeName: text,
    department: text,
    type: text,
  }),
  /** All its months, those that are over too; the row's own column holds what is to come. */
  slots: list(z.int()),
  documents: list(
    z.object({ id: z.uuid(), name: text, mediaType: text, size: z.number().catch(0) }),
  ),
});

export type PublicOfferPage = z.output<typeof pageSchema>;

export function readPage(stored: unknown): PublicOfferPage {
  return pageSchema.parse(stored);
}

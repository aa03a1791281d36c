import { z } from "zod";
import { list, part, text } from "@/lib/offer/content/parts";
import { type PagedContent, pagedShape } from "@/lib/offer/content/public";
import { withoutUnsaid } from "@/lib/offer/content/schema";

/**
 * What the public page of an offer shows beside its columns, as it is read. Nothing about people:
 * the referent is reached through the portal.
 */
const pageSchema = part({
  ...pagedShape,
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

type Page = z.output<typeof pageSchema>;
export type PublicOfferPage = Omit<Page, keyof PagedContent> & PagedContent;

export function readPage(stored: unknown): PublicOfferPage {
  return withoutUnsaid(pageSchema.parse(stored));
}

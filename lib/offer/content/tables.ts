import * as stored from "@/db/schema/offer";
import { parsed } from "@/lib/platform/database/parsed";
import { readComments, readContent, readDraft } from "./stored";

// The tables of offers, for whoever reads what they say.
export const offer = parsed(stored.offer, { draft: readDraft });
export const offerRevision = parsed(stored.offerRevision, {
  content: readContent,
  comments: readComments,
});

import { z } from "zod";
import { line } from "@/lib/platform/fields";
import { queueKinds } from "./labels";

/** The filters of the queue, read from the address; what does not parse is as if it had not been said. */
export const queueFilterSchema = z.object({
  /** Words of the structure's name or of the title. */
  q: line(120).catch(""),
  /** A department's code, or `mes`: those the moderator follows. */
  departement: z.string().regex(/^(\d{2,3}|2[AB]|mes)?$/).catch(""),
  genre: z.enum(queueKinds).or(z.literal("")).catch(""),
});

export type QueueFilter = z.output<typeof queueFilterSchema>;

/** The filter as the address says it, without what is empty; it travels with an offer to lead to the next one. */
export function queueQuery(filter: QueueFilter): string {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== "")).toString();
}

/** The queue at this filter. @param done code of what was just done, told there */
export function queueAddress(filter: QueueFilter, done = ""): string {
  const query = [queueQuery(filter), done ? `fait=${done}` : ""].filter(Boolean).join("&");
  return query ? `/admin?${query}` : "/admin";
}

/** An offer opened from the queue at this filter. */
export function offerInQueue(offerId: string, filter: QueueFilter, done = ""): string {
  const query = new URLSearchParams({ file: queueQuery(filter), ...(done ? { fait: done } : {}) });
  return `/admin/offres/${offerId}?${query.toString()}`;
}

/** @param query as {@link queueQuery} wrote it; anything else is no filter */
export function readQueueQuery(query: string): QueueFilter {
  return queueFilterSchema.parse(Object.fromEntries(new URLSearchParams(query)));
}

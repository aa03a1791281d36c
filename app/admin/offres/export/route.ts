import { savedList } from "@/lib/export/respond";
import { offerColumns } from "@/lib/moderation/export-columns";
import { offerFilterSchema } from "@/lib/moderation/offer-filter";
import { allOffersPages } from "@/lib/moderation/queries/all-offers";

export const GET = savedList({
  name: "offres",
  permission: "offer:moderate",
  columns: offerColumns,
  pages: (viewer, query) => allOffersPages(viewer, offerFilterSchema.parse(query)),
});

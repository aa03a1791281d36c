import { offerColumns } from "@/lib/agency/moderation/export-columns";
import { offerFilterSchema } from "@/lib/agency/moderation/offer-filter";
import { allOffersPages } from "@/lib/agency/moderation/queries/all-offers";
import { savedList } from "@/lib/platform/formats/respond";

export const GET = savedList({
  name: "offres",
  permission: "offer:moderate",
  columns: offerColumns,
  pages: (viewer, query) => allOffersPages(viewer, offerFilterSchema.parse(query)),
});

import { queueColumns } from "@/lib/agency/moderation/export-columns";
import { pendingOffersPages } from "@/lib/agency/moderation/queries/pending-offers";
import { queueFilterSchema } from "@/lib/agency/moderation/schema";
import { savedList } from "@/lib/platform/formats/respond";

export const GET = savedList({
  name: "offres-a-valider",
  permission: "offer:moderate",
  columns: queueColumns,
  pages: (viewer, query) => pendingOffersPages(viewer, queueFilterSchema.parse(query)),
});

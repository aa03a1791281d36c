import { savedList } from "@/lib/export/respond";
import { queueColumns } from "@/lib/moderation/export-columns";
import { pendingOffersPages } from "@/lib/moderation/queries/pending-offers";
import { queueFilterSchema } from "@/lib/moderation/schema";

export const GET = savedList({
  name: "offres-a-valider",
  permission: "offer:moderate",
  columns: queueColumns,
  pages: (viewer, query) => pendingOffersPages(viewer, queueFilterSchema.parse(query)),
});

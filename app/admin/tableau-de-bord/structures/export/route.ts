import { participationColumns } from "@/lib/agency/dashboard/export-columns";
import { participationPages } from "@/lib/agency/dashboard/queries/participation";
import { participationFilterSchema } from "@/lib/agency/dashboard/schema";
import { savedList } from "@/lib/platform/formats/respond";

export const GET = savedList({
  name: "participation",
  permission: "dashboard:read",
  columns: participationColumns,
  pages: (viewer, query) => participationPages(viewer, participationFilterSchema.parse(query)),
});

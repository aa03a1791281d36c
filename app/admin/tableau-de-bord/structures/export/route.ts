import { participationColumns } from "@/lib/dashboard/export-columns";
import { participationPages } from "@/lib/dashboard/queries/participation";
import { participationFilterSchema } from "@/lib/dashboard/schema";
import { savedList } from "@/lib/export/respond";

export const GET = savedList({
  name: "participation",
  permission: "dashboard:read",
  columns: participationColumns,
  pages: (viewer, query) => participationPages(viewer, participationFilterSchema.parse(query)),
});

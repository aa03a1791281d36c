import { structureColumns } from "@/lib/agency/help-desk/export-columns";
import { structurePages } from "@/lib/agency/help-desk/queries/structures";
import { structureFilterSchema } from "@/lib/agency/help-desk/schema";
import { savedList } from "@/lib/platform/formats/respond";

export const GET = savedList({
  name: "structures",
  permission: "structure:oversee",
  columns: structureColumns,
  pages: (viewer, query) => structurePages(viewer, structureFilterSchema.parse(query)),
});

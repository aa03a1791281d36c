import { savedList } from "@/lib/export/respond";
import { structureColumns } from "@/lib/oversight/export-columns";
import { structurePages } from "@/lib/oversight/queries/structures";
import { structureFilterSchema } from "@/lib/oversight/schema";

export const GET = savedList({
  name: "structures",
  permission: "structure:oversee",
  columns: structureColumns,
  pages: (viewer, query) => structurePages(viewer, structureFilterSchema.parse(query)),
});

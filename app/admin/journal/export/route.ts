import { journalColumns } from "@/lib/agency/journal/export-columns";
import { journalPages } from "@/lib/agency/journal/queries/journal";
import { journalFilterSchema } from "@/lib/agency/journal/schema";
import { savedList } from "@/lib/platform/formats/respond";

export const GET = savedList({
  name: "journal",
  permission: "audit:read",
  columns: journalColumns,
  pages: (viewer, query) => journalPages(viewer, journalFilterSchema.parse(query)),
});

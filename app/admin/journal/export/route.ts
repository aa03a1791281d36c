import { journalColumns } from "@/lib/audit/export-columns";
import { journalPages } from "@/lib/audit/queries/journal";
import { journalFilterSchema } from "@/lib/audit/schema";
import { savedList } from "@/lib/export/respond";

export const GET = savedList({
  name: "journal",
  permission: "audit:read",
  columns: journalColumns,
  pages: (viewer, query) => journalPages(viewer, journalFilterSchema.parse(query)),
});

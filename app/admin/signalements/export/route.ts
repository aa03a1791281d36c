import { savedList } from "@/lib/export/respond";
import { reportColumns } from "@/lib/report/export-columns";
import { reportPages } from "@/lib/report/queries";
import { reportFilterSchema } from "@/lib/report/schema";

export const GET = savedList({
  name: "signalements",
  permission: "report:treat",
  columns: reportColumns,
  pages: (viewer, query) => reportPages(viewer, reportFilterSchema.parse(query).etat),
});

import { reportColumns } from "@/lib/agency/report/export-columns";
import { reportPages } from "@/lib/agency/report/queries";
import { reportFilterSchema } from "@/lib/agency/report/schema";
import { savedList } from "@/lib/platform/formats/respond";

export const GET = savedList({
  name: "signalements",
  permission: "report:treat",
  columns: reportColumns,
  pages: (viewer, query) => reportPages(viewer, reportFilterSchema.parse(query).etat),
});

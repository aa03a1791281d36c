import { suspensionColumns } from "@/lib/agency/suspension/export-columns";
import { suspensionPages } from "@/lib/agency/suspension/queries/suspensions";
import { savedList } from "@/lib/platform/formats/respond";

export const GET = savedList({
  name: "suspensions",
  permission: "suspension:decide",
  columns: suspensionColumns,
  pages: suspensionPages,
});

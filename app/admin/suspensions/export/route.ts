import { savedList } from "@/lib/export/respond";
import { suspensionColumns } from "@/lib/suspension/export-columns";
import { suspensionPages } from "@/lib/suspension/queries/suspensions";

export const GET = savedList({
  name: "suspensions",
  permission: "suspension:decide",
  columns: suspensionColumns,
  pages: suspensionPages,
});

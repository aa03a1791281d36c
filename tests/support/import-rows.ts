import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { offer } from "@/db/schema/offer";
import { csvCell } from "@/lib/export/csv";
import { importColumns } from "@/lib/import/columns";
import { prepareImport } from "@/lib/import/commands/prepare-import";
import type { Offeror } from "./people";

const headings = importColumns.map(({ heading }) => heading);
export const good = [
  "Atelier",
  "alimentation nutrition|SOMMEIL",
  "Tout public",
  "5",
  "",
  "mars à mai",
  "lundi matin, mardi",
  "restauration",
  "Collège",
  "1 rue de la Gare",
  "88000",
  "epinal",
  "milieu scolaire",
  "Paul Klein",
  "CPE",
  "329000001",
  "paul@exemple.fr",
];
export const csv = (rows: string[][], delimiter = ";") =>
  Buffer.from(
    `\uFEFF${[headings, ...rows].map((row) => row.map(csvCell).join(delimiter)).join("\r\n")}`,
  );
export const changed = (changes: Record<string, string>) =>
  importColumns.map(({ field }, index) => changes[field] ?? good[index] ?? "");
export const offersOf = (viewer: Offeror) =>
  db.select().from(offer).where(eq(offer.structureId, viewer.structureId));
export const choices = { keepIncomplete: false, submit: false, publish: false };

export async function prepared(viewer: Offeror, content: Buffer): Promise<string> {
  const outcome = await prepareImport(viewer, { name: "offres.csv", content });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.data.importId;
}

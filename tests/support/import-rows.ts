import { stringify } from "csv-stringify/sync";
import { eq } from "drizzle-orm";
import { offer } from "@/lib/offer/content/tables";
import { importColumns } from "@/lib/offer/import/columns";
import { prepareImport } from "@/lib/offer/import/commands/prepare-import";
import { db } from "@/lib/platform/database/client";
import { csvMark } from "@/lib/platform/formats/csv";
import type { Offeror } from "./people";

const headings = importColumns.map(({ heading }) => heading);
const filled: Readonly<Record<string, string>> = {
  title: "Atelier",
  themeIds: "alimentation nutrition|SOMMEIL",
  audienceIds: "Tout public",
  places: "5",
  description: "",
  months: "mars à mai",
  slots: "lundi matin, mardi",
  support: "restauration",
  siteName: "Collège",
  siteStreet: "1 rue de la Gare",
  sitePostcode: "88000",
  siteCommune: "epinal",
  siteTypeId: "milieu scolaire",
  referentName: "Paul Klein",
  referentFunction: "CPE",
  referentPhone: "329000001",
  referentEmail: "paul@exemple.fr",
};
export const good = importColumns.map(({ field }) => filled[field] ?? "");
export const csv = (rows: string[][], delimiter = ";") =>
  Buffer.from(csvMark + stringify([headings, ...rows], { delimiter, record_delimiter: "\r\n" }));
export const changed = (changes: Record<string, string>) =>
  importColumns.map(({ field }) => changes[field] ?? filled[field] ?? "");
export const offersOf = (viewer: Offeror) =>
  db.select().from(offer).where(eq(offer.structureId, viewer.structureId));
export const choices = { keepIncomplete: false, submit: false, publish: false };

export async function prepared(viewer: Offeror, content: Buffer): Promise<string> {
  const outcome = await prepareImport(viewer, { name: "offres.csv", content });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.data.importId;
}

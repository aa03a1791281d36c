import "server-only";
import departments from "@etalab/decoupage-administratif/data/departements.json";
import { arrayContains, arrayOverlaps, eq } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { commune } from "@/db/schema/commune";

export interface CommuneDto {
  /** INSEE code. */
  code: string;
  name: string;
  department: string;
}

/** Communes of a postcode by name; none for what is not a postcode. Public: it is an official list. */
export async function communesOfPostcode(postcode: string): Promise<CommuneDto[]> {
  if (!/^\d{5}$/.test(postcode)) return [];
  return db
    .select({ code: commune.code, name: commune.name, department: commune.department })
    .from(commune)
    .where(arrayContains(commune.postcodes, [postcode]))
    .orderBy(commune.name);
}

/** Communes of many postcodes at once, by postcode. Public. */
export async function communesByPostcode(postcodes: readonly string[]): Promise<Map<string, CommuneDto[]>> {
  const wanted = postcodes.filter((postcode) => /^\d{5}$/.test(postcode));
  if (wanted.length === 0) return new Map();
  const rows = await db.select().from(commune).where(arrayOverlaps(commune.postcodes, wanted)).orderBy(commune.name);
  return new Map(wanted.map((postcode) => [postcode, rows.filter((row) => row.postcodes.includes(postcode)).map(({ code, name, department }) => ({ code, name, department }))]));
}

/** The commune of an address, or null when the postcode is not one of its own. */
export async function communeOfAddress(executor: Executor, code: string, postcode: string): Promise<CommuneDto | null> {
  const [row] = await executor.select().from(commune).where(eq(commune.code, code));
  return row?.postcodes.includes(postcode) ? { code: row.code, name: row.name, department: row.department } : null;
}

/** The departments of the agency's region as choices, in the order of its configuration. */
export function departmentsOfRegion(codes: readonly string[]): { value: string; label: string }[] {
  const names = new Map((departments as { code: string; nom: string }[]).map(({ code, nom }) => [code, nom]));
  return codes.map((code) => ({ value: code, label: `${names.get(code) ?? code} (${code})` }));
}

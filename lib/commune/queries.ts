import "server-only";
import departments from "@etalab/decoupage-administratif/data/departements.json";
import { arrayContains, eq } from "drizzle-orm";
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

import "server-only";
import { and, eq, ne, or, sql } from "drizzle-orm";
import { structure } from "@/db/schema/structure";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { isUuid } from "@/lib/platform/values/id";
import { type StructureCardDto, structureFilterSchema } from "../schema";
import { listStructures } from "./structures";

/**
 * Active structures that one may be the double of, by name: those that `q` names, or else those
 * that look alike, which are at the same address or nearly of the same name in the same department.
 * Nothing for anyone but a moderator.
 * @returns at most 31
 */
export async function mergeCandidates(
  viewer: Viewer,
  id: string,
  q: string,
): Promise<StructureCardDto[]> {
  if (!can(viewer, "structure:oversee") || !isUuid(id)) return [];
  const [own] = await db.select().from(structure).where(eq(structure.id, id));
  if (!own) return [];
  const another = ne(structure.id, id);
  const sameAddress = and(
    eq(structure.postcode, own.postcode),
    sql`folded(${structure.street}) = folded(${own.street})`,
  );
  // The operator, and not the function, is what the index of the search answers.
  const nearlyNamed = and(
    eq(structure.department, own.department),
    sql`folded(${structure.name} || ' ' || ${structure.communeName}) % folded(${`${own.name} ${own.communeName}`})`,
    sql`similarity(folded(${structure.name}), folded(${own.name})) > 0.4`,
  );
  return listStructures(
    structureFilterSchema.parse({ q, etat: "active" }),
    and(another, q ? undefined : or(sameAddress, nearlyNamed)),
  );
}

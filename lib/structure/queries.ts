import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { structure } from "@/db/schema/structure";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { can, type Viewer } from "@/lib/platform/policy";
import type { StructureInput } from "./schema";

/** What the form of the structure starts with, by field. */
export async function structureForm(viewer: Viewer): Promise<(Record<keyof StructureInput, string> & { typeLabel: string }) | null> {
  if (viewer.kind !== "offeror" || !can(viewer, "structure:edit", viewer)) return null;
  const [row] = await db
    .select({
      name: structure.name,
      street: structure.street,
      postcode: structure.postcode,
      commune: structure.communeCode,
      typeId: structure.typeId,
      typeLabel: vocabularyTerm.label,
      representativeName: structure.representativeName,
      representativeFunction: structure.representativeFunction,
    })
    .from(structure)
    .innerJoin(vocabularyTerm, eq(vocabularyTerm.id, structure.typeId))
    .where(eq(structure.id, viewer.structureId));
  return row ?? null;
}

export interface StructureDto {
  name: string;
  street: string;
  postcode: string;
  communeName: string;
  type: string;
  representativeName: string;
  representativeFunction: string;
}

/** The structure the viewer acts for; null for anyone who acts for none. */
export async function ownStructure(viewer: Viewer): Promise<StructureDto | null> {
  if (viewer.kind !== "offeror" || !can(viewer, "profile:read")) return null;
  const [row] = await db
    .select({
      name: structure.name,
      street: structure.street,
      postcode: structure.postcode,
      communeName: structure.communeName,
      type: vocabularyTerm.label,
      representativeName: structure.representativeName,
      representativeFunction: structure.representativeFunction,
    })
    .from(structure)
    .innerJoin(vocabularyTerm, eq(vocabularyTerm.id, structure.typeId))
    .where(eq(structure.id, viewer.structureId));
  return row ?? null;
}

import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { structure } from "@/db/schema/structure";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { can, type Viewer } from "@/lib/platform/policy";
import { readSealedCookie } from "@/lib/platform/sealed-cookie";
import { structureFormCookie, type StructureInput } from "./schema";

export interface StructureFormDto {
  values: Record<keyof StructureInput, string>;
  /** The present type, which its list may have retired. */
  typeId: string;
}

/** What the form of the structure starts with: the structure, and over it what was just typed and refused. */
export async function structureForm(viewer: Viewer): Promise<StructureFormDto | null> {
  if (viewer.kind !== "offeror" || !can(viewer, "structure:edit", viewer)) return null;
  const [row] = await db
    .select({
      name: structure.name,
      street: structure.street,
      postcode: structure.postcode,
      commune: structure.communeCode,
      typeId: structure.typeId,
      representativeName: structure.representativeName,
      representativeFunction: structure.representativeFunction,
    })
    .from(structure)
    .where(eq(structure.id, viewer.structureId));
  if (!row) return null;
  const { typedBy, ...typed } = await readSealedCookie(structureFormCookie);
  return { values: typedBy === viewer.accountId ? { ...row, ...typed } : row, typeId: row.typeId };
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

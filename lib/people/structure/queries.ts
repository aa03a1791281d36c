import "server-only";
import { and, eq } from "drizzle-orm";
import { structure } from "@/db/schema/structure";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { askService } from "@/lib/platform/load/ask-service";
import { isUuid } from "@/lib/platform/values/id";
import { readSealedCookie } from "@/lib/platform/visitor/sealed-cookie";
import {
  structureNames,
  withAddress,
  withCommuneName,
} from "@/lib/reference/commune/queries/addresses";
import { type FoundOrganisation, organisationPath, organisationsIn } from "./found-organisations";
import { structureState } from "./rules";
import { structureFormCookie, type StructureInput } from "./schema";

export interface StructureFormDto {
  /** `base` names the structure they were made from. */
  values: Record<keyof StructureInput | "base", string>;
  /** The present type, which its list may have retired. */
  typeId: string;
}

/**
 * What the form of the structure starts with: the structure, and over it what was just typed and
 * refused.
 */
export async function structureForm(viewer: Viewer): Promise<StructureFormDto | null> {
  if (viewer.kind !== "offeror" || !can(viewer, "structure:edit", viewer)) return null;
  return formOf(viewer.structureId, viewer.accountId);
}

/** The same for a moderator who corrects it; null for one that is missing or closed. */
export async function structureCorrectionForm(
  viewer: Viewer,
  structureId: string,
): Promise<StructureFormDto | null> {
  if (viewer.kind !== "moderator" || !can(viewer, "structure:oversee") || !isUuid(structureId))
    return null;
  return formOf(structureId, viewer.accountId);
}

async function formOf(structureId: string, typist: string): Promise<StructureFormDto | null> {
  const [stored] = await db
    .select({
      name: structure.name,
      street: structure.street,
      postcode: structure.postcode,
      communeName: structure.communeName,
      cedex: structure.cedex,
      typeId: structure.typeId,
      representativeName: structure.representativeName,
      representativeFunction: structure.representativeFunction,
    })
    .from(structure)
    .where(and(eq(structure.id, structureId), eq(structure.state, "active")));
  if (!stored) return null;
  const { communeName: commune, ...said } = stored;
  const row = { ...said, commune, base: structureState(stored) };
  const {
    typedBy,
    structureId: typedFor = structureId,
    ...typed
  } = await readSealedCookie(structureFormCookie);
  const isTyping = typedBy === typist && typedFor === structureId;
  const values = isTyping ? { ...row, ...typed } : row;
  return { values: await withCommuneName(values, structureNames), typeId: row.typeId };
}

export interface StructureDto {
  name: string;
  street: string;
  postcode: string;
  communeName: string;
  cedex: string;
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
      cedex: structure.cedex,
      type: vocabularyTerm.label,
      representativeName: structure.representativeName,
      representativeFunction: structure.representativeFunction,
    })
    .from(structure)
    .innerJoin(vocabularyTerm, eq(vocabularyTerm.id, structure.typeId))
    .where(eq(structure.id, viewer.structureId));
  return row ?? null;
}

/**
 * Organisations of a name, a SIREN or a SIRET; none where the deployer configured no service, or
 * where it does not answer. Public.
 */
export async function foundOrganisations(typed: string): Promise<FoundOrganisation[]> {
  const { organisationService } = env;
  if (organisationService === undefined || typed.trim().length < 3) return [];
  const answer = await askService(organisationService, organisationPath(typed.trim()));
  return Promise.all(organisationsIn(answer).map(asKnown));
}

/** With its commune as the portal writes it; a CEDEX stays, for the form to keep as such. */
async function asKnown(found: FoundOrganisation): Promise<FoundOrganisation> {
  const { postcode, commune, cedex } = await withAddress({ ...found, cedex: "" }, structureNames);
  return cedex === "" ? { ...found, postcode, commune } : found;
}

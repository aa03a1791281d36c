import { z } from "zod";
import type { Publication, Validation } from "@/lib/offer/lifecycle/rules";
import type { Visibility } from "@/lib/offer/lifecycle/visibility";
import type { StructureChanges } from "@/lib/people/structure/schema";
import type { StructureRole } from "@/lib/platform/access/policy";
import { departmentCode } from "@/lib/platform/values/department-code";
import { line } from "@/lib/platform/values/fields";
import { filledQuery } from "@/lib/platform/values/search-params";

/** What a structure can be for the ARS. A closed one has nobody left. */
export const structureStates = ["active", "suspended", "closed"] as const;
export type StructureState = (typeof structureStates)[number];

/**
 * The filters of the structures, read from the address; what does not parse is as if it had not
 * been said.
 */
export const structureFilterSchema = z.object({
  /** Words of the name or of the commune. */
  q: line(120, "La recherche").catch(""),
  departement: departmentCode.or(z.literal("")).catch(""),
  type: z.uuid().or(z.literal("")).catch(""),
  etat: z.enum(structureStates).or(z.literal("")).catch(""),
  /** `jamais`: it never published an offer. */
  publication: z.enum(["jamais"]).or(z.literal("")).catch(""),
});

export type StructureFilter = z.output<typeof structureFilterSchema>;

/** The filter as the address says it, without what is empty. */
export function structureQuery(filter: StructureFilter): string {
  return filledQuery(filter);
}

export interface StructureCardDto {
  id: string;
  name: string;
  communeName: string;
  department: string;
  type: string;
  state: StructureState;
  accounts: number;
  /** Submitted at least once, and not deleted. */
  offers: number;
  publicOffers: number;
  createdAt: Date;
}

export interface OverseenAccountDto {
  id: string;
  structure: { id: string; name: string };
  /** Empty for someone invited without a name. */
  name: string;
  email: string;
  function: string;
  phone: string;
  role: StructureRole;
  standing: "active" | "invited" | "suspended" | "disabled" | "closed";
  addressConfirmed: boolean;
  /** To the hour; null for someone who has not signed in for as long as sessions are kept. */
  lastSeenAt: Date | null;
}

export interface OverseenOfferDto {
  id: string;
  reference: string;
  title: string;
  validation: Validation;
  publication: Publication;
  archived: boolean;
  visibility: Visibility;
  elapsed: boolean;
  visibilityWords: string;
  updatedAt: Date;
}

export interface StructureEntryDto {
  id: string;
  at: Date;
  deed: string;
  /** Empty for an account whose name was erased. */
  actor: string;
  actorKind: "moderator" | "offeror" | "portal";
  /** The offer or the account it was done to; empty for the structure itself. */
  about: string;
  /** Of a correction. */
  changes: StructureChanges | null;
}

export interface OverseenStructureDto {
  id: string;
  name: string;
  street: string;
  postcode: string;
  communeName: string;
  department: string;
  cedex: string;
  type: { id: string; label: string };
  representativeName: string;
  representativeFunction: string;
  state: StructureState;
  createdAt: Date;
  /** The structure everything of it moved to. */
  mergedInto: { id: string; name: string } | null;
  /** How many there are of what is listed below, of which a large structure has more. */
  counts: { accounts: number; sites: number; offers: number };
  accounts: OverseenAccountDto[];
  sites: {
    id: string;
    name: string;
    street: string;
    postcode: string;
    communeName: string;
    type: string;
  }[];
  offers: OverseenOfferDto[];
  /** Never submitted: the structure's own, of which only the number is told. */
  drafts: number;
}

/** `targetId` stays, `structureId` goes. */
export const mergeSchema = z.object({ structureId: z.uuid(), targetId: z.uuid() });

export const accountIdSchema = z.object({ accountId: z.uuid() });

import { and, eq, isNull, or } from "drizzle-orm";
import { account } from "./schema/account";
import { offer } from "./schema/offer";
import { structure } from "./schema/structure";
import { suspension } from "./schema/suspension";

const inForce = isNull(suspension.liftedAt);
const ofStructure = [
  eq(suspension.structureId, structure.id),
  eq(suspension.typeId, structure.typeId),
] as const;

/**
 * Suspensions that keep an offer from the public. Where it is used, `offer` and its `structure` are
 * read.
 */
export const suspendsOffer = and(
  inForce,
  or(eq(suspension.offerId, offer.id), eq(suspension.accountId, offer.accountId), ...ofStructure),
);

/**
 * Suspensions that leave an account nothing but reading. Where it is used, `account` and its
 * `structure` are read.
 */
export const suspendsAccount = and(
  inForce,
  or(eq(suspension.accountId, account.id), ...ofStructure),
);

/** Suspensions of a structure itself or of its whole type. */
export const suspendsStructure = and(inForce, or(...ofStructure));

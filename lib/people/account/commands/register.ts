import "server-only";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import type { StructureInput } from "@/lib/people/structure/schema";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db } from "@/lib/platform/database/client";
import { isUniqueViolation } from "@/lib/platform/database/errors";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { hashing } from "@/lib/platform/load/lane";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { type Caller, unknownCaller } from "@/lib/platform/visitor/caller";
import { limitReached } from "@/lib/platform/visitor/throttle";
import { addressRefused, understoodAddress } from "@/lib/reference/commune/queries/addresses";
import { chosenTerms } from "@/lib/reference/vocabulary/queries";
import type { AccountRefusal } from "../labels";
import { hashPassword } from "../password";
import type { Administrator } from "../person";
import { releaseExpiredInvitation } from "./erase";
import { createToken, openSession } from "./tokens";

/**
 * Whether step 1 would be accepted: the address is understood and the type is of the list.
 */
export async function checkStructure(
  input: StructureInput,
): Promise<Outcome<null, AccountRefusal>> {
  const address = await understoodAddress(input);
  if (!address.ok) return addressRefused(address);
  if (!(await chosenTerms(db, "structureType", [input.typeId])))
    return refused("typeUnknown", "typeId");
  return done(null);
}

/** What a visitor asks for, see {@link makeStructure}, within the limits of the portal. */
export async function register(
  structureInput: StructureInput,
  administrator: Administrator,
  from: Caller = unknownCaller,
): Promise<Outcome<{ sessionId: string }, AccountRefusal>> {
  hashing.requireRoom();
  const held = await limitReached("register", {
    network: from.network,
    target: administrator.email,
  });
  if (held) return refused("tooManyRegistrations", undefined, held);
  return makeStructure(structureInput, administrator, from.userAgent);
}

/**
 * Makes the structure, its administrator, the first session and the confirmation mail, all or
 * nothing. An address that has an account is refused: nothing of that account changes.
 */
export async function makeStructure(
  structureInput: StructureInput,
  administrator: Administrator,
  userAgent = "",
): Promise<Outcome<{ sessionId: string }, AccountRefusal>> {
  const passwordHash = await hashPassword(administrator.password);
  try {
    return await db.transaction(async (tx) => {
      const address = await understoodAddress(structureInput, tx);
      const [typeId] = (await chosenTerms(tx, "structureType", [structureInput.typeId])) ?? [];
      if (!address.ok || !typeId) return refused("stepOneMissing");
      const structureId = newId();
      const accountId = newId();
      const createdAt = now();
      await tx.insert(structure).values({
        id: structureId,
        name: structureInput.name,
        street: structureInput.street,
        postcode: address.postcode,
        communeCode: address.commune.code,
        communeName: address.commune.name,
        department: address.commune.department,
        cedex: address.cedex,
        typeId,
        representativeName: structureInput.representativeName,
        representativeFunction: structureInput.representativeFunction,
        createdAt,
      });
      await releaseExpiredInvitation(tx, administrator.email);
      const { password: _, ...identity } = administrator;
      await tx.insert(account).values({
        id: accountId,
        structureId,
        role: "administrator",
        ...identity,
        passwordHash,
        createdAt,
      });
      const tokenId = await createToken(tx, accountId, "confirmAddress");
      await enqueueMail(tx, "confirmAddress", administrator.email, { accountId, tokenId });
      await recordAudit(tx, {
        actorId: accountId,
        deed: "account:register",
        objectKind: "structure",
        objectId: structureId,
      });
      return done({ sessionId: await openSession(tx, accountId, userAgent) });
    });
  } catch (error) {
    if (isUniqueViolation(error, "account_email_unique")) return refused("emailTaken", "email");
    throw error;
  }
}

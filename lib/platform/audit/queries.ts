import "server-only";
import { and, desc, eq, inArray, type SQL } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { auditEntry } from "@/db/schema/audit";
import type { Viewer } from "@/lib/platform/access/policy";
import type { Transaction } from "@/lib/platform/database/client";
import type { Conflict } from "@/lib/platform/form/action-result";
import { differencesOf, stateName } from "@/lib/platform/form/base";
import { savedBySelf } from "@/lib/platform/form/labels";
import { fullName } from "@/lib/platform/values/full-name";

type Signed = Exclude<Viewer, { kind: "anonymous" }>;
type Author = NonNullable<Parameters<typeof fullName>[0]>;

interface Opened<Name extends string> {
  /**
   * States the form may write over (`basesIn`); absent for a command that does not answer to a
   * form.
   */
  bases: readonly string[] | undefined;
  labels: Readonly<Record<Name, string>>;
  /** What was typed, as a person reads it. */
  mine: Readonly<Record<Name, string>>;
  /** What is stored, likewise: it names its state, unless `current` does. */
  theirs: Readonly<Record<Name, string>>;
  /** Names of what is stored, the one to save over first. */
  current?: readonly string[];
  /** The entries of the log that tell who wrote it: of this object, or those that say so. */
  saved: { kind: string; deeds: readonly string[]; about: string | SQL };
  /** Where it is read, for who may read it. */
  address: string;
}

/**
 * What somebody saved since a form was opened, in its way; null when nothing is. To be asked with
 * the rows of it locked.
 */
export async function conflictOver<Name extends string>(
  tx: Transaction,
  viewer: Signed,
  { bases, labels, mine, theirs, current = [stateName(theirs)], saved, address }: Opened<Name>,
): Promise<Conflict | null> {
  if (!bases || current.some((name) => bases.includes(name))) return null;
  const differences = differencesOf(labels, mine, theirs);
  // Typed alike by two: nobody's word is lost.
  if (differences.length === 0) return null;
  const [entry] = await tx
    .select({
      at: auditEntry.at,
      accountId: auditEntry.actorId,
      role: account.role,
      firstName: account.firstName,
      lastName: account.lastName,
    })
    .from(auditEntry)
    .leftJoin(account, eq(account.id, auditEntry.actorId))
    .where(
      and(
        eq(auditEntry.objectKind, saved.kind),
        inArray(auditEntry.deed, saved.deeds),
        typeof saved.about === "string" ? eq(auditEntry.objectId, saved.about) : saved.about,
      ),
    )
    .orderBy(desc(auditEntry.id))
    .limit(1);
  return {
    by: authorOf(viewer, entry),
    at: entry?.at.toISOString() ?? null,
    base: current[0] ?? "",
    differences,
    address,
  };
}

/** A structure is not told the names of the agency's people. */
function authorOf(
  viewer: Signed,
  author: (Author & { accountId: string | null; role: string | null }) | undefined,
): string {
  if (author?.accountId === viewer.accountId) return savedBySelf;
  if (viewer.kind === "offeror" && author?.role === "moderator") return "l’agence";
  return fullName(author) || "quelqu’un d’autre";
}

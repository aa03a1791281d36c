import "server-only";
import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { displayTitle } from "@/lib/offer/content/schema";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { db, type Executor } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { isUuid } from "@/lib/platform/values/id";
import { signedToken, subjectOf } from "@/lib/platform/visitor/signed-link";
import { termLabels } from "@/lib/reference/vocabulary/queries";
import { labelsOf } from "@/lib/reference/vocabulary/rules";

/** The account whose digests a link ends; null for a link that is not ours. */
export function digestAccountOf(token: string): string | null {
  const subject = subjectOf("stopDigest", token);
  return isUuid(subject) ? subject : null;
}

/**
 * The page that ends the digests of an account, and the address mail programs call for the same.
 */
export function stopDigestLinks(accountId: string): { page: string; oneClick: string } {
  const token = signedToken("stopDigest", accountId);
  return { page: `${env.origin}/avis/${token}`, oneClick: `${env.origin}/api/avis/${token}` };
}

/** Whether the page of a link has something to ask: null when the link is not ours. */
export async function digestChoice(token: string): Promise<{ getsDigest: boolean } | null> {
  const accountId = digestAccountOf(token);
  if (!accountId) return null;
  const [row] = await db
    .select({ digest: account.digest })
    .from(account)
    .where(and(eq(account.id, accountId), eq(account.role, "moderator")));
  return row ? { getsDigest: row.digest !== "never" } : null;
}

/** Offers a mail names; the queue has the others. */
const named = 10;

/**
 * Offers that wait for a decision, oldest first. @param departments where their sites are; none is
 * everywhere
 */
export async function waitingIn(executor: Executor, departments: readonly string[]) {
  const followed =
    departments.length === 0
      ? undefined
      : sql`${offerRevision.content}->'site'->>'department' = any(${sql.param([...departments])}::text[])`;
  const where = and(eq(offer.validation, "pending"), isNull(offer.deletedAt), followed);
  const [oldest, [counted]] = await Promise.all([
    executor
      .select({
        id: offer.id,
        content: offerRevision.content,
        structureName: structure.name,
        submittedAt: offerRevision.submittedAt,
      })
      .from(offer)
      .innerJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
      .innerJoin(structure, eq(structure.id, offer.structureId))
      .where(where)
      .orderBy(asc(offerRevision.submittedAt), asc(offer.id))
      .limit(named),
    executor
      .select({ total: count() })
      .from(offer)
      .innerJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
      .where(where),
  ]);
  return { oldest, total: counted?.total ?? 0 };
}

export interface DigestFacts {
  firstName: string;
  total: number;
  oldest: {
    title: string;
    structureName: string;
    department: string;
    submittedAt: Date;
    link: string;
  }[];
  /** The queue, at the departments the moderator follows. */
  link: string;
}

/**
 * What a digest says as things stand when it leaves; null when nothing waits any more or the person
 * no longer hears of it.
 */
export async function digestFacts(accountId: string): Promise<DigestFacts | null> {
  const [person] = await db
    .select()
    .from(account)
    .where(
      and(eq(account.id, accountId), eq(account.role, "moderator"), eq(account.state, "active")),
    );
  if (!person || person.digest === "never") return null;
  const { oldest, total } = await waitingIn(db, person.followedDepartments);
  if (total === 0) return null;
  const labels = await termLabels([...new Set(oldest.flatMap(({ content }) => content.themeIds))]);
  return {
    firstName: person.firstName,
    total,
    oldest: oldest.map(({ id, content, structureName, submittedAt }) => ({
      title: displayTitle(content.title, labelsOf(content.themeIds, labels)),
      structureName,
      department: content.site.department,
      submittedAt,
      link: `${env.origin}/admin/offres/${id}`,
    })),
    link: `${env.origin}/admin${person.followedDepartments.length > 0 ? "?departement=mes" : ""}`,
  };
}

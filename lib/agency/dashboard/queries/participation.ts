import "server-only";
import {
  and,
  asc,
  count,
  eq,
  gt,
  inArray,
  isNotNull,
  notExists,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { account } from "@/db/schema/account";
import { revisionFacts } from "@/db/schema/offer";
import { structure } from "@/db/schema/structure";
import { factsOfOffer, matchingOffers } from "@/lib/agency/moderation/queries/offer-conditions";
import { offer } from "@/lib/offer/content/tables";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { exportPage, pagesByKey } from "@/lib/platform/formats/pages";
import { isUuid } from "@/lib/platform/values/id";
import type { ParticipationDto, ParticipationFilter } from "../schema";

const pageSize = 50;

export interface ParticipationPage {
  structures: ParticipationDto[];
  total: number;
  /** Id to ask the next page with; null on the last. */
  next: string | null;
}

/** The structures behind a number of the dashboard, by name. Nothing for anyone but the ARS. */
export async function participation(
  viewer: Viewer,
  filter: ParticipationFilter,
  after = "",
): Promise<ParticipationPage> {
  if (!can(viewer, "dashboard:read")) return { structures: [], total: 0, next: null };
  const where = inSituation(filter);
  const [rows, [counted]] = await Promise.all([
    rowsBehind(where, after, pageSize + 1),
    db.select({ total: count() }).from(structure).where(where),
  ]);
  const shown = rows.slice(0, pageSize);
  return {
    structures: await dtos(shown),
    total: counted?.total ?? 0,
    next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** The same list whole, a page at a time; nothing for anyone but the ARS. */
export async function* participationPages(
  viewer: Viewer,
  filter: ParticipationFilter,
): AsyncGenerator<ParticipationDto[]> {
  if (can(viewer, "dashboard:read"))
    yield* pagesByKey(async (after) =>
      dtos(await rowsBehind(inSituation(filter), after, exportPage)),
    );
}

async function rowsBehind(where: SQL | undefined, after: string, limit: number) {
  return db
    .select({
      id: structure.id,
      name: structure.name,
      communeName: structure.communeName,
      department: structure.department,
      registeredAt: structure.createdAt,
    })
    .from(structure)
    .where(and(where, await beyond(after)))
    .orderBy(asc(structure.name), asc(structure.id))
    .limit(limit);
}

async function dtos(rows: Awaited<ReturnType<typeof rowsBehind>>): Promise<ParticipationDto[]> {
  const ids = rows.map(({ id }) => id);
  const [emails, offers] = await Promise.all([administratorsOf(ids), offersOf(ids)]);
  return rows.map((row) => ({
    ...row,
    emails: emails.filter(({ structureId }) => structureId === row.id).map(({ email }) => email),
    offers: offers.get(row.id) ?? 0,
  }));
}

/** The first structures that never published, by name; none for anyone but the ARS. */
export async function silentStructures(
  viewer: Viewer,
  departement: string,
  limit: number,
): Promise<Pick<ParticipationDto, "name" | "communeName" | "department">[]> {
  if (!can(viewer, "dashboard:read")) return [];
  return db
    .select({
      name: structure.name,
      communeName: structure.communeName,
      department: structure.department,
    })
    .from(structure)
    .where(inSituation({ situation: "never", campagne: "", departement, soumisau: "" }))
    .orderBy(asc(structure.name), asc(structure.id))
    .limit(limit);
}

/**
 * Absent structures are looked for where they are seated, the others where their offers take place.
 */
export function inSituation({
  situation,
  campagne,
  departement,
  soumisau,
}: ParticipationFilter): SQL | undefined {
  const seated = departement ? eq(structure.department, departement) : undefined;
  const published = (more?: SQL) =>
    db
      .select({ one: sql`1` })
      .from(offer)
      .where(and(eq(offer.structureId, structure.id), isNotNull(offer.publishedAt), more));
  const ofCampaign = campagne ? eq(offer.campaign, Number(campagne)) : undefined;
  switch (situation) {
    case "never":
      return and(eq(structure.state, "active"), seated, notExists(published()));
    case "absent":
      return and(eq(structure.state, "active"), seated, notExists(published(ofCampaign)));
    case "depositing":
    case "publishing": {
      const matching = matchingOffers({
        campagne,
        departement,
        soumisau,
        etat: "notRefused",
        publication: situation === "publishing" ? "ever" : "",
      });
      return inArray(
        structure.id,
        db
          .select({ id: offer.structureId })
          .from(offer)
          .leftJoin(revisionFacts, factsOfOffer)
          .where(matching),
      );
    }
  }
}

async function beyond(after: string): Promise<SQL | undefined> {
  if (!isUuid(after)) return undefined;
  const [last] = await db
    .select({ name: structure.name })
    .from(structure)
    .where(eq(structure.id, after));
  return last
    ? or(gt(structure.name, last.name), and(eq(structure.name, last.name), gt(structure.id, after)))
    : undefined;
}

function administratorsOf(ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .select({ structureId: account.structureId, email: account.email })
    .from(account)
    .where(
      and(
        inArray(account.structureId, [...ids]),
        eq(account.role, "administrator"),
        eq(account.state, "active"),
      ),
    )
    .orderBy(asc(account.createdAt), asc(account.id));
}

async function offersOf(ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: offer.structureId, offers: count() })
    .from(offer)
    .leftJoin(revisionFacts, factsOfOffer)
    .where(and(matchingOffers({}), inArray(offer.structureId, [...ids])))
    .groupBy(offer.structureId);
  return new Map(rows.map(({ id, offers }) => [id, offers]));
}

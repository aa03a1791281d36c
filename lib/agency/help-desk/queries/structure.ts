import "server-only";
import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { account } from "@/db/schema/account";
import { structure, structureSite } from "@/db/schema/structure";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { displayTitle } from "@/lib/offer/content/schema";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { visibilitiesOf } from "@/lib/offer/lifecycle/queries/visibilities";
import { visibilityWords } from "@/lib/offer/lifecycle/visibility";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { uuidList } from "@/lib/platform/database/uuid-list";
import { isUuid } from "@/lib/platform/values/id";
import { termLabels } from "@/lib/reference/vocabulary/queries";
import type { OverseenOfferDto, OverseenStructureDto } from "../schema";
import { accountsOf } from "./accounts";
import { stateOfStructure } from "./structures";

/** One structure whole, for a moderator; null for everyone else, and for one that is missing. */
export async function overseenStructure(
  viewer: Viewer,
  id: string,
): Promise<OverseenStructureDto | null> {
  if (!can(viewer, "structure:oversee") || !isUuid(id)) return null;
  const target = alias(structure, "target");
  const [row] = await db
    .select({
      structure,
      typeLabel: vocabularyTerm.label,
      state: stateOfStructure(),
      target: { id: target.id, name: target.name },
      counts: {
        accounts: db.$count(account, eq(account.structureId, id)),
        sites: db.$count(structureSite, eq(structureSite.structureId, id)),
        offers: db.$count(offer, submittedBy(id)),
      },
      drafts: db.$count(
        offer,
        and(eq(offer.structureId, id), isNull(offer.currentRevisionId), isNull(offer.deletedAt)),
      ),
    })
    .from(structure)
    .innerJoin(vocabularyTerm, eq(vocabularyTerm.id, structure.typeId))
    .leftJoin(target, eq(target.id, structure.mergedIntoId))
    .where(eq(structure.id, id));
  if (!row) return null;
  const [accounts, sites, offers] = await Promise.all([
    accountsOf(viewer, id),
    sitesOf(id),
    offersOf(id),
  ]);
  const {
    name,
    street,
    postcode,
    communeName,
    department,
    cedex,
    typeId,
    representativeName,
    representativeFunction,
    createdAt,
  } = row.structure;
  return {
    id,
    ...{
      name,
      street,
      postcode,
      communeName,
      department,
      cedex,
      representativeName,
      representativeFunction,
      createdAt,
    },
    type: { id: typeId, label: row.typeLabel },
    state: row.state,
    mergedInto: row.target,
    counts: row.counts,
    drafts: row.drafts,
    accounts,
    sites,
    offers,
  };
}

function sitesOf(structureId: string): Promise<OverseenStructureDto["sites"]> {
  return db
    .select({
      id: structureSite.id,
      name: structureSite.name,
      street: structureSite.street,
      postcode: structureSite.postcode,
      communeName: structureSite.communeName,
      type: vocabularyTerm.label,
    })
    .from(structureSite)
    .innerJoin(vocabularyTerm, eq(vocabularyTerm.id, structureSite.typeId))
    .where(eq(structureSite.structureId, structureId))
    .orderBy(asc(structureSite.name))
    .limit(100);
}

/** What was submitted at least once; a draft is the structure's own until then. */
const submittedBy = (structureId: string) =>
  and(
    eq(offer.structureId, structureId),
    isNull(offer.deletedAt),
    isNotNull(offer.currentRevisionId),
  );

async function offersOf(structureId: string): Promise<OverseenOfferDto[]> {
  const rows = await db
    .select({ offer, content: offerRevision.content })
    .from(offer)
    .innerJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .where(submittedBy(structureId))
    .orderBy(sql`${offer.archivedAt} is not null`, desc(offer.updatedAt), asc(offer.id))
    .limit(200);
  const [labels, standings] = await Promise.all([
    termLabels([...new Set(rows.flatMap(({ content }) => content.themeIds))]),
    visibilitiesOf(sql`${offer.id} = any(${uuidList(rows.map((row) => row.offer.id))})`),
  ]);
  return rows.flatMap(({ offer: row, content }) => {
    const standing = standings.get(row.id);
    if (!standing) return [];
    return [
      {
        id: row.id,
        reference: row.reference,
        title: displayTitle(
          content.title,
          content.themeIds.map((term) => labels.get(term) ?? "").filter(Boolean),
        ),
        validation: row.validation,
        publication: row.publication,
        archived: row.archivedAt !== null,
        visibility: standing.visibility,
        elapsed: standing.elapsed,
        visibilityWords: visibilityWords(standing, "moderator"),
        updatedAt: row.updatedAt,
      },
    ];
  });
}

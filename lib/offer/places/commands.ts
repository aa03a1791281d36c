import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { auditEntry } from "@/db/schema/audit";
import { localReferent, structureSite } from "@/db/schema/structure";
import { textOf } from "@/lib/offer/content/draft-reading";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { conflictOver } from "@/lib/platform/audit/queries";
import { db, type Transaction } from "@/lib/platform/database/client";
import {
  type Conflict,
  contested,
  done,
  type FormValues,
  type Outcome,
  refused,
} from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import {
  addressRefused,
  siteNames,
  understoodSite,
} from "@/lib/reference/commune/queries/addresses";
import { chosenTerms, mergedTerms, termLabels } from "@/lib/reference/vocabulary/queries";
import { idsReadAs } from "@/lib/reference/vocabulary/rules";
import {
  referentInWords,
  referentLabels,
  savedPlacesLimit,
  siteLabels,
  type SiteRefusal,
} from "./labels";
import { siteState } from "./rules";
import { type SavedReferent, savedReferentSchema, type SavedSite, savedSiteSchema } from "./schema";

type Offeror = Extract<Viewer, { kind: "offeror" }>;
type Saved = Outcome<{ id: string }, SiteRefusal>;

function manages(viewer: Viewer): viewer is Offeror {
  return viewer.kind === "offeror" && can(viewer, "site:manage", viewer);
}

/**
 * Adds a site to the structure's list, or changes it.
 * @param input.id new, or of a site of the viewer's structure
 * @param bases what one that is kept may say to be written over (`basesIn`); absent, anything
 */
export async function saveSite(
  viewer: Viewer,
  input: SavedSite & { id: string; siteOutside?: string | undefined },
  bases?: readonly string[],
): Promise<Saved> {
  if (!manages(viewer)) return refused("notFound");
  return db.transaction(async (tx) => {
    const address = await understoodSite({ ...input, siteOutside: input.siteOutside ?? "" }, tx);
    if (!address.ok) return addressRefused(address, siteNames);
    const { commune, postcode } = address;
    const own = and(
      eq(structureSite.id, input.id),
      eq(structureSite.structureId, viewer.structureId),
    );
    const kept = await tx.select({ typeId: structureSite.typeId }).from(structureSite).where(own);
    const [typeId] =
      (await chosenTerms(
        tx,
        "siteType",
        [input.siteTypeId],
        kept.map((site) => site.typeId),
      )) ?? [];
    if (!typeId) return refused("termUnknown", "siteTypeId");
    // Not before the lists are held: who merges terms holds them when it writes sites.
    const [stored] = await tx.select().from(structureSite).where(own).for("update");
    // Somebody took it off the list since the form was opened.
    if (!stored && bases?.length) return refused("notFound");
    if (stored) {
      const typed = {
        ...input,
        sitePostcode: postcode,
        siteCommune: commune.name,
        siteTypeId: typeId,
      };
      const conflict = await siteConflict(tx, viewer, { stored, typed, bases });
      if (conflict) return contested(conflict);
    }
    const others = and(
      eq(structureSite.structureId, viewer.structureId),
      ne(structureSite.id, input.id),
    );
    if ((await tx.$count(structureSite, others)) >= savedPlacesLimit) return refused("tooMany");
    const content = {
      name: input.siteName,
      street: input.siteStreet,
      postcode,
      communeCode: commune.code,
      communeName: commune.name,
      typeId,
    };
    const saved = await tx
      .insert(structureSite)
      .values({ id: input.id, structureId: viewer.structureId, ...content, createdAt: now() })
      .onConflictDoUpdate({
        target: structureSite.id,
        set: content,
        setWhere: eq(structureSite.structureId, viewer.structureId),
      })
      .returning({ id: structureSite.id });
    return told(tx, viewer, "site:save", saved[0]?.id);
  });
}

/** The same for a local referent. */
export async function saveReferent(
  viewer: Viewer,
  input: SavedReferent & { id: string },
  bases?: readonly string[],
): Promise<Saved> {
  if (!manages(viewer)) return refused("notFound");
  return db.transaction(async (tx) => {
    const own = and(
      eq(localReferent.id, input.id),
      eq(localReferent.structureId, viewer.structureId),
    );
    const [stored] = await tx
      .select({
        referentName: localReferent.name,
        referentFunction: localReferent.function,
        referentPhone: localReferent.phone,
        referentEmail: localReferent.email,
      })
      .from(localReferent)
      .where(own)
      .for("update");
    if (!stored && bases?.length) return refused("notFound");
    const conflict =
      stored &&
      (await conflictOver(tx, viewer, {
        bases,
        labels: referentLabels,
        mine: referentInWords(input),
        theirs: referentInWords(stored),
        saved: savedAs("referent:save", viewer, input.id),
        address: "/espace/sites",
      }));
    if (conflict) return contested(conflict);
    const others = and(
      eq(localReferent.structureId, viewer.structureId),
      ne(localReferent.id, input.id),
    );
    if ((await tx.$count(localReferent, others)) >= savedPlacesLimit) return refused("tooMany");
    const content = {
      name: input.referentName,
      function: input.referentFunction,
      phone: input.referentPhone,
      email: input.referentEmail,
    };
    const saved = await tx
      .insert(localReferent)
      .values({ id: input.id, structureId: viewer.structureId, ...content, createdAt: now() })
      .onConflictDoUpdate({
        target: localReferent.id,
        set: content,
        setWhere: eq(localReferent.structureId, viewer.structureId),
      })
      .returning({ id: localReferent.id });
    return told(tx, viewer, "referent:save", saved[0]?.id);
  });
}

async function siteConflict(
  tx: Transaction,
  viewer: Offeror,
  {
    stored,
    typed,
    bases,
  }: {
    stored: typeof structureSite.$inferSelect;
    typed: SavedSite;
    bases: readonly string[] | undefined;
  },
): Promise<Conflict | null> {
  const theirs = {
    siteName: stored.name,
    siteStreet: stored.street,
    sitePostcode: stored.postcode,
    siteCommune: stored.communeName,
    siteOutside: stored.communeCode,
    siteTypeId: stored.typeId,
  };
  const types = await termLabels([typed.siteTypeId, theirs.siteTypeId], tx);
  const words = (site: SavedSite) => ({ ...site, siteTypeId: types.get(site.siteTypeId) ?? "" });
  // A form that was opened before its type was merged shows the same site.
  const ids = idsReadAs(stored.typeId, await mergedTerms(tx));
  return conflictOver(tx, viewer, {
    bases,
    labels: siteLabels,
    mine: words(typed),
    theirs: words(theirs),
    current: ids.map((siteTypeId) => siteState({ ...theirs, siteTypeId })),
    saved: savedAs("site:save", viewer, stored.id),
    address: "/espace/sites",
  });
}

/** Entries of {@link told} about one of the list. */
function savedAs(deed: string, { structureId }: Offeror, id: string) {
  return {
    kind: "structure",
    deeds: [deed],
    about: sql`${auditEntry.objectId} = ${structureId} and ${auditEntry.detail}->>'id' = ${id}`,
  };
}

/** Takes a site or a referent off the list; offers have copies of their own. */
export async function removeSavedPlace(
  viewer: Viewer,
  { id, kind }: { id: string; kind: "site" | "referent" },
): Promise<Saved> {
  if (!manages(viewer)) return refused("notFound");
  const table = kind === "site" ? structureSite : localReferent;
  return db.transaction(async (tx) => {
    const removed = await tx
      .delete(table)
      .where(and(eq(table.id, id), eq(table.structureId, viewer.structureId)))
      .returning({ id: table.id });
    return told(tx, viewer, `${kind}:remove`, removed[0]?.id);
  });
}

/**
 * What the boxes «Garder ce lieu» and «Garder ce référent» of the form ask for. Fields that are not
 * right yet are not kept, and what is kept already is not kept twice.
 */
export async function savePlacesOf(viewer: Viewer, values: FormValues): Promise<void> {
  if (!manages(viewer)) return;
  const parsed = savedSiteSchema.safeParse(values);
  if (values.keepSite === "on" && parsed.success) {
    const site = { ...parsed.data, siteOutside: textOf(values.siteOutside) };
    if (!(await isSiteKept(viewer, site))) await saveSite(viewer, { id: newId(), ...site });
  }
  const referent = savedReferentSchema.safeParse(values);
  if (
    values.keepReferent === "on" &&
    referent.success &&
    !(await isReferentKept(viewer, referent.data))
  ) {
    await saveReferent(viewer, { id: newId(), ...referent.data });
  }
}

async function isSiteKept(
  viewer: Offeror,
  site: SavedSite & { siteOutside: string },
): Promise<boolean> {
  const address = await understoodSite(site);
  if (!address.ok) return false;
  const same = and(
    eq(structureSite.structureId, viewer.structureId),
    eq(structureSite.name, site.siteName),
    eq(structureSite.street, site.siteStreet),
    eq(structureSite.communeCode, address.commune.code),
  );
  return (await db.$count(structureSite, same)) > 0;
}

async function isReferentKept(viewer: Offeror, referent: SavedReferent): Promise<boolean> {
  const same = and(
    eq(localReferent.structureId, viewer.structureId),
    eq(localReferent.name, referent.referentName),
    eq(localReferent.email, referent.referentEmail),
  );
  return (await db.$count(localReferent, same)) > 0;
}

async function told(
  tx: Transaction,
  viewer: Offeror,
  deed: string,
  id: string | undefined,
): Promise<Saved> {
  if (!id) return refused("notFound");
  await recordAudit(tx, {
    actorId: viewer.accountId,
    deed,
    objectKind: "structure",
    objectId: viewer.structureId,
    detail: { id },
  });
  return done({ id });
}

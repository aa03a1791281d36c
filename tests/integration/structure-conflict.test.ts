import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import CorrectStructurePage from "@/app/admin/structures/[id]/modifier/page";
import EditStructurePage from "@/app/espace/profil/structure/page";
import SitesPage from "@/app/espace/sites/page";
import { localReferent, structure, structureSite } from "@/db/schema/structure";
import { addTerm, mergeTerm } from "@/lib/agency/vocabulary/commands/terms";
import { saveReferentAction, saveStructureSiteAction } from "@/lib/offer/places/actions";
import { removeSavedPlace, saveReferent, saveSite } from "@/lib/offer/places/commands";
import { correctStructureAction, editStructureAction } from "@/lib/people/structure/actions";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { newId } from "@/lib/platform/values/id";
import type { VocabularyKind } from "@/lib/reference/vocabulary/rules";
import {
  conflictOf,
  describeConflicts,
  type Setting,
  twoOfOneStructure,
} from "../support/conflicts";
import { formsOf } from "../support/page-forms";
import { newModerator, newOfferor, termId } from "../support/people";

const asking = vi.hoisted<{ viewer: Viewer }>(() => ({ viewer: { kind: "anonymous" } }));
vi.mock("next/headers", () => ({
  headers: () => Promise.resolve(new Headers({ origin: "http://localhost:3000" })),
  cookies: () =>
    Promise.resolve({ get: () => undefined, set: () => undefined, delete: () => undefined }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
  usePathname: () => "/",
}));
vi.mock("@/lib/platform/access/session", async (original) => ({
  ...(await original<object>()),
  getViewer: () => Promise.resolve(asking.viewer),
  pageViewer: () => Promise.resolve(asking.viewer),
}));

const { opened, send } = formsOf(asking);

async function newTerm(kind: VocabularyKind): Promise<{ id: string; label: string }> {
  const label = `Type ${newId()}`;
  const added = await addTerm(await newModerator(), { kind, label });
  return { id: added.ok ? added.data.termId : "", label };
}

/** What both forms of a structure have in common. */
async function ofStructure(structureId: string) {
  const type = await newTerm("structureType");
  const { street, typeId, representativeName } = structure;
  const stored = () =>
    db
      .select({ street, typeId, representativeName })
      .from(structure)
      .where(eq(structure.id, structureId));
  const [before] = await stored();
  return {
    has: "representativeName",
    first: { street: "2 rue Neuve", typeId: type.id },
    second: { representativeName: "Karim Benali" },
    told: [
      { label: "Adresse", mine: "1 rue de la Gare", theirs: "2 rue Neuve" },
      { label: "Type de structure", mine: "Collège", theirs: type.label },
      { label: "Représentant de la structure", mine: "Karim Benali", theirs: "Jeanne Mougin" },
    ],
    stored,
    kept: [
      [{ ...before, street: "2 rue Neuve", typeId: type.id }],
      [{ ...before, representativeName: "Karim Benali" }],
    ] satisfies Setting["kept"],
  };
}

async function correction(of?: string): Promise<Setting> {
  const id = of ?? (await newOfferor()).structureId;
  return {
    ...(await ofStructure(id)),
    action: correctStructureAction,
    page: () => CorrectStructurePage({ params: Promise.resolve({ id }) }),
    address: `/admin/structures/${id}`,
  };
}

async function ownStructure() {
  const who = await twoOfOneStructure();
  return {
    ...(await ofStructure(who[1].structureId)),
    action: editStructureAction,
    page: () => EditStructurePage(),
    address: "/espace/profil",
    who,
  } satisfies Setting;
}

async function site() {
  const [who, type] = [await twoOfOneStructure(), await newTerm("siteType")];
  const id = newId();
  await saveSite(who[1], {
    id,
    siteName: "Annexe",
    siteStreet: "1 rue du Moulin",
    sitePostcode: "57000",
    siteCommune: "Metz",
    siteTypeId: await termId("siteType", "Milieu scolaire"),
  });
  const { name, communeName, typeId } = structureSite;
  const stored = () =>
    db.select({ name, communeName, typeId }).from(structureSite).where(eq(structureSite.id, id));
  const [before] = await stored();
  return {
    action: saveStructureSiteAction,
    page: () => SitesPage({ searchParams: Promise.resolve({ lieu: id }) }),
    has: "siteName",
    first: { sitePostcode: "54000", siteCommune: "Nancy", siteTypeId: type.id },
    second: { siteName: "Annexe sud" },
    told: [
      { label: "Nom de la structure d’accueil", mine: "Annexe sud", theirs: "Annexe" },
      { label: "Code postal", mine: "57000", theirs: "54000" },
      { label: "Commune", mine: "Metz", theirs: "Nancy" },
      { label: "Type de terrain d’action", mine: "Milieu scolaire", theirs: type.label },
    ],
    address: "/espace/sites",
    stored,
    kept: [
      [{ ...before, communeName: "Nancy", typeId: type.id }],
      [{ ...before, name: "Annexe sud" }],
    ],
    who,
  } satisfies Setting;
}

async function referent(): Promise<Setting> {
  const who = await twoOfOneStructure();
  const id = newId();
  await saveReferent(who[1], {
    id,
    referentName: "Karim Benali",
    referentFunction: "Infirmier",
    referentPhone: "+33329000000",
    referentEmail: "karim@exemple.fr",
  });
  const { name, phone } = localReferent;
  return {
    action: saveReferentAction,
    page: () => SitesPage({ searchParams: Promise.resolve({ referent: id }) }),
    has: "referentName",
    first: { referentPhone: "03 29 00 00 01" },
    second: { referentName: "Karima Benali" },
    told: [
      { label: "Référent de proximité", mine: "Karima Benali", theirs: "Karim Benali" },
      { label: "Numéro de téléphone", mine: "03 29 00 00 00", theirs: "03 29 00 00 01" },
    ],
    address: "/espace/sites",
    stored: () => db.select({ name, phone }).from(localReferent).where(eq(localReferent.id, id)),
    kept: [
      [{ name: "Karim Benali", phone: "+33329000001" }],
      [{ name: "Karima Benali", phone: "+33329000000" }],
    ],
    who,
  };
}

describeConflicts(asking, [
  ["a structure corrected by a moderator", correction],
  ["a structure edited by its administrators", ownStructure],
  ["a site that is kept", site],
  ["a referent that is kept", referent],
]);

describe("a type that was merged meanwhile", () => {
  it("is in the way of no correction of a structure", async () => {
    const [moderator, setting] = [await newModerator(), await correction()];
    const [from, into] = [await newTerm("structureType"), await newTerm("structureType")];
    await send(setting, moderator, { ...(await opened(setting, moderator)), typeId: from.id });
    const form = await opened(setting, moderator);
    await mergeTerm(moderator, { termId: from.id, targetId: into.id });
    expect(await send(setting, moderator, { ...form, street: "3 rue Haute" })).toContain("fait=");
    expect(await setting.stored()).toMatchObject([{ street: "3 rue Haute", typeId: into.id }]);
  });

  it("is in the way of no kept site", async () => {
    const [moderator, setting] = [await newModerator(), await site()];
    const [from, into] = [await newTerm("siteType"), await newTerm("siteType")];
    const [owner] = setting.who;
    await send(setting, owner, { ...(await opened(setting, owner)), siteTypeId: from.id });
    const form = await opened(setting, owner);
    await mergeTerm(moderator, { termId: from.id, targetId: into.id });
    expect(await send(setting, owner, { ...form, siteName: "Annexe nord" })).toContain("fait=");
    expect(await setting.stored()).toMatchObject([{ name: "Annexe nord", typeId: into.id }]);
  });
});

it("an administrator is not told the name of the moderator who corrected the structure", async () => {
  const [own, moderator] = [await ownStructure(), await newModerator()];
  const [owner] = own.who;
  const corrected = await correction(owner.structureId);
  const his = await opened(own, owner);
  const hers = await opened(corrected, moderator);
  expect(await send(corrected, moderator, { ...hers, street: "4 quai" })).toContain("fait=");
  expect(conflictOf(await send(own, owner, { ...his, street: "5 quai" }))?.by).toBe("l’agence");
});

it("a place that a colleague took off the list meanwhile is not put back by its form", async () => {
  const { who, ...form } = await site();
  const shown = await opened(form, who[1]);
  await removeSavedPlace(who[0], { id: String(shown.id), kind: "site" });
  const answer = await send(form, who[1], { ...shown, siteName: "Annexe sud" });
  expect(answer).toMatchObject({ ok: false, code: "notFound" });
  expect(await form.stored()).toEqual([]);
});

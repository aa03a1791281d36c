import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { structure } from "@/db/schema/structure";
import { saveSiteAction } from "@/lib/offer/draft/actions";
import { siteErrors } from "@/lib/offer/draft/queries/site-errors";
import { saveStructureSiteAction } from "@/lib/offer/places/actions";
import { savedPlaces } from "@/lib/offer/places/queries";
import { registerStructureAction } from "@/lib/people/account/actions";
import { correctStructureAction, editStructureAction } from "@/lib/people/structure/actions";
import { structureState } from "@/lib/people/structure/rules";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import type { ActionResult } from "@/lib/platform/form/action-result";
import { newId } from "@/lib/platform/values/id";
import { newDraft, newModerator, newOfferor, termId } from "../support/people";

// A browser without scripts sends a postcode whose list of communes it has not seen.

const asking = vi.hoisted<{ viewer: Viewer }>(() => ({ viewer: { kind: "anonymous" } }));
vi.mock("next/headers", () => ({
  headers: () => Promise.resolve(new Headers({ origin: "http://localhost:3000" })),
  cookies: () =>
    Promise.resolve({ get: () => undefined, set: () => undefined, delete: () => undefined }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("@/lib/platform/access/session", async (original) => ({
  ...(await original<object>()),
  getViewer: () => Promise.resolve(asking.viewer),
}));

type Run = (previous: null, formData: FormData) => Promise<ActionResult<unknown>>;

/** @returns where it led, or what it was refused with */
async function send(action: Run, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  try {
    return await action(null, form);
  } catch (error) {
    return String((error as { digest?: string }).digest);
  }
}

const metz = { postcode: "57000", commune: "" };
const toul = { ...metz, postcode: "54200" };
const aloneAsCedex: unknown = expect.stringMatching(/^54035 .*code CEDEX.*Nancy/);
const whichOfToul: unknown = expect.stringMatching(/^Indiquez la commune\s: .*54200.*Toul/);
const words = async () => ({
  name: "Collège des communes",
  street: "1 rue du Moulin",
  typeId: await termId("structureType", "Association"),
  representativeName: "Karim Benali",
  representativeFunction: "Président",
});

/** What a form that was just opened says it shows. */
async function baseOf(structureId: string): Promise<string> {
  const [row] = await db.select().from(structure).where(eq(structure.id, structureId));
  return row ? structureState(row) : "";
}

/** The same form, opened and sent at once. */
async function sendFresh(action: Run, structureId: string, fields: Record<string, string>) {
  return send(action, { base: await baseOf(structureId), ...fields });
}

it("a registration takes the only commune of its postcode, and asks which of several", async () => {
  expect(await send(registerStructureAction, { ...(await words()), ...metz })).toContain(
    "/inscription/compte",
  );
  // One of another postcode was chosen from a list that is not meant any more.
  const stale = { ...(await words()), ...metz, commune: "54528" };
  expect(await send(registerStructureAction, stale)).toContain("/inscription/compte");
  expect(await send(registerStructureAction, { ...(await words()), ...toul })).toMatchObject({
    code: "invalid",
    fieldErrors: { commune: [whichOfToul] },
  });
});

it("a CEDEX code alone is told for what it is, beside whatever else is wrong", async () => {
  const viewer = await newOfferor();
  const { structureId } = viewer;
  const cedex = { ...(await words()), postcode: "54035", commune: "", name: "" };
  const told = {
    code: "invalid",
    fieldErrors: { name: ["Renseignez la raison sociale."], commune: [aloneAsCedex] },
    values: { postcode: "54035", commune: "" },
  };
  expect(await send(registerStructureAction, cedex)).toMatchObject(told);
  asking.viewer = viewer;
  expect(await send(editStructureAction, cedex)).toMatchObject(told);
  const site = { ...cedex, siteName: "", siteStreet: "1 rue du Moulin" };
  const typed = { ...site, sitePostcode: "54035", siteCommune: "" };
  expect(await send(saveStructureSiteAction, { id: newId(), ...typed })).toMatchObject({
    fieldErrors: { siteName: [expect.any(String)], siteCommune: [aloneAsCedex] },
  });
  expect(await siteErrors(typed)).toMatchObject({ siteCommune: [aloneAsCedex] });
  asking.viewer = await newModerator();
  expect(await send(correctStructureAction, { ...cedex, structureId })).toMatchObject(told);
});

it("nothing at all is asked for, and what is wrong in itself keeps its words", async () => {
  asking.viewer = { kind: "anonymous" };
  const empty = { ...(await words()), postcode: "", commune: "" };
  expect(await send(registerStructureAction, empty)).toMatchObject({
    fieldErrors: { commune: ["Indiquez la commune."] },
  });
  const long = { ...empty, commune: "x".repeat(121) };
  expect(await send(registerStructureAction, long)).toMatchObject({
    fieldErrors: { commune: [expect.stringMatching(/^La commune compte au plus 120\s/)] },
  });
});

it("so does a structure, by its administrator and by a moderator", async () => {
  const viewer = await newOfferor();
  const { structureId } = viewer;
  const communes = async () =>
    db.select({ name: structure.communeName }).from(structure).where(eq(structure.id, structureId));
  asking.viewer = viewer;
  expect(
    await sendFresh(editStructureAction, structureId, { ...(await words()), ...metz }),
  ).toContain("fait=");
  expect(await communes()).toEqual([{ name: "Metz" }]);
  asking.viewer = await newModerator();
  const corrected = { ...(await words()), postcode: "54000", commune: "57463", structureId };
  expect(await sendFresh(correctStructureAction, structureId, corrected)).toContain(
    "fait=correction",
  );
  expect(await communes()).toEqual([{ name: "Nancy" }]);
});

it("so do a site that is kept, and the site of an offer", async () => {
  const viewer = await newOfferor();
  asking.viewer = viewer;
  const site = {
    siteName: "Maison de Metz",
    siteStreet: "1 rue du Moulin",
    sitePostcode: "57000",
    siteCommune: "",
    siteTypeId: await termId("siteType", "Milieu scolaire"),
  };
  expect(await send(saveStructureSiteAction, { id: newId(), ...site })).toContain("fait=lieu");
  expect((await savedPlaces(viewer)).sites).toMatchObject([{ siteCommune: "Metz" }]);
  const offerId = await newDraft(viewer);
  const page = {
    offerId,
    ...site,
    referentName: "Karim Benali",
    referentFunction: "Infirmier",
    referentPhone: "03 29 00 00 00",
    referentEmail: "karim@exemple.fr",
    intent: "next",
  };
  // What the page was made from, which only its conflict tells.
  const { conflict } = (await send(saveSiteAction, page)) as { conflict: { base: string } };
  const whole = { ...page, base: conflict.base, siteName: "Maison Verlaine", keepSite: "on" };
  const led = await send(saveSiteAction, whole);
  expect(led).toContain(`/espace/offres/${offerId}/verification`);
  expect((await savedPlaces(viewer)).sites.map(({ siteName }) => siteName)).toContain(
    "Maison Verlaine",
  );
});

it("a CEDEX line is understood by its commune and kept for the mail, by all who type it", async () => {
  const viewer = await newOfferor();
  const { structureId } = viewer;
  const address = async () => {
    const [row] = await db.select().from(structure).where(eq(structure.id, structureId));
    return [row?.postcode, row?.communeName, row?.cedex];
  };
  asking.viewer = viewer;
  const cedex = { ...(await words()), postcode: "54035", commune: "NANCY CEDEX" };
  expect(await sendFresh(editStructureAction, structureId, cedex)).toContain("fait=");
  expect(await address()).toEqual(["54000", "Nancy", "54035 NANCY CEDEX"]);
  const form = { ...(await words()), postcode: "54000", commune: "Nancy" };
  expect(
    await sendFresh(editStructureAction, structureId, { ...form, cedex: "54035 NANCY CEDEX" }),
  ).toContain("fait=");
  expect(await address()).toEqual(["54000", "Nancy", "54035 NANCY CEDEX"]);
  asking.viewer = await newModerator();
  const corrected = { ...(await words()), structureId, postcode: "", commune: "METZ CEDEX 03" };
  expect(await sendFresh(correctStructureAction, structureId, corrected)).toContain(
    "fait=correction",
  );
  expect(await address()).toEqual(["57000", "Metz", "METZ CEDEX 03"]);
  const former = { ...(await words()), structureId, postcode: "51130", commune: "Vertus" };
  expect(await sendFresh(correctStructureAction, structureId, former)).toContain("fait=correction");
  expect(await address()).toEqual(["51130", "Blancs-Coteaux", ""]);
  expect(
    await sendFresh(correctStructureAction, structureId, {
      ...(await words()),
      structureId,
      postcode: "54035",
      commune: "cedex",
    }),
  ).toMatchObject({
    code: "cedexAlone",
    fieldErrors: { commune: [expect.stringMatching(/^54035 .*code CEDEX.*Nancy/)] },
  });
});

it("a site outside the region is told at its field, and kept once that is confirmed", async () => {
  const viewer = await newOfferor();
  asking.viewer = viewer;
  const site = {
    id: newId(),
    siteName: "Maison de Paris",
    siteStreet: "1 rue du Moulin",
    sitePostcode: "",
    siteCommune: "Paris 12e",
    siteTypeId: await termId("siteType", "Milieu scolaire"),
  };
  expect(await send(saveStructureSiteAction, site)).toMatchObject({
    code: "outsideRegion",
    fieldErrors: { siteCommune: [expect.stringMatching(/^Paris est hors de la région/)] },
    values: { sitePostcode: "75012", siteOutside: "?75056" },
  });
  const confirmed = { ...site, siteOutside: "75056" };
  expect(await send(saveStructureSiteAction, confirmed)).toContain("fait=lieu");
  // Another commune has to be confirmed by itself.
  expect(
    await send(saveStructureSiteAction, { ...confirmed, siteCommune: "Lyon 3e" }),
  ).toMatchObject({ code: "outsideRegion" });
});

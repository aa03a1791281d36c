import { expect, it } from "vitest";
import { draftVersion } from "@/lib/offer/content/draft-version";
import { saveSitePage } from "@/lib/offer/draft/commands/site-page";
import {
  removeSavedPlace,
  savePlacesOf,
  saveReferent,
  saveSite,
} from "@/lib/offer/places/commands";
import { savedPlaces } from "@/lib/offer/places/queries";
import { newId } from "@/lib/platform/values/id";
import { newDraft, newModerator, newOfferor, rowOf, termId } from "../support/people";

const referent = {
  referentName: "Paul Klein",
  referentFunction: "CPE",
  referentPhone: "+33329000001",
  referentEmail: "paul@exemple.fr",
};
const site = async () => ({
  siteName: "Annexe",
  siteStreet: "2 rue Haute",
  sitePostcode: "88000",
  siteCommune: "88160",
  siteTypeId: await termId("siteType", "Milieu scolaire"),
});

it("keeps, changes and removes for the structure only", async () => {
  const [viewer, stranger, moderator] = [
    await newOfferor(),
    await newOfferor(),
    await newModerator(),
  ];
  const [siteId, referentId] = [newId(), newId()];
  expect(await saveSite(viewer, { id: siteId, ...(await site()) })).toMatchObject({ ok: true });
  expect(await saveReferent(viewer, { id: referentId, ...referent })).toMatchObject({ ok: true });
  for (const other of [stranger, moderator, { kind: "anonymous" } as const]) {
    expect(await savedPlaces(other)).toEqual({ sites: [], referents: [] });
    expect(
      await saveSite(other, { id: siteId, ...(await site()), siteName: "Volé" }),
    ).toMatchObject({ code: "notFound" });
    expect(
      await saveReferent(other, { id: referentId, ...referent, referentName: "Volé" }),
    ).toMatchObject({ code: "notFound" });
    expect(await removeSavedPlace(other, { id: siteId, kind: "site" })).toMatchObject({
      code: "notFound",
    });
    expect(await removeSavedPlace(other, { id: referentId, kind: "referent" })).toMatchObject({
      code: "notFound",
    });
  }
  expect(
    await saveSite(viewer, { id: siteId, ...(await site()), siteName: "Annexe sud" }),
  ).toMatchObject({ ok: true });
  expect(
    await saveSite(viewer, {
      id: newId(),
      ...(await site()),
      sitePostcode: "54000",
      siteCommune: "Metz",
    }),
  ).toMatchObject({ code: "notOfPostcode" });
  expect(
    await saveSite(viewer, { id: newId(), ...(await site()), siteTypeId: newId() }),
  ).toMatchObject({ code: "termUnknown" });
  expect((await savedPlaces(viewer)).sites.map(({ siteName }) => siteName)).toEqual(["Annexe sud"]);
  expect(await removeSavedPlace(viewer, { id: siteId, kind: "site" })).toMatchObject({ ok: true });
  expect(await removeSavedPlace(viewer, { id: siteId, kind: "site" })).toMatchObject({
    code: "notFound",
  });
});

it("is picked in the form without losing what is typed, foreign ones never, and kept once", async () => {
  const [viewer, stranger] = [await newOfferor(), await newOfferor()];
  const offerId = await newDraft(viewer);
  const [own, foreign] = [newId(), newId()];
  await saveSite(viewer, { id: own, ...(await site()) });
  await saveSite(stranger, { id: foreign, ...(await site()), siteName: "Secret" });
  const typed = { siteName: "Tapé", referentName: "Tapé aussi" };
  // As the form says it: made from what the page showed.
  const base = async () => draftVersion("terrain", (await rowOf(offerId)).draft?.values ?? {});
  await saveSitePage(
    viewer,
    offerId,
    { ...typed, savedSite: foreign, base: await base() },
    "pickSite",
  );
  expect((await rowOf(offerId)).draft?.values).toMatchObject(typed);
  expect(
    await saveSitePage(
      viewer,
      offerId,
      { ...typed, savedSite: own, base: await base() },
      "pickSite",
    ),
  ).toContain("terrain#siteName");
  expect((await rowOf(offerId)).draft?.values).toMatchObject({
    siteName: "Annexe",
    sitePostcode: "88000",
    referentName: "Tapé aussi",
  });
  const asked = { ...(await site()), ...referent, keepSite: "on", base: await base() };
  await saveSitePage(viewer, offerId, asked, "later");
  expect((await savedPlaces(viewer)).sites).toHaveLength(1);
  for (let times = 0; times < 2; times++)
    await savePlacesOf(viewer, {
      keepSite: "on",
      keepReferent: "on",
      ...(await site()),
      ...referent,
    });
  // The same place in another writing is the same place.
  for (const siteCommune of ["EPINAL", "Épinal (88)"])
    await savePlacesOf(viewer, { keepSite: "on", ...(await site()), siteCommune });
  await savePlacesOf(viewer, { keepSite: "on", siteName: "" });
  const kept = await savedPlaces(viewer);
  expect([kept.sites.length, kept.referents.length]).toEqual([1, 1]);
});

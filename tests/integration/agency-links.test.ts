import { sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import JournalPage from "@/app/admin/journal/page";
import SuspendOfferPage from "@/app/admin/offres/[id]/suspendre/page";
import MergeStructuresPage from "@/app/admin/structures/[id]/fusionner/page";
import OverseenStructurePage from "@/app/admin/structures/[id]/page";
import SuspendTypePage from "@/app/admin/suspensions/[id]/page";
import SuspensionsPage from "@/app/admin/suspensions/page";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { liftSuspension, suspend } from "@/lib/agency/suspension/commands/suspend";
import { suspensionInForce } from "@/lib/agency/suspension/queries/suspensions";
import { moveOffer } from "@/lib/offer/lifecycle/commands/move-offer";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { newId } from "@/lib/platform/values/id";
import { approved, newDraft, newModerator, newOfferor, rowOf } from "../support/people";
import { renderedPage, wordsOfPage } from "../support/render-page";

const asking = vi.hoisted<{ viewer: unknown }>(() => ({ viewer: undefined }));
vi.mock("next/headers", () => ({
  headers: () => Promise.resolve(new Headers()),
  cookies: () => Promise.resolve({ get: () => undefined }),
}));
vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
}));
vi.mock("@/lib/platform/access/session", async (original) => ({
  ...(await original<object>()),
  pageViewer: () => Promise.resolve(asking.viewer),
}));

const searchParams = Promise.resolve({});
const linksOf = async (page: Promise<React.ReactNode>) => {
  const $ = await renderedPage(page);
  return $("a")
    .toArray()
    .map((link) => $(link).attr("href"));
};
const suspendPage = (id: string) =>
  SuspendOfferPage({ params: Promise.resolve({ id }), searchParams });

async function asked(): Promise<Viewer> {
  return (asking.viewer = await newModerator());
}

describe("what a moderator is led to", () => {
  it("opens: the log links no draft and nothing of the bin", async () => {
    await asked();
    const offeror = await newOfferor();
    const [shown, binned] = [await approved(offeror), await approved(offeror)];
    const draft = await newDraft(offeror);
    await moveOffer(offeror, binned, "delete");
    const links = await linksOf(JournalPage({ searchParams }));
    expect(links).toContain(`/admin/offres/${shown}`);
    for (const id of [draft, binned]) expect(links).not.toContain(`/admin/offres/${id}`);
    const words = await wordsOfPage(JournalPage({ searchParams }));
    for (const id of [draft, binned])
      expect(words).toContain(`Offre ${(await rowOf(id)).reference}`);
  });

  it("lifts what was suspended before it went to the bin, and says so afterwards", async () => {
    const moderator = await asked();
    const offeror = await newOfferor();
    const id = await approved(offeror);
    await suspend(moderator, { thing: "offer", id, message: "Terrain fermé." });
    await moveOffer(offeror, id, "delete");
    expect(await linksOf(SuspensionsPage({ searchParams }))).toContain(
      `/admin/offres/${id}/suspendre`,
    );
    const words = await wordsOfPage(suspendPage(id));
    expect(words).toContain((await rowOf(id)).reference);
    expect(words).toContain("Lever la suspension");
    const suspensionId = (await suspensionInForce(moderator, "offer", id))?.id ?? "";
    expect(await liftSuspension(moderator, { thing: "offer", id, suspensionId })).toMatchObject({
      ok: true,
    });
    const after = await wordsOfPage(suspendPage(id));
    expect(after).toContain("Il n’y a plus rien à suspendre");
    expect(after).toContain("Terrain fermé.");
    expect(after).not.toContain("Message à la structure");
  });

  it("says that the suspension of a type retired meanwhile is lifted", async () => {
    const moderator = await asked();
    const id = newId();
    const term = { id, kind: "structureType", label: "Type retiré", position: 99 } as const;
    await db.insert(vocabularyTerm).values({ ...term, retiredAt: new Date() });
    const page = () => SuspendTypePage({ params: Promise.resolve({ id }), searchParams });
    await expect(page()).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
    await suspend(moderator, { thing: "structureType", id, message: "Alerte." });
    expect(await wordsOfPage(page())).toContain("Lever la suspension");
    const suspensionId = (await suspensionInForce(moderator, "structureType", id))?.id ?? "";
    await liftSuspension(moderator, { thing: "structureType", id, suspensionId });
    expect(await wordsOfPage(page())).toContain("Type retiré");
  });

  it("is nothing of what was never suspended and is not theirs to read", async () => {
    await asked();
    const offeror = await newOfferor();
    const binned = await approved(offeror);
    await moveOffer(offeror, binned, "delete");
    for (const id of [binned, await newDraft(offeror), newId(), "malforme"])
      await expect(suspendPage(id)).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  });
});

describe("a structure that has more than its page shows", () => {
  it("is told in full numbers, before it is merged too, and leads to all its offers", async () => {
    await asked();
    const [large, other] = [await newOfferor(), await newOfferor()];
    const { structureId } = large;
    const offerId = await approved(large);
    const binned = await approved(large);
    await moveOffer(large, binned, "delete");
    await newDraft(large);
    await db.execute(sql`
      insert into offer (id, reference, structure_id, account_id, campaign, validation, publication, current_revision_id, created_at, updated_at)
      select gen_random_uuid(), 'L' || n, structure_id, account_id, campaign, validation, publication, current_revision_id, created_at, updated_at
      from offer, generate_series(1, 204) n where id = ${offerId}`);
    await db.execute(sql`
      insert into account (id, structure_id, role, email, last_name, first_name, function, phone, state, created_at)
      select gen_random_uuid(), ${structureId}, 'editor', 'g' || n || '@grande.exemple', 'G', 'A', '', '', 'active', now()
      from generate_series(1, 202) n`);
    await db.execute(sql`
      insert into structure_site (id, structure_id, name, street, postcode, commune_code, commune_name, type_id, created_at)
      select gen_random_uuid(), id, 'Antenne ' || n, street, postcode, commune_code, commune_name, type_id, created_at
      from structure, generate_series(1, 101) n where id = ${structureId}`);
    const $ = await renderedPage(
      OverseenStructurePage({ params: Promise.resolve({ id: structureId }), searchParams }),
    );
    expect(
      $("h2")
        .toArray()
        .map((title) => $(title).text()),
    ).toEqual(
      expect.arrayContaining([
        "Comptes (203)",
        "Offres (205)",
        "Lieux d’accueil enregistrés (101)",
      ]),
    );
    expect($("[aria-labelledby=offres] li")).toHaveLength(200);
    expect($("[aria-labelledby=offres]").text()).toContain("Et un brouillon");
    expect($("[aria-labelledby=offres]").text()).toContain("La liste s’arrête à 200 sur 205.");
    expect(
      $(`[aria-labelledby=offres] a[href="/admin/offres?structure=${structureId}"]`),
    ).toHaveLength(1);
    const merging = await wordsOfPage(
      MergeStructuresPage({
        params: Promise.resolve({ id: structureId }),
        searchParams: Promise.resolve({ avec: other.structureId }),
      }),
    );
    const facts = ["et 3 autres", "Offres soumises 205", "Brouillons 1", "Lieux d’accueil 101"];
    expect(facts.filter((fact) => !merging.includes(fact))).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { slotCounts } from "@/lib/catalogue/search/queries/calendar";
import { relaxationsOf } from "@/lib/catalogue/search/queries/relaxations";
import { halfDays, months, slotNumber, slotOf } from "@/lib/offer/availability/availability";
import { halfDayFacet, monthFacet } from "@/lib/offer/projection/facets";
import { startOfDay } from "@/lib/platform/values/calendar-day";
import { now, shiftClock } from "@/lib/platform/values/clock";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";
import { foundBy, numberOf, type Query, searched } from "../support/catalogue";
import { clockAt } from "../support/clock";
import { newModerator, newOfferor, published, termId } from "../support/people";

interface Written {
  title: string;
  themes: string[];
  audiences: string[];
  site: string;
  place: [postcode: string, commune: string];
  description: string;
  slots: string[];
  support?: string[];
  places?: number;
}

const nancy: [string, string] = ["54000", "54395"];
const epinal: [string, string] = ["88000", "88160"];
const strasbourg: [string, string] = ["67000", "67482"];
const reims: [string, string] = ["51100", "51454"];
const metz: [string, string] = ["57000", "57463"];
const luneville: [string, string] = ["54300", "54329"];

/** Offers as structures write them, each by a letter. */
const offers: Record<string, Written> = {
  a: {
    title: "Tabac, cannabis : en parler vraiment",
    themes: ["Addictions"],
    audiences: ["Adolescents 11-18 ans"],
    site: "Milieu scolaire",
    place: epinal,
    description: "Débats avec les élèves de quatrième du collège sur les premières consommations.",
    slots: ["3:thursday-pm", "4:thursday-pm"],
    support: ["lodging"],
  },
  b: {
    title: "Dire non",
    themes: ["Addictions", "Santé mentale"],
    audiences: ["Adolescents 11-18 ans"],
    site: "Milieu scolaire",
    place: nancy,
    description: "Jeux de rôle au lycée : pression du groupe, alcool, fêtes.",
    slots: ["3:thursday-pm", "3:monday-am"],
    support: ["catering"],
  },
  c: {
    title: "Mieux dormir, mieux apprendre",
    themes: ["Sommeil"],
    audiences: ["Enfants 6-11 ans"],
    site: "Milieu scolaire",
    place: strasbourg,
    description: "Agenda du sommeil à l’école élémentaire, ateliers sur la lumière.",
    slots: ["10:monday-am"],
  },
  d: {
    title: "Écrans : trouver l’équilibre",
    themes: ["Écrans", "Sommeil"],
    audiences: ["Enfants 6-11 ans", "Parents"],
    site: "Milieu scolaire",
    place: reims,
    description: "Défis sans écran et soirée avec les familles.",
    slots: ["1:tuesday-pm"],
  },
  e: {
    title: "Prévention de l’obésité",
    themes: ["Alimentation / Nutrition", "Activité physique"],
    audiences: ["Tout public"],
    site: "Quartier, événement, espace public",
    place: metz,
    description: "Ateliers cuisine, lecture d’étiquettes, sucre caché.",
    slots: ["5:wednesday-am"],
    places: 12,
  },
  f: {
    title: "Bouger après 70 ans",
    themes: ["Activité physique"],
    audiences: ["Personnes âgées"],
    site: "Milieu médico-social",
    place: luneville,
    description: "Parcours d’équilibre et prévention des chutes à l’EHPAD.",
    slots: ["3:thursday-pm"],
  },
  g: {
    title: "À jour de ses vaccins",
    themes: ["Vaccination"],
    audiences: ["Professionnels"],
    site: "Milieu de soins",
    place: strasbourg,
    description: "Stand d’information sur la grippe et la rougeole pour les soignants.",
    slots: ["11:friday-am"],
  },
  h: {
    title: "Les bons gestes du brossage",
    themes: ["Hygiène bucco-dentaire"],
    audiences: ["Enfants 0-6 ans"],
    site: "Petite enfance",
    place: nancy,
    description: "Démonstrations sur maquettes à la crèche.",
    slots: ["9:monday-am"],
  },
  i: {
    title: "Premiers secours : oser agir",
    themes: ["Gestes qui sauvent"],
    audiences: ["Adultes"],
    site: "Milieu du travail",
    place: metz,
    description: "Alerter, masser, défibriller, avec un formateur, dans l’usine.",
    slots: ["6:friday-pm"],
  },
  j: {
    title: "Consentement et contraception",
    themes: ["Santé sexuelle et vie affective"],
    audiences: ["Étudiants"],
    site: "Milieu universitaire",
    place: nancy,
    description: "Stand au restaurant universitaire, boîte à questions anonymes.",
    slots: ["2:tuesday-pm"],
  },
  k: {
    title: "Stress et émotions : des outils",
    themes: ["Santé mentale"],
    audiences: ["Personnes détenues"],
    site: "Milieu pénitentiaire / PJJ",
    place: epinal,
    description: "Ateliers de respiration en maison d’arrêt.",
    slots: ["4:wednesday-pm"],
  },
  l: {
    title: "Octobre rose et Mars bleu",
    themes: ["Dépistage"],
    audiences: ["Adultes", "Personnes en situation de précarité"],
    site: "Insertion et hébergement",
    place: reims,
    description: "Entretiens courts sur le dépistage des cancers au CHRS.",
    slots: ["10:thursday-am"],
  },
  m: {
    title: "Un air plus sain à la maison",
    themes: ["Environnement et santé"],
    audiences: ["Parents"],
    site: "Quartier, événement, espace public",
    place: luneville,
    description: "Aération et produits ménagers dans la chambre du bébé.",
    slots: ["1:saturday-am"],
  },
  n: {
    title: "Manger, bouger, se parler",
    themes: ["Alimentation / Nutrition"],
    audiences: ["Personnes en situation de handicap"],
    site: "Milieu médico-social",
    place: epinal,
    description: "Repas partagés à l’institut médico-éducatif.",
    slots: ["3:monday-am"],
    support: ["lodging", "catering"],
  },
};

/**
 * What somebody types → the offers expected: what is before the comma first, in any order, then the
 * others.
 */
const queries: [Query, string][] = [
  [{ q: "tabac" }, "a,b"],
  [{ q: "addictions" }, "ab"],
  [{ q: "addiction" }, "ab"],
  [{ q: "adictions" }, "ab"],
  [{ q: "alcool" }, "b,a"],
  [{ q: "cannabis collège" }, "a"],
  [{ q: "addictions collégiens" }, "a"],
  [{ q: "addictions lycéens" }, "b"],
  [{ q: "ados addictions" }, "ab"],
  [{ q: "sommeil" }, "cd"],
  [{ q: "sommiel" }, "cd"],
  [{ q: "dormir" }, "c,d"],
  [{ q: "écrans" }, "d"],
  [{ q: "ECRANS" }, "d"],
  [{ q: "smartphone" }, "d"],
  [{ q: "obesite" }, "e"],
  [{ q: "obésité" }, "e"],
  [{ q: "sucre" }, "e,n"],
  [{ q: "atelier cuisine" }, "e"],
  [{ q: "sport" }, "fe"],
  [{ q: "seniors" }, "f"],
  [{ q: "ehpad" }, "f"],
  [{ q: "vaccin" }, "g"],
  [{ q: "vacination" }, "g"],
  [{ q: "rougeole" }, "g"],
  [{ q: "dents" }, "h"],
  [{ q: "crèche" }, "h"],
  [{ q: "secourisme" }, "i"],
  [{ q: "gestes qui sauvent" }, "i"],
  [{ q: "contraception" }, "j"],
  [{ q: "prison" }, "k"],
  [{ q: "dépression" }, "kb"],
  [{ q: "cancer" }, "l"],
  [{ q: "sdf" }, "l"],
  [{ q: "bébé" }, "m"],
  [{ q: "handicap" }, "n"],
  [{ q: "«mars bleu»" }, "l"],
  [{ q: "addictions -lycée" }, "a"],
  [{ q: "Nancy" }, "bhj"],
  [{ q: "Vosges" }, "akn"],
];

describe("what a search in words finds first", () => {
  const letters = new Map<string, string>();
  afterAll(() => shiftClock(0));

  beforeAll(async () => {
    // Its first day: a search leaves out the months that are over.
    clockAt(startOfDay(`${campaignFor(now())}-09-01`));
    const [owner, moderator] = [await newOfferor(), await newModerator()];
    for (const [letter, written] of Object.entries(offers)) {
      const ids = (kind: "theme" | "audience" | "siteType", labels: readonly string[]) =>
        Promise.all(labels.map((label) => termId(kind, label)));
      const [siteTypeId] = await ids("siteType", [written.site]);
      const reference = await published(owner, moderator, {
        title: written.title,
        themeIds: await ids("theme", written.themes),
        audienceIds: await ids("audience", written.audiences),
        description: written.description,
        months: [...new Set(written.slots.map((slot) => slot.split(":")[0] ?? ""))],
        slots: written.slots,
        support: written.support ?? [],
        places: String(written.places ?? 4),
        siteName: "Site",
        sitePostcode: written.place[0],
        siteCommune: written.place[1],
        siteTypeId: siteTypeId ?? "",
      });
      letters.set(reference, letter);
    }
  });

  const found = async (query: Query) =>
    (await foundBy(query)).map((reference) => letters.get(reference) ?? "?").join("");

  it.each(queries)("%o finds %s", async (query, expected) => {
    const answer = await found(query);
    const [first = "", others = ""] = expected.split(",");
    expect([...answer.slice(0, first.length)].sort().join("")).toBe([...first].sort().join(""));
    for (const letter of others) expect(answer).toContain(letter);
  });

  it("and finds nothing that has nothing to do with it", async () => {
    expect(await found({ q: "tabac" })).toBe("ab");
    expect((await searched({ q: "philatélie" })).loosening).toEqual({
      dropped: ["philatélie"],
      anyOf: false,
    });
    // Beside the filters that were read, the words that lead to it again.
    const mistyped = await searched({ q: "tabac philatélie en mars" });
    expect(mistyped.typed).toBe("tabac philatélie");
    expect(mistyped.search.filter.q).toBe("tabac");
    // One filter too many goes alone.
    const fewer = await searched({ q: "tabac dimanche en mars" });
    expect(fewer.loosening).toEqual({ dropped: ["dimanche"], anyOf: false });
    expect(fewer.typed).toBe("tabac");
    expect(fewer.search.filter.mois).toEqual([3]);
    expect(await found({ q: "le la les" })).toHaveLength(Object.keys(offers).length);
  });

  it(
    "finds «addictions, collégiens, Vosges or Meurthe-et-Moselle, Thursday afternoons in " +
      "March, with lodging»",
    async () => {
      const theme = await numberOf(await termId("theme", "Addictions"));
      expect(
        await found({
          q: "collégiens",
          theme,
          departement: ["88", "54"],
          mois: "3",
          demijournee: "thursday-pm",
          accueil: "lodging",
        }),
      ).toBe("a");
      expect(
        await found({ mois: "3", demijournee: "thursday-pm" }).then((all) =>
          [...all].sort().join(""),
        ),
      ).toBe("abf");
      expect(await found({ creneau: ["3:thursday-pm", "4:thursday-pm"], accord: "tous" })).toBe(
        "a",
      );
    },
  );

  it("finds what is near, the nearest first, by name and by postcode", async () => {
    expect(
      (await found({ lieu: "Nancy", rayon: "50" })).slice(0, 3).split("").sort().join(""),
    ).toBe("bhj");
    expect(
      (await found({ lieu: "Nancy", rayon: "50" })).slice(3, 5).split("").sort().join(""),
    ).toBe("fm");
    expect((await found({ lieu: "54300", rayon: "5" })).split("").sort().join("")).toBe("fm");
    expect(await found({ places: "10" })).toBe("e");
  });

  it.each([
    ["Bar le duc", "Bar-le-Duc"],
    ["saint dié des vosges", "Saint-Dié-des-Vosges"],
    ["St-Dié-des-Vosges", "Saint-Dié-des-Vosges"],
    ["Saint-Dié", "Saint-Dié-des-Vosges"],
    ["charleville mezieres", "Charleville-Mézières"],
    ["Chalons en champagne", "Châlons-en-Champagne"],
    ["Vandœuvre", "Vandœuvre-lès-Nancy"],
    ["Nancy 54", "Nancy"],
    ["88000 Epinal", "Épinal"],
    ["L Hôpital", "L'Hôpital"],
    ["54035 NANCY CEDEX", "Nancy"],
    ["METZ CEDEX 03", "Metz"],
    ["Vertus", "Blancs-Coteaux"],
    ["Ban St Martin", "Le Ban-Saint-Martin"],
    ["près de Nancy", "Nancy"],
  ])("takes «%s» for %s", async (typed, name) => {
    expect((await searched({ lieu: typed })).namesakes[0]?.name).toBe(name);
  });

  it("takes a department or a region for a place, and says a commune by its name of today", async () => {
    const of = async (query: Query) => (await searched(query)).search.filter;
    expect(await of({ lieu: "Vosges" })).toMatchObject({ lieu: "", departement: ["88"] });
    expect(await of({ lieu: "57", departement: "88" })).toMatchObject({
      lieu: "",
      departement: ["88", "57"],
    });
    expect(await of({ lieu: "Sigolsheim" })).toMatchObject({ lieu: "Kaysersberg Vignoble (68)" });
    expect(await of({ lieu: "à 25 km de Toul" })).toMatchObject({ lieu: "Toul (54)", rayon: 30 });
    expect(await found({ lieu: "Vosges" })).toBe(await found({ departement: "88" }));
  });

  it("asks who types the beginning of a name and the whole of another which one is meant", async () => {
    expect((await searched({ lieu: "Charleville" })).namesakes.map(({ name }) => name)).toEqual([
      "Charleville",
      "Charleville-Mézières",
      "Charleville-sous-Bois",
    ]);
    expect((await searched({ lieu: "Zzz" })).namesakes).toEqual([]);
  });

  it.each([
    ["Nanci", "Nancy"],
    ["Epinale", "Épinal"],
    ["Strassbourg", "Strasbourg"],
    ["Mets (57)", "Metz"],
  ])(
    "finds nothing around «%s», which nobody knows, and asks whether it is %s",
    async (typed, name) => {
      for (const tri of ["", "proches", "debut", "recentes"]) {
        const found = await searched({ lieu: typed, tri });
        expect([found.page.offers.length, found.counts.total.value, found.namesakes]).toEqual([
          0,
          0,
          [],
        ]);
        expect(found.unknownPlace?.nearest[0]?.name).toBe(name);
      }
    },
  );

  it("counts half-days in the months that are chosen, and months on the half-days", async () => {
    const beside = async (query: Query, facet: number) =>
      (await searched(query)).counts.of("quand", facet).value;
    const [thursday, monday] = [halfDayFacet("thursday-pm"), halfDayFacet("monday-am")];
    expect([
      await beside({ mois: "3" }, thursday),
      await beside({ mois: "3" }, monday),
      await beside({ mois: "3" }, halfDayFacet("wednesday-pm")),
    ]).toEqual([3, 2, 0]);
    expect([
      await beside({ mois: "3" }, monthFacet(3)),
      await beside({ mois: "3" }, monthFacet(4)),
    ]).toEqual([4, 2]);
    expect([
      await beside({ demijournee: "thursday-pm" }, monthFacet(3)),
      await beside({ demijournee: "thursday-pm" }, monthFacet(4)),
    ]).toEqual([3, 1]);
    // What a choice is said to lead to is what is found then.
    for (const { value, exact } of [
      (await searched({ mois: "3", demijournee: "thursday-pm" })).counts.total,
    ])
      expect([value, exact]).toEqual([3, true]);
  });

  it("takes «all of» a month alone as some half-day of it", async () => {
    const sorted = async (query: Query) => [...(await found(query))].sort().join("");
    expect(await sorted({ mois: "3", accord: "tous" })).toBe("abfn");
    expect(await sorted({ mois: ["3", "4"], accord: "tous" })).toBe("a");
    expect(await sorted({ demijournee: ["thursday-pm", "monday-am"], accord: "tous" })).toBe("b");
    expect(await sorted({ mois: "3", creneau: "4:thursday-pm", accord: "tous" })).toBe("a");
  });

  it("counts beside each month, half-day and cell what «all of» leaves when it is chosen too", async () => {
    for (const query of [
      { mois: "3" },
      { mois: ["3", "4"] },
      { demijournee: "thursday-pm" },
      { mois: "3", demijournee: ["thursday-pm", "monday-am"] },
      { creneau: "3:thursday-pm" },
    ]) {
      const all = { mois: [], demijournee: [], creneau: [], ...query, accord: "tous" };
      const totalWith = async (name: "mois" | "demijournee" | "creneau", choice: string) =>
        (await searched({ ...all, [name]: [all[name], choice].flat() })).counts.total.value;
      const { search, extent, counts } = await searched(all);
      const cells = await slotCounts(search, extent);
      for (const month of months) {
        const told = counts.of("quand", monthFacet(month)).value;
        expect([query, month, told]).toEqual([query, month, await totalWith("mois", `${month}`)]);
      }
      for (const halfDay of halfDays.slice(0, 10)) {
        const told = counts.of("quand", halfDayFacet(halfDay)).value;
        expect([query, halfDay, told]).toEqual([
          query,
          halfDay,
          await totalWith("demijournee", halfDay),
        ]);
        const cell = slotOf(4, halfDay);
        expect([query, cell, cells.get(slotNumber(cell))?.value ?? 0]).toEqual([
          query,
          cell,
          await totalWith("creneau", cell),
        ]);
      }
    }
  });

  it("says which filters to loosen, two of them where one is not enough", async () => {
    const loosened = async (query: Query) => relaxationsOf((await searched(query)).search);
    expect(await loosened({ q: "tabac", departement: "67" })).toEqual([
      { narrowings: ["q"], offers: 2, more: false },
      { narrowings: ["departement"], offers: 2, more: false },
    ]);
    expect(await loosened({ q: "tabac", departement: "10", places: "50" })).toEqual([
      { narrowings: ["departement", "places"], offers: 2, more: false },
    ]);
  });

  const referenceOf = (letter: string) => [...letters].find(([, of]) => of === letter)?.[0] ?? "";

  it(
    "finds an offer by its reference as people type it, and takes a reference of nobody's " +
      "for words",
    async () => {
      const reference = referenceOf("n");
      for (const typed of [
        reference,
        reference.toLowerCase(),
        reference.replace("-", " "),
        ` ${reference.replace("-", "")} `,
      ])
        expect(await found({ q: typed })).toBe("n");
      expect(await found({ q: reference, departement: "67" })).toBe("");
      expect(await found({ q: reference, tri: "pertinence" })).toBe("n");
      // Eight letters that a reference could have.
      expect(await found({ q: "handicap" })).toBe("n");
    },
  );

  it("starts anew where a cursor is not one of its order", async () => {
    const first = await found({ tri: "debut" });
    for (const key of ["99999", "1.5", "-3"])
      expect(
        await found({
          tri: "debut",
          apres: `${key}_1700000000000_00000000-0000-7000-8000-000000000000`,
        }),
      ).toBe(first);
    const near = { lieu: "Nancy", rayon: "100" };
    expect(
      await found({ ...near, apres: "-0.1234_1700000000000_00000000-0000-7000-8000-000000000000" }),
    ).toBe(await found(near));
  });
});

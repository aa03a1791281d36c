import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grandEst, officialGazetteer } from "@/tests/support/communes";
import { understandPlace } from "./understand-place";

const all = officialGazetteer();
const understand = (typed: string) => understandPlace(typed, all, grandEst);

/** The likeliest reading in a few words: a commune, departments, or why it is nothing. */
function meant(typed: string): string {
  const place = understand(typed);
  switch (place.kind) {
    case "communes":
      return `${place.communes[0].name} (${place.communes[0].department})`;
    case "departments":
      return place.departments.join(" ");
    case "nothing":
      return [`${place.why}:`, ...place.nearest.map(({ name }) => name)].join(" ");
  }
}

describe("a place as people write it", () => {
  it.each([
    // CEDEX
    ["54035 NANCY CEDEX", "Nancy (54)"],
    ["54000 Nancy Cedex 01", "Nancy (54)"],
    ["METZ CEDEX 03", "Metz (57)"],
    ["Metz cedex", "Metz (57)"],
    ["57036 Metz", "Metz (57)"],
    ["67091 STRASBOURG CEDEX", "Strasbourg (67)"],
    ["CS 34014 54035 NANCY CEDEX", "Nancy (54)"],
    ["BP 60320 – 54035 Nancy Cédex", "Nancy (54)"],
    ["B.P. 12, 88021 EPINAL CEDEX 9", "Épinal (88)"],
    ["10003 TROYES CEDEX (Aube)", "Troyes (10)"],
    ["54511 VANDOEUVRE LES NANCY CEDEX", "Vandœuvre-lès-Nancy (54)"],
    ["68070 MULHOUSE CEDEX", "Mulhouse (68)"],
    ["08011 CHARLEVILLE MEZIERES CEDEX", "Charleville-Mézières (08)"],
    ["75571 PARIS CEDEX 12", "Paris (75)"],
    ["F-67084 Strasbourg Cedex, France", "Strasbourg (67)"],
    ["88107 St Dié des Vosges Cedex", "Saint-Dié-des-Vosges (88)"],
    ["29 avenue de Lattre, 54035 Nancy Cedex", "Nancy (54)"],
    ["12 bis rue du 1er Mai – 57 000 METZ", "Metz (57)"],
    // Postcodes
    ["54000", "Nancy (54)"],
    ["57 000", "Metz (57)"],
    ["57.000", "Metz (57)"],
    ["F-57000 Metz", "Metz (57)"],
    ["88000 Epinal", "Épinal (88)"],
    ["Épinal 88000", "Épinal (88)"],
    ["57050 Metz Queuleu", "Metz (57)"],
    ["57000 Mezt", "Metz (57)"],
    // Former communes
    ["Vertus", "Blancs-Coteaux (51)"],
    ["51130 VERTUS", "Blancs-Coteaux (51)"],
    ["Sigolsheim", "Kaysersberg Vignoble (68)"],
    ["68240 Sigolsheim", "Kaysersberg Vignoble (68)"],
    ["Kaysersberg", "Kaysersberg Vignoble (68)"],
    ["Châlons-sur-Marne", "Châlons-en-Champagne (51)"],
    // St, Ste, articles
    ["Ban St Martin", "Le Ban-Saint-Martin (57)"],
    ["Le Ban St-Martin", "Le Ban-Saint-Martin (57)"],
    ["Wantzenau (La)", "La Wantzenau (67)"],
    ["Wantzenau, la", "La Wantzenau (67)"],
    ["wantzenau", "La Wantzenau (67)"],
    ["la wantzenau", "La Wantzenau (67)"],
    ["Bresse", "La Bresse (88)"],
    ["Hôpital (L')", "L'Hôpital (57)"],
    ["L Hôpital", "L'Hôpital (57)"],
    ["St Dié", "Saint-Dié-des-Vosges (88)"],
    ["St.-Avold", "Saint-Avold (57)"],
    ["Ste Marie aux Mines", "Sainte-Marie-aux-Mines (68)"],
    ["STE-MARIE/MINES", "Sainte-Marie-aux-Mines (68)"],
    ["Bar/Aube", "Bar-sur-Aube (10)"],
    ["Bar s/ Aube", "Bar-sur-Aube (10)"],
    ["Bar s/Aube", "Bar-sur-Aube (10)"],
    // Departments beside a name
    ["Nancy (54)", "Nancy (54)"],
    ["nancy 54", "Nancy (54)"],
    ["54 - Nancy", "Nancy (54)"],
    ["Nancy, 54", "Nancy (54)"],
    ["Troyes (Aube)", "Troyes (10)"],
    ["Troyes, Aube", "Troyes (10)"],
    ["Troyes Aube", "Troyes (10)"],
    ["Nancy Meurthe et Moselle", "Nancy (54)"],
    ["Aube (57)", "Aube (57)"],
    ["Saint-Denis (974)", "Saint-Denis (974)"],
    ["Ajaccio 2a", "Ajaccio (2A)"],
    ["Strasbourg France", "Strasbourg (67)"],
    // Arrondissements
    ["Paris 12e", "Paris (75)"],
    ["Paris 12", "Paris (75)"],
    ["Paris XII", "Paris (75)"],
    ["Paris XIIe", "Paris (75)"],
    ["Paris 12ème arrondissement", "Paris (75)"],
    ["LYON 3ÈME", "Lyon (69)"],
    ["Marseille 13", "Marseille (13)"],
    // Letters
    ["vandoeuvre les nancy", "Vandœuvre-lès-Nancy (54)"],
    ["Vandœuvre", "Vandœuvre-lès-Nancy (54)"],
    ["E\u0301pinal", "Épinal (88)"],
    ["ÉPINAL", "Épinal (88)"],
    ["pont a mousson", "Pont-à-Mousson (54)"],
    ["Pontàmousson", "Pont-à-Mousson (54)"],
    ["L’Épine (51)", "L'Épine (51)"],
    ["Lépine (51)", "L'Épine (51)"],
    ["  bar   le duc ", "Bar-le-Duc (55)"],
    ["illkirch", "Illkirch-Graffenstaden (67)"],
    ["Charleville Mezières", "Charleville-Mézières (08)"],
    // Departments and regions
    ["Vosges", "88"],
    ["les Vosges", "88"],
    ["dans les Vosges", "88"],
    ["département de la Marne", "51"],
    ["Vosges (88)", "88"],
    ["88 Vosges", "88"],
    ["88", "88"],
    ["57", "57"],
    ["Bas Rhin", "67"],
    ["haut-rhin", "68"],
    ["Meurthe et Moselle", "54"],
    ["Aube", "10"],
    ["en Alsace", "67 68"],
    ["Lorraine", "54 55 57 88"],
    ["Champagne-Ardenne", "08 10 51 52"],
    ["Grand Est", grandEst.join(" ")],
    ["Champagne", "08 10 51 52"],
    ["Hte-Marne", "52"],
    ["Dpt 54", "54"],
    ["département 88", "88"],
    ["54/57", "54 57"],
    ["le 54 ou le 57", "54 57"],
    ["Vosges et Meuse", "88 55"],
    ["Meurthe & Moselle", "54"],
    ["Indre et Loire", "37"],
    ["Moselle Est", "57"],
    ["nord de l’Alsace", "67 68"],
    ["Paris", "Paris (75)"],
    // Near a place
    ["près de Nancy", "Nancy (54)"],
    ["Près d’Épinal", "Épinal (88)"],
    ["à Metz", "Metz (57)"],
    ["autour de Toul", "Toul (54)"],
    ["aux alentours de Colmar", "Colmar (68)"],
    ["proche de la Bresse", "La Bresse (88)"],
    ["Nancy et environs", "Nancy (54)"],
    ["Nancy (et environs)", "Nancy (54)"],
    ["non loin de Verdun", "Verdun (55)"],
    ["centre de Nancy", "Nancy (54)"],
    ["Grand Nancy", "Nancy (54)"],
    ["Eurométropole de Strasbourg", "Strasbourg (67)"],
    ["Metz Métropole", "Metz (57)"],
    ["à moins de 15 kms d’Épinal", "Épinal (88)"],
    ["à 30 min de Nancy", "Nancy (54)"],
    ["à 20 km de Toul", "Toul (54)"],
    ["Reims 30km", "Reims (51)"],
    // Nothing
    ["", "empty:"],
    ["???", "empty:"],
    ["Nanci", "name: Nancy"],
    ["Strassbourg", "name: Strasbourg"],
    ["Epinale", "name: Épinal"],
    ["Mets (57)", "name: Metz"],
    ["Strasbourg Neudorf", "name: Strasbourg"],
    ["CHRU Nancy", "name: Nancy"],
    ["Mézières", "name: Charleville-Mézières Prix-lès-Mézières"],
    ["Toulouze", "name: Toulouse"],
    ["Zzz", "name:"],
    ["54035", "cedex: Nancy Vandœuvre-lès-Nancy Lunéville"],
    ["99999", "postcode:"],
    ["54000 Metz", "elsewhere: Metz Nancy"],
    ["Nancy (57)", "elsewhere: Nancy"],
  ])("takes «%s» for %s", (typed, place) => {
    expect(meant(typed)).toBe(place);
  });

  it("says how a commune was found, and the kilometres around it", () => {
    expect(understand("à 20 km de Toul")).toMatchObject({ by: "name", kilometres: 20 });
    expect(understand("à 15 kms d’Épinal")).toMatchObject({ kilometres: 15 });
    expect(understand("à 1 h de Metz")).toMatchObject({ kilometres: 60 });
    expect(understand("Vertus")).toMatchObject({ by: "formerName", kilometres: null });
    expect(understand("Charlev")).toMatchObject({ by: "beginning" });
    expect(understand("54000")).toMatchObject({ by: "postcode" });
  });

  it("names all communes that may be meant, those of the region first", () => {
    const names = (typed: string) => {
      const place = understand(typed);
      return place.kind === "communes" ? place.communes.map(({ name }) => name) : [];
    };
    expect(names("Charleville")).toEqual([
      "Charleville",
      "Charleville-Mézières",
      "Charleville-sous-Bois",
    ]);
    expect(names("88000")[0]).toBe("Épinal");
    expect(names("88000").length).toBeGreaterThan(3);
  });

  it("finds a commune by its name with its department, and with each of its postcodes", () => {
    // One in thirty: a second instead of half a minute.
    for (const commune of all.communes.filter((_, index) => index % 30 === 0)) {
      const { name, department, postcodes } = commune;
      for (const typed of [
        `${name} (${department})`,
        `${name.toUpperCase().replaceAll(/[-'’]/g, " ")} ${department}`,
        ...postcodes.map((postcode) => `${postcode} ${name}`),
      ]) {
        const place = understandPlace(typed, all, []);
        if (place.kind !== "communes" || !place.communes.includes(commune))
          expect.fail(`«${typed}»: ${JSON.stringify(place).slice(0, 200)}`);
      }
    }
  });

  it("reads any text within a moment", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (typed) => {
        expect(understand(typed).kind).toMatch(/communes|departments|nothing/);
      }),
      { numRuns: 200 },
    );
  });
});

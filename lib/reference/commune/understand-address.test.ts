import { describe, expect, it } from "vitest";
import { grandEst, officialGazetteer } from "@/tests/support/communes";
import { understandAddress } from "./understand-address";

const all = officialGazetteer();

function meant(postcode: string, commune: string, cedex = ""): string {
  const address = understandAddress({ postcode, commune, cedex }, all, grandEst);
  return address.ok
    ? [`${address.postcode} ${address.commune.name}`, address.cedex].filter(Boolean).join(" | ")
    : [
        `${address.field} ${address.problem}:`,
        ...address.nearest.slice(0, 2).map(({ name }) => name),
      ].join(" ");
}

describe("an address as people fill its fields", () => {
  it.each([
    // Both, as they should be
    ["88000", "Épinal", "88000 Épinal"],
    ["88 000", "epinal", "88000 Épinal"],
    ["88000", "88160", "88000 Épinal"],
    ["57000", "", "57000 Metz"],
    ["57000", "54528", "57000 Metz"],
    ["", "10387", "10000 Troyes"],
    ["12", "Épinal", "postcode postcodeMalformed:"],
    ["O8000", "Charleville", "postcode postcodeMalformed:"],
    ["à compléter", "Épinal", "postcode postcodeMalformed:"],
    ["", "29 avenue de Lattre, 54000 Nancy", "54000 Nancy"],
    // One of them
    ["", "Épinal", "88000 Épinal"],
    ["", "Pont-à-Mousson", "54700 Pont-à-Mousson"],
    ["", "54000 Nancy", "54000 Nancy"],
    ["", "Nancy", "postcode postcodeAmbiguous: Nancy"],
    ["", "Paris 12e", "75012 Paris"],
    ["", "Lyon III", "69003 Lyon"],
    ["54700 Pont à Mousson", "", "54700 Pont-à-Mousson"],
    ["54200", "", "commune communeMissing: Toul Écrouves"],
    // CEDEX
    ["54035", "NANCY CEDEX", "54000 Nancy | 54035 NANCY CEDEX"],
    ["54035", "Nancy", "54000 Nancy | 54035 NANCY CEDEX"],
    ["54035 NANCY CEDEX", "", "54000 Nancy | 54035 NANCY CEDEX"],
    ["", "54035 Nancy Cedex", "54000 Nancy | 54035 NANCY CEDEX"],
    ["54000", "Nancy Cedex 01", "54000 Nancy | 54000 NANCY CEDEX 01"],
    ["", "METZ CEDEX 03", "57000 Metz | METZ CEDEX 03"],
    ["54035", "", "commune cedexAlone: Nancy Vandœuvre-lès-Nancy"],
    ["54035", "CEDEX", "commune cedexAlone: Nancy Vandœuvre-lès-Nancy"],
    ["54000", "54035 NANCY CEDEX", "54000 Nancy | 54035 NANCY CEDEX"],
    ["10003", "TROYES CEDEX (Aube)", "10000 Troyes | 10003 TROYES CEDEX (AUBE)"],
    // Former communes and writings
    ["51130", "Vertus", "51130 Blancs-Coteaux"],
    ["68240", "SIGOLSHEIM", "68240 Kaysersberg Vignoble"],
    ["57050", "Ban St Martin", "57050 Le Ban-Saint-Martin"],
    ["67610", "Wantzenau (La)", "67610 La Wantzenau"],
    ["08000", "Charleville", "08000 Charleville-Mézières"],
    ["57050", "Metz Queuleu", "57050 Metz"],
    // What is wrong
    ["", "", "commune communeMissing:"],
    ["57000", "Mezt", "commune notOfPostcode: Metz"],
    ["54000", "Metz", "commune notOfPostcode: Metz Nancy"],
    ["54000", "57000 Metz", "commune notOfPostcode: Metz"],
    ["", "Saint-Martin", "commune communeAmbiguous: Saint-Martin Saint-Martin"],
    ["54035", "Metz", "commune notOfPostcode: Metz"],
    ["99999", "", "postcode postcodeUnknown:"],
    ["", "Nanci", "commune communeUnknown: Nancy"],
    ["54035", "Nanci", "commune communeUnknown: Nancy"],
    ["", "Vosges", "commune communeUnknown:"],
  ])("takes «%s» and «%s» for %s", (postcode, commune, address) => {
    expect(meant(postcode, commune)).toBe(address);
  });

  it("keeps a CEDEX line with its commune, and lets it go with it", () => {
    expect(meant("54000", "Nancy", "54035 NANCY CEDEX")).toBe("54000 Nancy | 54035 NANCY CEDEX");
    expect(meant("57000", "Metz", "54035 NANCY CEDEX")).toBe("57000 Metz");
  });
});

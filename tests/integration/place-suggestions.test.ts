import { expect, it } from "vitest";
import { GET } from "@/app/api/communes/route";
import { catalogueFilterSchema } from "@/lib/catalogue/search/filter";
import { understood } from "@/lib/catalogue/search/queries/resolve";
import type { PlaceSuggestion } from "@/lib/reference/commune/suggest-places";

async function asked(question: Record<string, string>): Promise<unknown> {
  const query = new URLSearchParams(question).toString();
  return (await GET(new Request(`http://localhost/api/communes?${query}`))).json();
}

const proposed = async (typed: string) => (await asked({ q: typed })) as PlaceSuggestion[];

it.each([
  ["nan", { lieu: "Nancy (54)", departement: [], rayon: 20 }],
  ["54035 NANCY CEDEX", { lieu: "Nancy (54)", departement: [], rayon: 20 }],
  ["vertus", { lieu: "Blancs-Coteaux (51)", departement: [], rayon: 20 }],
  ["à 25 km de toul", { lieu: "Toul (54)", departement: [], rayon: 30 }],
  ["vosg", { lieu: "", departement: ["88"], rayon: 20 }],
])(
  "what is proposed for «%s» is understood by the catalogue, and nothing else",
  async (typed, filter) => {
    const [first] = await proposed(typed);
    const found = await understood(catalogueFilterSchema.parse({ lieu: first?.text }));
    expect(found.search.filter).toMatchObject(filter);
    expect(found.namesakes.length).toBe(filter.lieu === "" ? 0 : 1);
  },
);

it("reads no more than a line, and answers any writing", async () => {
  for (const typed of ["", "x".repeat(10_000), "\u0000", "%", "nancy".repeat(100)])
    expect(await proposed(typed)).toEqual([]);
  expect((await proposed("saint")).length).toBe(8);
});

it("says where the mail goes only to a form that keeps it: a site is gone to", async () => {
  const line = { postcode: "54035", commune: "NANCY CEDEX" };
  const read = "Adresse CEDEX comprise\u00a0: la commune est Nancy, 54000.";
  expect(await asked(line)).toMatchObject({ note: read });
  expect(await asked({ ...line, cedex: "" })).toMatchObject({
    note: `${read} Le courrier ira à «\u00a054035 NANCY CEDEX\u00a0».`,
  });
});

import { eq, sql, type SQL } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { catalogueFilterSchema, filterNames } from "@/lib/catalogue/search/filter";
import { matching } from "@/lib/catalogue/search/queries/conditions";
import { understood } from "@/lib/catalogue/search/queries/resolve";
import { allSlots, halfDays, months, slotNumber } from "@/lib/offer/availability/availability";
import {
  departmentFacet,
  slotInDepartment,
  termFacet,
  termInDepartment,
} from "@/lib/offer/projection/facets";
import { intArray } from "@/lib/offer/projection/queries/facets";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db } from "@/lib/platform/database/client";
import { approved, newDraft, newOfferor } from "../support/people";

const departments = ["54", "88", "2A", "974"];
const terms = [1, 2, 3, 999_999];

describe("terms and slots of a department", () => {
  it.each(departments)(
    "have the numbers in the database that a search asks for: %s",
    async (code) => {
      const slots = allSlots.map(slotNumber);
      const facets = [1, 33, departmentFacet(code), 1_900_009, ...terms.map(termFacet), 3_000_000];
      const [row] = await db.execute<{ found: number[] }>(
        sql`select department_facets(${code}, ${intArray(facets)}, ${`{${slots.join(",")}}`}::int2[]) as found`,
      );
      const named = [
        ...terms.map((number) => termInDepartment(code, number)),
        ...allSlots.map((slot) => slotInDepartment(code, slot)),
      ];
      expect(row?.found).toEqual(named.sort((a, b) => a - b));
    },
  );
});

describe("what is no department", () => {
  it.each(["", "8", "Vosges", "été", "FFFFFFFFF", "467"])("has none: %s", async (code) => {
    const [row] = await db.execute<{ found: number[] }>(
      sql`select department_facets(${code}, ${intArray([2_000_001])}, '{42}'::int2[]) as found`,
    );
    expect(row?.found).toEqual([]);
  });
});

describe("a search within departments", () => {
  beforeAll(async () => {
    const owner = await newOfferor();
    const first = await approved(owner);
    const [known] = await db.select().from(publicOffer).where(eq(publicOffer.offerId, first));
    if (!known) throw new Error("not public");
    const { departmentFacets: _, ...row } = known;
    const written = fc.sample(
      fc.record({
        department: fc.constantFrom(...departments),
        terms: fc.subarray(terms, { minLength: 1 }),
        slots: fc.subarray(allSlots.slice(0, 6)),
      }),
      { numRuns: 60, seed: 5 },
    );
    for (const [index, { department, terms: numbers, slots }] of written.entries())
      await db.insert(publicOffer).values({
        ...row,
        offerId: await newDraft(owner),
        reference: `AAAA-A${String(index).padStart(3, "0")}`,
        department,
        facets: [departmentFacet(department), ...numbers.map(termFacet)],
        slots: slots.map(slotNumber),
      });
  });

  it("finds what each of its narrowings finds, however many there are", async () => {
    const found = async (condition: SQL) =>
      (await db.select({ id: publicOffer.offerId }).from(publicOffer).where(condition)).map(
        ({ id }) => id,
      );
    let most = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          // The last is none, and has the remainder of 54.
          departement: fc.subarray([...departments.slice(0, 2), "454"]),
          theme: fc.subarray(terms.map(String)),
          public: fc.subarray(terms.map(String), { maxLength: 1 }),
          mois: fc.subarray(months.map(String), { maxLength: 6 }),
          demijournee: fc.subarray([...halfDays].slice(0, 4)),
          accord: fc.constantFrom("un", "tous"),
        }),
        async (query) => {
          const { search } = await understood(catalogueFilterSchema.parse(query));
          const each = filterNames.map(
            (name) =>
              sql`(${matching(
                search,
                filterNames.filter((other) => other !== name),
              )})`,
          );
          const together = await found(matching(search));
          most = Math.max(most, search.filter.departement.length === 0 ? 0 : together.length);
          expect(together.sort()).toEqual((await found(sql.join(each, sql` and `))).sort());
        },
      ),
      { numRuns: 80, seed: 7 },
    );
    expect(most).toBeGreaterThan(5);
  });
});

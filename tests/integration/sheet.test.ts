import { beforeAll, expect, it, vi } from "vitest";
import SheetPage from "@/app/(public)/offres/imprimer/page";
import { catalogueFilterSchema, mostOnSheet } from "@/lib/catalogue/search/filter";
import { catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { copyOffer } from "../support/catalogue";
import { newModerator, newOfferor, published } from "../support/people";
import { renderedPage } from "../support/render-page";

vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
}));

beforeAll(async () => {
  const last = await published(await newOfferor(), await newModerator(), {
    title: "Mieux dormir à Strasbourg",
  });
  await copyOffer(last, 2 * mostOnSheet);
});

// A town that finds nothing is a word.
it.each(["dormir", "dormir strasbourg"])(
  "sheets that follow one another hold each offer of «%s» once, and say which",
  async (q) => {
    const query = new URLSearchParams({ q }).toString();
    const sheets: { references: string[]; range: string; back: string | undefined }[] = [];
    let address: string | undefined = `/offres/imprimer?${query}`;
    while (address) {
      const searchParams = Object.fromEntries(
        new URL(address, "https://portail.example").searchParams,
      );
      const sheet = await renderedPage(SheetPage({ searchParams: Promise.resolve(searchParams) }));
      const way = sheet("nav[aria-label=Pages]");
      sheets.push({
        references: sheet("li h2")
          .toArray()
          .map((heading) => sheet(heading).text().split("\n")[0] ?? ""),
        range: sheet("header + p").text().split(" le ")[0] ?? "",
        back: sheet("a[href^='/offres?']").attr("href"),
      });
      address = way.find("a:contains('Offres suivantes')").attr("href");
    }

    const total = 2 * mostOnSheet + 1;
    expect(sheets.map(({ range }) => range)).toEqual([
      `1–${mostOnSheet} sur ${total} offres`,
      `${mostOnSheet + 1}–${2 * mostOnSheet} sur ${total} offres`,
      `${total}–${total} sur ${total} offres`,
    ]);
    expect(new Set(sheets.flatMap(({ references }) => references)).size).toBe(total);
    for (const { back } of sheets) expect(back).toBe(`/offres?${query}`);
  },
);

it.each(["", "dormir", "dormir strasbourg"])(
  "a page of «%s» behind the last of its offers is its first one",
  async (q) => {
    const apres = "100000_1_00000000-0000-7000-8000-000000000000_20";
    const [beyond, first] = await Promise.all(
      [apres, ""].map((from) => catalogue(catalogueFilterSchema.parse({ q, apres: from }))),
    );
    expect(beyond?.page.offers.map(({ reference }) => reference)).toEqual(
      first?.page.offers.map(({ reference }) => reference),
    );
    expect(beyond).toMatchObject({ loosening: null, isEmpty: false, previous: null });
    expect(beyond?.page.before).toBe(0);
  },
);

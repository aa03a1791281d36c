import { load } from "cheerio";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atomFeed, xmlText } from "./atom";

describe("a feed", () => {
  it("says any text as it is, but for what XML has no place for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const written = xmlText(text);
        expect(written).not.toMatch(/[<>"\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
        expect(written.replaceAll(/&(amp|lt|gt|quot);/g, "")).not.toContain("&");
      }),
    );
  });

  it("has its entries, newest first, and is as new as the first of them", () => {
    const published = new Date("2026-11-20T08:00:00Z");
    const feed = atomFeed(
      {
        link: "https://p.example/offres/flux.atom?q=a&b",
        page: "https://p.example/offres",
        title: "Offres <b>",
        author: "ARS",
        entries: [
          {
            link: "https://p.example/offres/1",
            title: "Tabac & cannabis",
            summary: "Été",
            published,
          },
        ],
      },
      new Date(0),
    );
    const document = load(feed, { xml: true });
    expect(document("feed > updated").text()).toBe(published.toISOString());
    expect(document("entry > title").text()).toBe("Tabac & cannabis");
    expect(document("feed > title").text()).toBe("Offres <b>");
    expect(document("link[rel=self]").attr("href")).toBe(
      "https://p.example/offres/flux.atom?q=a&b",
    );
  });
});

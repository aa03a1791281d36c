import { expect, test } from "vitest";
import { fixedPages } from "@/lib/catalogue/feeds/public-pages";
import { guide } from "./guide";

test("each chapter of the guide is a page that search engines are told of", () => {
  expect(fixedPages).toEqual(expect.arrayContaining(guide.map(({ href }) => href)));
});

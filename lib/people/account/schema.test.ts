import { describe, expect, it } from "vitest";
import { safePath } from "./schema";

describe("where to go after signing in", () => {
  it.each([
    "/",
    "/espace",
    "/espace/offres/1/terrain?reprise=1#documents",
    "/offres?q=a%20b&mois=3",
    "/offres/A..B//suite",
    "/offres?suite=//evil.example",
    "/espace/%C3%A9t%C3%A9",
  ])("%s is a page of the portal", (path) => {
    expect(safePath(path, "/ailleurs")).toBe(path);
  });

  it("is what a browser makes of it", () => {
    expect(safePath("/espace/./offres/../sites", "/")).toBe("/espace/sites");
  });

  it.each([
    "",
    "espace",
    "//evil.example",
    "///evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/..//evil.example/",
    "/.//evil.example",
    "/foo/..//evil.example",
    "/%2e%2e//evil.example",
    "/%2E/%2e//evil.example",
    "/foo/%2e%2e//evil.example",
    "/a/b/../..//evil.example",
    "/\\evil.example",
    "/\\/evil.example",
    "\\\\evil.example",
    "/..\\\\evil.example",
    "/%5cevil.example",
    "/%2fevil.example",
    "/%2Fevil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r\n/evil.example",
    "/./\t/evil.example",
    " //evil.example",
    "/\u0000/evil.example",
    "/ /evil.example",
    `/${"a".repeat(2001)}`,
  ])("%j could lead elsewhere", (path) => {
    expect(safePath(path, "/espace")).toBe("/espace");
  });
});

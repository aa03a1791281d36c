import { expect, test } from "vitest";
import { bodyLimitOf, formLimit, refusalOf } from "./request-limits";

const upload = 5 * 1024 * 1024;
const rules = {
  origin: "https://portail.example",
  isLocal: false,
  bodyLimits: [[/^\/espace\/offres\/[^/]+\/documents$/, upload]] as const,
};
const ours = { origin: "https://portail.example", length: undefined };

test.each([
  ["a page", { ...ours, method: "GET", path: "/offres", origin: undefined }, null],
  ["its head", { ...ours, method: "HEAD", path: "/offres", origin: undefined }, null],
  ["a form of ours", { ...ours, method: "POST", path: "/connexion", length: "1048576" }, null],
  [
    "a form that is too long",
    { ...ours, method: "POST", path: "/connexion", length: "1048577" },
    413,
  ],
  [
    "a file",
    { ...ours, method: "POST", path: "/espace/offres/1/documents", length: String(upload) },
    null,
  ],
  [
    "a file that is too long",
    { ...ours, method: "POST", path: "/espace/offres/1/documents", length: String(upload + 1) },
    413,
  ],
  ["a page asked with a body", { ...ours, method: "GET", path: "/offres", length: "1" }, 413],
  [
    "a foreign origin",
    { ...ours, method: "POST", path: "/connexion", origin: "https://evil.example" },
    403,
  ],
  ["no origin", { ...ours, method: "POST", path: "/connexion", origin: undefined }, 403],
  [
    "an origin that is hidden",
    { ...ours, method: "POST", path: "/connexion", origin: "null" },
    403,
  ],
  [
    "a look-alike",
    { ...ours, method: "POST", path: "/connexion", origin: "https://portail.example.evil.example" },
    403,
  ],
  [
    "a mail program's one click",
    { ...ours, method: "POST", path: "/api/rappels/abc.def", origin: undefined },
    null,
  ],
  [
    "below a one click link",
    { ...ours, method: "POST", path: "/api/rappels/abc/def", origin: undefined },
    403,
  ],
  [
    "another site's page, before it asks",
    { ...ours, method: "OPTIONS", path: "/api/v1/offres", origin: "https://other.example" },
    null,
  ],
  ["the same of a page", { ...ours, method: "OPTIONS", path: "/offres" }, 405],
  ["TRACE", { ...ours, method: "TRACE", path: "/" }, 405],
  ["PUT", { ...ours, method: "PUT", path: "/offres" }, 405],
  ["a method nobody knows", { ...ours, method: "PROPFIND", path: "/" }, 405],
  ["half a character", { ...ours, method: "GET", path: "/%E0%A4%A" }, 400],
  ["a character that Postgres refuses", { ...ours, method: "GET", path: "/offres/a%00b" }, 400],
  [
    "an address that is none of ours",
    { ...ours, method: "GET", path: "http://evil.example/" },
    400,
  ],
] as const)("%s", (_, head, expected) => {
  expect(refusalOf(head, rules)).toBe(expected);
});

test("what comes in pieces is bounded too", () => {
  expect(bodyLimitOf("POST", "/connexion", rules)).toBe(formLimit);
  expect(bodyLimitOf("POST", "/espace/offres/1/documents", rules)).toBe(upload);
  expect(bodyLimitOf("GET", "/", rules)).toBe(0);
});

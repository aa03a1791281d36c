import { describe, expect, it } from "vitest";
import { type Facts, missingNeeds } from "./needs";

const fit: Facts = {
  version: 14,
  encoding: "UTF8",
  database: "portail",
  role: "portail",
  schema: "public",
  createsSchemas: true,
  createsTables: true,
  extensions: { unaccent: "public", pg_trgm: null },
};

describe("missingNeeds", () => {
  it("finds nothing where extensions are there, or can be made", () => {
    expect(missingNeeds(fit)).toEqual([]);
  });

  it.each<[Partial<Facts>, RegExp]>([
    [{ version: 13 }, /PostgreSQL 13\sest trop ancien/],
    [
      { encoding: "SQL_ASCII" },
      /SQL_ASCII, .* owner "portail" template template0 encoding 'UTF8';$/,
    ],
    [{ createsSchemas: false }, /: grant create on database "portail" to "portail";$/],
    [{ createsTables: false }, /create on schema public to "portail";$/],
    [{ createsTables: null, schema: null }, /create schema if not exists public;/],
    [{ schema: "portail" }, /«\sportail\s»\s: alter role .* set search_path = public;$/],
    [{ extensions: { unaccent: "public" } }, /pg_trgm \(Debian\s: postgresql-contrib\)/],
    [
      { extensions: { unaccent: "a", pg_trgm: null } },
      /alter extension unaccent set schema public;$/,
    ],
    [{ role: 'l"a', createsTables: false }, /to "l""a";$/],
  ])("%o: says what mends it", (changes, words) => {
    const [line, ...others] = missingNeeds({ ...fit, ...changes });
    expect(line).toMatch(words);
    expect(others).toEqual([]);
  });
});

import { quoted } from "@/lib/platform/values/french";

const oldest = 14;
const extensions = ["unaccent", "pg_trgm"];

/** What a database says of itself and of who asks. */
export interface Facts {
  version: number;
  encoding: string;
  database: string;
  role: string;
  /** Where a table goes whose schema is not named. */
  schema: string | null;
  createsSchemas: boolean;
  /** Whether the role may create in `public`; null where there is no such schema. */
  createsTables: boolean | null;
  /** Of each extension that the server has: the schema it is in, null where it is in none yet. */
  extensions: Record<string, string | null> | null;
}

/** @returns a sentence for each thing that is missing, with the statement that mends it */
export function missingNeeds(facts: Facts): string[] {
  const [role, database] = [name(facts.role), name(facts.database)];
  const who = `l’utilisateur ${quoted(facts.role)}`;
  const lines: string[] = [];
  if (facts.version < oldest) {
    lines.push(
      `PostgreSQL ${facts.version} est trop ancien ; il faut la version ${oldest} ou une plus ` +
        "récente.",
    );
  }
  if (facts.encoding !== "UTF8") {
    lines.push(
      `son encodage est ${facts.encoding}, et il faut UTF8. Faites une autre base : ` +
        `create database portail_utf8 owner ${role} template template0 encoding 'UTF8';`,
    );
  }
  if (!facts.createsSchemas) {
    lines.push(
      `${who} ne peut y créer ni schémas ni extensions : ` +
        `grant create on database ${database} to ${role};`,
    );
  }
  if (!facts.createsTables) {
    lines.push(
      `${who} ne peut rien créer dans le schéma public : create schema if not exists public; ` +
        `grant usage, create on schema public to ${role};`,
    );
  } else if (facts.schema !== "public") {
    lines.push(
      `les tables iraient dans le schéma ${quoted(facts.schema ?? "")} : ` +
        `alter role ${role} in database ${database} set search_path = public;`,
    );
  }
  for (const extension of extensions) {
    const schema = facts.extensions?.[extension];
    if (schema === undefined) {
      lines.push(
        `le serveur n’a pas l’extension ${extension} (Debian : postgresql-contrib) ; ` +
          "installez-la.",
      );
    } else if (schema !== null && schema !== "public") {
      lines.push(
        `l’extension ${extension} est dans le schéma ${quoted(schema)} : ` +
          `alter extension ${extension} set schema public;`,
      );
    }
  }
  return lines;
}

const name = (identifier: string) => `"${identifier.replaceAll('"', '""')}"`;

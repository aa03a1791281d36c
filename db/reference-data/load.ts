import type { Sql } from "postgres";
import { v7 } from "uuid";
import { communesVersion, officialCommunes } from "./communes";
import { startingVocabularies } from "./vocabularies";

/**
 * Loads the official communes when their version changed, and the starting vocabularies where a
 * list is still empty.
 */
export async function loadReferenceData(sql: Sql): Promise<void> {
  const [loaded] = await sql`select version from reference_data where name = 'communes'`;
  if (loaded?.version !== communesVersion()) await loadCommunes(sql);
  await loadVocabularies(sql);
}

async function loadCommunes(sql: Sql): Promise<void> {
  const rows = JSON.stringify(officialCommunes());
  await sql.begin(async (tx) => {
    await tx`
      insert into commune (code, name, department, postcodes, former_names, inhabitants, latitude, longitude, place_known)
      select code, name, department, postcodes, "formerNames", inhabitants, latitude, longitude, "placeKnown"
      from jsonb_to_recordset(${rows}::text::jsonb)
        as row(code text, name text, department text, postcodes text[], "formerNames" text[], inhabitants int, latitude float8, longitude float8, "placeKnown" boolean)
      on conflict (code) do update
      set (name, department, postcodes, former_names, inhabitants, latitude, longitude, place_known)
        = (excluded.name, excluded.department, excluded.postcodes, excluded.former_names, excluded.inhabitants, excluded.latitude, excluded.longitude, excluded.place_known)`;
    // One that left the list keeps its place for the offers that name it, and is no address.
    await tx`
      update commune set postcodes = '{}'
      where code not in (select code from jsonb_to_recordset(${rows}::text::jsonb) as row(code text))`;
    await tx`
      insert into reference_data (name, version) values ('communes', ${communesVersion()})
      on conflict (name) do update set version = excluded.version`;
  });
}

async function loadVocabularies(sql: Sql): Promise<void> {
  for (const [kind, labels] of Object.entries(startingVocabularies)) {
    const [known] = await sql`select 1 from vocabulary_term where kind = ${kind} limit 1`;
    if (known) continue;
    const rows = labels.map((label, position) => ({ id: v7(), kind, label, position }));
    await sql`insert into vocabulary_term ${sql(rows)}`;
  }
}

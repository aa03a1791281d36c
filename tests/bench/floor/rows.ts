import postgres from "postgres";

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 10, onnotice: () => undefined });

export interface Row {
  reference: string;
  title: string;
  structure_name: string;
  commune_name: string;
}

let references: string[] | undefined;

/** Twenty rows of the catalogue by their key. */
export async function twentyOffers(): Promise<Row[]> {
  references ??= (
    await sql<{ reference: string }[]>`select reference from public_offer limit 20`
  ).map(({ reference }) => reference);
  return sql<
    Row[]
  >`select reference, title, structure_name, commune_name from public_offer where reference = any(${references})`;
}

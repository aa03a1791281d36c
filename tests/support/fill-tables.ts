import type postgres from "postgres";

interface Column {
  table: string;
  name: string;
  type: string;
  /** Values of an enum, in order. */
  labels: string[] | null;
  /** The table whose `id` it names. */
  target: string | null;
}

/** Rows of each table. */
const rows = 4;

/** What a revision held when there was nothing but it; `{id}` is a term of the vocabularies. */
const content = {
  title: "Prévention de l'obésité",
  description: "",
  themeIds: ["{id}"],
  audienceIds: ["{id}"],
  places: 5,
  availability: ["3:monday-am", "4:tuesday-pm"],
  lodging: false,
  catering: true,
  site: {
    name: "Collège",
    street: "1 rue",
    postcode: "88000",
    communeCode: "88160",
    communeName: "Épinal",
    department: "88",
    typeId: "{id}",
  },
  referent: {
    name: "Anne",
    function: "Infirmière",
    phone: "+33329000000",
    email: "anne@college.example",
  },
  documentIds: [],
};

/** Where anything of the column's type will not do. */
const special: Record<string, (n: number, ids: string[]) => string | null> = {
  "offer_revision.content": (_, [id = ""]) => JSON.stringify(content).replaceAll("{id}", id),
  "offer.draft": () => null,
  "offer.deleted_at": () => null,
  "offer.archived_at": () => null,
  "structure.merged_into_id": () => null,
  "vocabulary_term.merged_into_id": () => null,
  "suspension.account_id": () => null,
  "suspension.structure_id": () => null,
  "suspension.type_id": () => null,
  "account.email": (n) => `personne.${n}@college.example`,
  "agency_text.code": (n) => `text-${n}`,
};

/**
 * Puts rows into every table that is there, whatever the version of the schema, each value of an
 * enum among them: what a later migration does to them is done to something.
 * @returns how many rows each table holds
 */
export async function fillTables(sql: postgres.Sql): Promise<Record<string, number>> {
  const columns = await columnsOf(sql);
  const tables = [...new Set(columns.map(({ table }) => table))];
  const ids = new Map<string, string[]>();
  const left = new Set(tables);
  while (left.size > 0) {
    const ready = [...left].filter((table) =>
      needs(columns, table).every((target) => !left.has(target)),
    );
    if (ready.length === 0) throw new Error(`Tables that need each other: ${[...left].join(", ")}`);
    for (const table of ready) {
      ids.set(
        table,
        await fillTable(
          sql,
          table,
          columns.filter((column) => column.table === table),
          ids,
        ),
      );
      left.delete(table);
    }
  }
  await sql`update offer set current_revision_id = (select id from offer_revision where offer_id = offer.id limit 1)`;
  return countRows(sql, tables);
}

export async function countRows(
  sql: postgres.Sql,
  tables: readonly string[],
): Promise<Record<string, number>> {
  const counted = await Promise.all(
    tables.map(async (table) => {
      const [row] = await sql`select count(*)::int as count from ${sql(table)}`;
      return [table, Number(row?.count)] as const;
    }),
  );
  return Object.fromEntries(counted);
}

function needs(columns: readonly Column[], table: string): string[] {
  return columns.flatMap((column) =>
    column.table === table && column.target && column.target !== table ? [column.target] : [],
  );
}

async function fillTable(
  sql: postgres.Sql,
  table: string,
  columns: readonly Column[],
  ids: ReadonlyMap<string, string[]>,
): Promise<string[]> {
  const terms = ids.get("vocabulary_term") ?? [];
  const made: string[] = [];
  for (let n = 0; n < rows; n++) {
    const row: Record<string, string | null> = {};
    for (const column of columns) {
      const own = special[`${table}.${column.name}`];
      row[column.name] = own ? own(n, terms) : valueOf(column, n, ids);
    }
    const names = Object.keys(row);
    const places = names.map(
      (name, index) =>
        `$${index + 1}::text::${columns.find((column) => column.name === name)?.type}`,
    );
    await sql.unsafe(
      `insert into "${table}" (${names.map((name) => `"${name}"`).join(", ")}) values ` +
        `(${places.join(", ")})`,
      Object.values(row),
    );
    if (row.id) made.push(row.id);
  }
  return made;
}

function valueOf(
  { table, name, type, labels, target }: Column,
  n: number,
  ids: ReadonlyMap<string, string[]>,
): string | null {
  if (target) return target === table ? null : (ids.get(target)?.[n] ?? null);
  if (labels) return labels[n % labels.length] ?? null;
  if (type.endsWith("[]")) return "{}";
  switch (type) {
    case "uuid":
      return crypto.randomUUID();
    case "text":
      return `${name} ${n}`;
    case "jsonb":
      return "{}";
    case "boolean":
      return "false";
    case "tsvector":
      return "tabac";
    case "bytea":
      return "\\x25504446";
    case "date":
      return "2026-11-28";
    case "timestamp with time zone":
      return "2026-11-28T08:00:00Z";
    default:
      return String(n + 1);
  }
}

async function columnsOf(sql: postgres.Sql): Promise<Column[]> {
  const found = await sql<Column[]>`
    select class.relname as table, att.attname as name, format_type(att.atttypid, att.atttypmod) as type,
      (select array_agg(enumlabel::text order by enumsortorder) from pg_enum where enumtypid = att.atttypid) as labels,
      (select confrelid::regclass::text from pg_constraint where contype = 'f' and conrelid = class.oid and conkey = array[att.attnum] limit 1) as target
    from pg_attribute att join pg_class class on class.oid = att.attrelid
    where class.relkind = 'r' and class.relnamespace = 'public'::regnamespace
      and att.attnum > 0 and not att.attisdropped and att.attidentity = '' and att.attgenerated = ''`;
  // A row of it is written by a trigger.
  return found.filter(({ table }) => table !== "revision_facts");
}

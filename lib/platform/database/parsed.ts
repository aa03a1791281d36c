import type { ColumnBaseConfig, ColumnDataType } from "drizzle-orm";
import type { PgColumn, PgTableWithColumns, TableConfig } from "drizzle-orm/pg-core";

type Readers = Record<string, (stored: unknown) => unknown>;

type ParsedColumn<C, T> =
  C extends PgColumn<
    infer Config extends ColumnBaseConfig<ColumnDataType, string>,
    infer R,
    infer X
  >
    ? PgColumn<Omit<Config, "data"> & { data: T }, R, X>
    : never;

type Parsed<T extends TableConfig, R extends Readers> = PgTableWithColumns<
  Omit<T, "columns"> & {
    columns: {
      [K in keyof T["columns"]]: K extends keyof R
        ? ParsedColumn<T["columns"][K], ReturnType<R[K]>>
        : T["columns"][K];
    };
  }
>;

/**
 * A table whose JSON is parsed whenever it is read: stored rows are older than some fields. A table
 * of db/schema does not know what its JSON means, there it is `unknown`; the room that knows gives
 * it its readers, and whoever wants the words takes the table from that room.
 * @param readers by column
 */
export function parsed<T extends TableConfig, R extends Readers>(
  table: PgTableWithColumns<T>,
  readers: R,
): Parsed<T, R> {
  for (const [name, read] of Object.entries(readers))
    Object.assign(Reflect.get(table, name) as object, {
      mapFromDriverValue: (stored: unknown) =>
        read(typeof stored === "string" ? JSON.parse(stored) : stored),
    });
  return table as unknown as Parsed<T, R>;
}

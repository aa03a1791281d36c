import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "./database-types";
import type { Copier } from "./driver";

/** Bytes sent at a time. */
const pieceSize = 64 * 1024;
const signature = Buffer.from("PGCOPY\n\u00ff\r\n\0", "latin1");
/** Milliseconds of 1 January 2000, from which Postgres counts. */
const postgresEpoch = Date.UTC(2000, 0, 1);

/** Values as COPY takes them in binary, by the SQL type of their column. */
const encoders: Readonly<Record<string, (value: never) => Buffer>> = {
  uuid: (value: string) => Buffer.from(value.replaceAll("-", ""), "hex"),
  text: (value: string) => Buffer.from(value.replaceAll("\u0000", "")),
  integer: (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(value);
    return bytes;
  },
  "timestamp with time zone": (value: Date) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(BigInt(value.getTime() - postgresEpoch) * 1000n);
    return bytes;
  },
  bytea: (value: Buffer) => value,
};

/**
 * Inserts a row with a value of many megabytes. As a parameter it would be in memory three times:
 * as it is, in the notation of the statement and in the driver's own buffer. COPY takes it in
 * pieces, as it is.
 * @param row every column the table has
 * @throws like any statement; the transaction is then of no more use
 * @see https://www.postgresql.org/docs/current/sql-copy.html (binary format)
 */
export async function copyRow<T extends PgTable>(
  tx: Transaction,
  table: T,
  row: Required<T["$inferInsert"]>,
): Promise<void> {
  const columns = Object.entries(getTableColumns(table));
  const values = columns.map(([name, column]) => {
    const encode = encoders[column.getSQLType()];
    if (!encode) throw new Error(`No row with a ${column.getSQLType()} is copied.`);
    return encode(row[name as keyof typeof row] as never);
  });
  const names = columns.map(([, { name }]) => `"${name}"`).join(", ");
  // Drizzle knows the driver's transaction and has no public word for it.
  const { client } = (tx as unknown as { session: { client: Copier } }).session;
  await client.copy(
    `copy "${getTableName(table)}" (${names}) from stdin (format binary)`,
    piecesOf(values),
  );
}

function* piecesOf(values: readonly Buffer[]): Generator<Buffer> {
  const begin = Buffer.alloc(signature.length + 8 + 2);
  signature.copy(begin);
  begin.writeInt16BE(values.length, begin.length - 2);
  yield begin;
  for (const value of values) {
    const length = Buffer.alloc(4);
    length.writeInt32BE(value.length);
    yield length;
    for (let at = 0; at < value.length; at += pieceSize) yield value.subarray(at, at + pieceSize);
  }
  const end = Buffer.alloc(2);
  end.writeInt16BE(-1);
  yield end;
}

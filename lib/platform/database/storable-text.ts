import type postgres from "postgres";

const texts = [25, 1042, 1043];
const json = [114, 3802];

/**
 * Escapes of JSON that Postgres takes in no document: NUL, and halves of a pair; an escaped
 * backslash is none.
 */
const escaped = /(?<!\\)((?:\\\\)*)\\u(0000|d[89a-f][0-9a-f]{2})/gi;

/**
 * Postgres stores every text but NUL (and, in JSON, halves of surrogate pairs), and fails on it.
 * Nobody means one: it is left out of whatever is sent, wherever it came from, so that none makes a
 * page or a button fail.
 */
export function storeOnlyText(sql: postgres.Sql): void {
  const { serializers } = sql.options as unknown as {
    serializers: Record<number, (value: unknown) => unknown>;
  };
  for (const type of texts) serializers[type] = (value) => String(value).replaceAll("\u0000", "");
  for (const type of json) {
    const inner = serializers[type];
    serializers[type] = (value) => storableJson(String(inner ? inner(value) : value));
  }
}

/**
 * @param document JSON; pairs of surrogates come as they are, `JSON.stringify` escapes only halves
 */
function storableJson(document: string): string {
  return document.includes("\\u") ? document.replaceAll(escaped, "$1") : document;
}

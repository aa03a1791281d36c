/** Rows of a list that is saved which are in memory at once. */
export const exportPage = 1000;

/**
 * A list whole, a page at a time, each walked to behind the last row of the one before.
 * @param read the rows behind a cursor, at most {@link exportPage}; an empty cursor is the
 * beginning
 */
export async function* pagesByKey<Row extends { id: string }>(
  read: (cursor: string) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  for (let cursor = ""; ;) {
    const rows = await read(cursor);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < exportPage) return;
    cursor = last.id;
  }
}

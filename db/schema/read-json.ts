import { customType } from "drizzle-orm/pg-core";

/**
 * A jsonb column whose value is parsed whenever it is read: stored rows are older than some fields.
 */
export function readJson<T>(read: (stored: unknown) => T) {
  return customType<{ data: T; driverData: unknown }>({
    dataType: () => "jsonb",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (stored) => read(typeof stored === "string" ? JSON.parse(stored) : stored),
  });
}

import { v7, validate } from "uuid";

/** A UUIDv7: unique, and later ones sort later. */
export function newId(): string {
  return v7();
}

/**
 * Whether it is an id as {@link newId} and the seeds make them (RFC 9562, the nil UUID among them):
 * what comes from outside or was stored as typed is asked before it meets a column of ids, where
 * anything else is a fault.
 */
export function isUuid(value: unknown): value is UUID {
  return validate(value);
}

/** Narrower than a text, so that a text that is none stays a text. */
type UUID = `${string}-${string}-${string}-${string}-${string}`;

/**
 * What the ARS can suspend, from the narrowest to the widest; of several that hold one offer the
 * narrowest is told.
 */
export const suspendedThings = ["offer", "account", "structure", "structureType"] as const;

export type SuspendedThing = (typeof suspendedThings)[number];

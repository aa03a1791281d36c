import type { SuspendedThing } from "@/lib/offer/suspended/rules";

/** Where a moderator suspends something, and lifts it. */
export function suspensionAddress(thing: SuspendedThing, id: string): string {
  switch (thing) {
    case "offer":
      return `/admin/offres/${id}/suspendre`;
    case "account":
      return `/admin/structures/comptes/${id}`;
    case "structure":
      return `/admin/structures/${id}/suspendre`;
    case "structureType":
      return `/admin/suspensions/${id}`;
  }
}

import type { SuspendedThing } from "@/lib/offer/suspended/rules";

/** Where a moderator suspends something, and lifts it. */
export function suspensionAddress(thing: SuspendedThing, id: string) {
  switch (thing) {
    case "offer":
      return `/admin/offres/${id}/suspendre` as const;
    case "account":
      return `/admin/structures/comptes/${id}` as const;
    case "structure":
      return `/admin/structures/${id}/suspendre` as const;
    case "structureType":
      return `/admin/suspensions/${id}` as const;
  }
}

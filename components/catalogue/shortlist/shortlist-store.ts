import { useSyncExternalStore } from "react";
import { tryStorage } from "@/components/ui/quietly";
import { mostShortlisted, readShortlist } from "@/lib/catalogue/shortlist/rules";
import { counted } from "@/lib/platform/values/french";

const name = "selection";
const nothing: readonly string[] = [];

/** What was just done, and the offers it was done with. */
interface State {
  references: readonly string[];
  said: string;
}

let state: State | null = null;
const listeners = new Set<() => void>();

function current(): State {
  state ??= { references: stored(), said: "" };
  return state;
}

/** What the browser keeps is as little ours as an address: it is read like one. */
function stored(): readonly string[] {
  const text = tryStorage(() => localStorage.getItem(name), null) ?? "";
  return readShortlist({ o: text }).references;
}

function change(references: readonly string[], said: string): void {
  state = { references, said };
  // Where the browser keeps nothing, the selection lasts as long as the page.
  tryStorage(() => localStorage.setItem(name, references.join(",")), undefined);
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** Another tab changed it. */
function onStorage({ key }: StorageEvent): void {
  if (key !== name && key !== null) return;
  state = { references: stored(), said: "" };
  tell();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener("storage", onStorage);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("storage", onStorage);
  };
}

/** References this browser keeps; none before the page runs its scripts. */
export function useShortlist(): readonly string[] {
  return useSyncExternalStore(
    subscribe,
    () => current().references,
    () => nothing,
  );
}

/** What was just done with them, to be read out. */
export function useShortlistSaid(): string {
  return useSyncExternalStore(
    subscribe,
    () => current().said,
    () => "",
  );
}

const countInWords = (count: number) => counted(count, "offre", "offres");

/** Adds what there is room for. @returns whether all of it had room */
export function addToShortlist(added: readonly string[]): boolean {
  const { references } = current();
  const all = [...new Set([...references, ...added])];
  const whole = all.slice(0, mostShortlisted);
  change(
    whole,
    whole.length < all.length
      ? `Sélection pleine : ${countInWords(mostShortlisted)} au plus`
      : `Ajouté à ma sélection, qui a ${countInWords(whole.length)}`,
  );
  return whole.length === all.length;
}

export function removeFromShortlist(removed: readonly string[]): void {
  const rest = current().references.filter((reference) => !removed.includes(reference));
  change(
    rest,
    rest.length === 0
      ? "Ma sélection est vide"
      : `Retiré de ma sélection, qui a ${countInWords(rest.length)}`,
  );
}

"use client";

import type { SaveState } from "./autosave-engine";
import { useAutosaveState } from "./form-context";

const clock = new Intl.DateTimeFormat("fr-FR", {
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "Europe/Paris",
});

function words(state: SaveState): string {
  switch (state.kind) {
    case "idle":
      return "";
    case "saving":
      return "Enregistrement…";
    case "saved":
      return `Enregistré à ${clock.format(new Date(state.at))}`;
    case "offline":
      return "Hors connexion : votre saisie est gardée dans ce navigateur";
    case "failed":
      return (
        "L’enregistrement n’a pas abouti : votre saisie est gardée dans ce navigateur, " +
        "nouvel essai dans un instant"
      );
    case "signedOut":
      return "Session terminée : votre saisie est gardée dans ce navigateur";
    case "conflict":
      return "Non enregistré : choisissez entre les deux versions, en haut du formulaire";
    case "refused":
      return `Non enregistré : ${state.message}`;
  }
}

/**
 * Says quietly, near the buttons, whether what is typed is safe. Its place is always there: nothing
 * jumps.
 */
export function SaveStatus() {
  return (
    <p role="status" data-save-status className="mt-4 min-h-6 text-sm text-muted">
      {words(useAutosaveState())}
    </p>
  );
}

import { expect, it } from "vitest";
import { faultWords } from "./fault-words";

it.each([
  ["/connexion", "/connexion"],
  ["/espace/offres/1/documents", "/espace/offres/1/terrain"],
  ["/espace/offres/importer/fichier", "/espace/offres/importer"],
])("what was sent to %s leads back to a page: %s", (path, page) => {
  expect(faultWords(413, path, { isSent: true }).ways[0]).toEqual({
    label: "Rouvrir la page",
    path: page,
  });
});

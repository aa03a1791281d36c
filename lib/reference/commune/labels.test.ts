import { expect, it } from "vitest";
import { structureWords } from "./labels";

it.each([
  ["Crèche Les Petits Pas", "Tincry", "57", "Crèche Les Petits Pas · Tincry (57)"],
  ["EHPAD Sainte-Odile – Andlau", "Andlau", "67", "EHPAD Sainte-Odile – Andlau (67)"],
  ["LYCEE DE TOUL", "Toul", "54", "LYCEE DE TOUL (54)"],
  ["Mairie de St Dizier", "Saint-Dizier", "52", "Mairie de St Dizier (52)"],
  [
    "CHRU de Nancy-Brabois",
    "Vandœuvre-lès-Nancy",
    "54",
    "CHRU de Nancy-Brabois · Vandœuvre-lès-Nancy (54)",
  ],
  // Part of a word says nothing.
  ["Résidence Toulouse-Lautrec", "Toul", "54", "Résidence Toulouse-Lautrec · Toul (54)"],
])("says where %s at %s is once", (structure, commune, department, words) => {
  expect(structureWords(structure, commune, department)).toBe(words);
});

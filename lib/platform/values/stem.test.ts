import { describe, expect, it } from "vitest";
import { stemOf } from "./stem";

describe("the stem of a word", () => {
  it.each([
    "infirmier infirmiere infirmiers infirmieres",
    "ouvrier ouvriere ouvrieres",
    "jeu jeux",
    "genou genoux",
    "bijou bijoux",
    "lieu lieux",
    "cheveu cheveux",
    "reseau reseaux",
    "hopital hopitaux",
    "animal animaux",
    "travail travaux",
    "mental mentale mentaux mentales",
    "nerveux nerveuse nerveuses",
    "coiffeur coiffeuse coiffeurs",
    "educateur educatrice education",
    "sport sportif sportive sportives",
    "collegien collegienne college colleges",
    "lyceen lyceenne lycee lycees",
    "professionnel professionnelle professionnels profession",
    "vaccin vaccins vaccination vacciner vaccinal vaccinees",
    "depistage depister depistes",
    "alimentation alimentaire aliments",
    "nutrition nutritionnel nutritionniste",
    "addiction addictif addictives addictologie addictologue",
    "psychologue psychologie psychologique",
    "violence violent violentes",
    "dependance dependant dependantes",
    "adolescent adolescence adolescentes",
    "enfant enfance enfants",
    "dent dentaire dentiste dents",
    "suicide suicidaires",
    "universite universitaire",
    "parent parental parentale parentalite",
    "alcool alcoolique alcoolisme",
    "allergie allergique",
    "diabete diabetique",
    "hebergement heberger hebergees",
    "famille familial familiales",
    "an ans",
    "age agees",
    "handicap handicapees",
    "tabac tabagisme tabacologue",
    "environnement environnemental environnementaux",
    "secours secourisme secouriste",
    "cancer cancers cancereux",
  ])("is one for %s", (words) => {
    expect([...new Set(words.split(" ").map(stemOf))]).toHaveLength(1);
  });

  it.each([
    ["journal", "journee"],
    ["hiver", "hiv"],
    ["chr", "chrs"],
    ["stress", "stres"],
    ["medecin", "medicament"],
    ["sexe", "sexisme"],
    ["court", "courage"],
  ])("is not one for %s and %s", (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });

  it("leaves numbers and short words, and is never empty", () => {
    expect(["19", "2026", "apa", "ist", "prix", "e"].map(stemOf)).toEqual([
      "19",
      "2026",
      "apa",
      "ist",
      "prix",
      "e",
    ]);
    for (const word of "s x es er ee ion eux aux ment ement".split(" "))
      expect(stemOf(word)).not.toBe("");
  });
});

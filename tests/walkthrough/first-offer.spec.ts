import { expect, test } from "@playwright/test";
import { withDe } from "@/lib/platform/values/french";
import { hydrated, newOfferor, register } from "../e2e/portal";
import { Person } from "./person";

const description =
  "Deux étudiants animent trois ateliers avec les élèves de sixième : lire une " +
  "étiquette, composer un petit-déjeuner, bouger chaque jour. L’infirmière prépare les " +
  "séances avec eux et les accompagne en classe ; un bilan est fait avec les professeurs.";
const months = ["Mars", "Avril", "Mai"];

/** Every half-day of the working week but Wednesday: what most schools answer. */
const ways: Record<
  string,
  (person: Person, page: import("@playwright/test").Page) => Promise<void>
> = {
  "un créneau après l’autre": async (person, page) => {
    for (const month of months) {
      for (const day of ["lundi", "mardi", "jeudi", "vendredi"]) {
        for (const half of ["matin", "après-midi"])
          await person.press(
            page.getByRole("checkbox", { name: `${month}, ${day} ${half}`, exact: true }),
          );
      }
    }
  },
  "par les en-têtes": async (person, page) => {
    for (const month of months)
      await person.press(
        page.getByRole("checkbox", { name: `Tous les créneaux ${withDe(month.toLowerCase())}` }),
      );
    for (const day of ["Mercredi", "Samedi", "Dimanche"]) {
      for (const half of ["matin", "après-midi"])
        await person.press(
          page.getByRole("checkbox", { name: `${day} ${half}, tous les mois choisis` }),
        );
    }
  },
  "par un remplissage": async (person, page) =>
    person.press(page.getByRole("button", { name: /mercredi, samedi, dimanche/i })),
};

for (const [way, fillSlots] of Object.entries(ways)) {
  test(`une première offre, ${way}`, async ({ page }) => {
    test.setTimeout(900_000);
    await register(page, newOfferor("Collège chronométré"));
    await hydrated(page);
    const person = new Person(Number(process.env.PACE ?? 1));
    const started = Date.now();
    await person.type(page.getByLabel(/^Titre de l’offre/), "Prévention de l’obésité");
    await person.decide(page.getByRole("checkbox", { name: "Alimentation / Nutrition" }));
    await person.decide(page.getByRole("checkbox", { name: "Adolescents 11-18 ans" }));
    await person.type(page.getByLabel("Nombre de places"), "5");
    await person.type(page.getByLabel("Description"), description);
    for (const month of months)
      await person.decide(page.getByRole("checkbox", { name: month, exact: true }));
    await fillSlots(person, page);
    await person.decide(page.getByRole("checkbox", { name: "Restauration" }));
    await person.press(page.getByRole("button", { name: "Continuer" }));
    await person.choose(page.getByLabel("Type de terrain d’action"), "Milieu scolaire");
    await person.decide(page.getByRole("checkbox", { name: /reprendre mes coordonnées/ }));
    await person.press(page.getByRole("button", { name: "Continuer" }));
    await person.decide(page.getByRole("button", { name: "Soumettre l’offre" }));
    await expect(page.getByText(/^Pas encore soumise/)).toBeVisible();
    const { fields, clicks, keystrokes } = person.effort;
    console.log(
      `${way} : ${fields} champs, ${clicks} clics, ${keystrokes} frappes, ` +
        `${Math.round((Date.now() - started) / 1000)} s`,
    );
  });
}

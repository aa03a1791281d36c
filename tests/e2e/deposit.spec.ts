import { expect, test } from "@playwright/test";
import { expectAccessible, fillInformation, newOfferor, registered, scriptsHeld } from "./portal";

const pdf = Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test(
      "documents are attached, refused by their content, downloaded and removed; nothing " +
        "typed beside them is lost",
      async ({ page }) => {
        await registered(page, newOfferor("Collège des documents"), "/espace/offres/nouvelle");
        await fillInformation(page, scripts);
        await page.getByRole("button", { name: "Continuer" }).click();
        await page.getByLabel("Fonction").fill("Conseillère principale d'éducation");
        await page.getByLabel("Ajouter des documents").setInputFiles([
          { name: "programme.pdf", mimeType: "application/pdf", buffer: pdf },
          {
            name: "piege.pdf",
            mimeType: "application/pdf",
            buffer: Buffer.from("<script>alert(1)</script>"),
          },
        ]);
        if (!scripts)
          await page.getByRole("button", { name: "Envoyer les documents choisis" }).click();
        await expect(page.getByRole("link", { name: "programme.pdf" })).toBeVisible();
        await expect(page.getByText("Ce fichier n’est pas un PDF")).toBeVisible();
        await expect(page.getByLabel("Fonction")).toHaveValue("Conseillère principale d'éducation");
        if (scripts) await expectAccessible(page);

        const href =
          (await page.getByRole("link", { name: "programme.pdf" }).getAttribute("href")) ?? "";
        const response = await page.request.get(href);
        const headers = response.headers();
        expect(headers["content-disposition"]).toContain("attachment");
        expect(headers).toMatchObject({
          "x-content-type-options": "nosniff",
          "content-type": "application/pdf",
        });
        expect((await response.body()).equals(pdf)).toBe(true);
        await page.getByRole("button", { name: "Retirer programme.pdf" }).click();
        await expect(page.getByRole("link", { name: "programme.pdf" })).toHaveCount(0);
        await expect(page.getByLabel("Fonction")).toHaveValue("Conseillère principale d'éducation");
      },
    );

    test("a deposit can be left at any step and taken up again, invalid answers included", async ({
      page,
    }) => {
      await registered(page, newOfferor("Collège interrompu"), "/espace/offres/nouvelle");
      await page.getByLabel(/^Titre de l’offre/).fill("Titre à finir");
      await page.getByRole("button", { name: "Continuer" }).click();
      await expect(page.getByRole("link", { name: /Choisissez au moins un thème/ })).toBeVisible();
      await expect(page.getByRole("link", { name: "Indiquez au moins une place." })).toBeVisible();
      if (scripts) {
        await expect(page).toHaveTitle(/^Erreur\s: /);
        await expectAccessible(page);
      }
      await page.getByRole("button", { name: "Enregistrer et finir plus tard" }).click();
      await expect(page.getByText("Votre brouillon est enregistré.")).toBeVisible();
      await page.getByRole("link", { name: "Continuer : Titre à finir" }).click();
      await expect(page.getByLabel(/^Titre de l’offre/)).toHaveValue("Titre à finir");
    });
  });
}

test("a reload in the middle of both pages loses nothing that was typed", async ({ page }) => {
  await registered(page, newOfferor("Collège rechargé"), "/espace/offres/nouvelle");
  await fillInformation(page);
  await page.getByLabel(/^Description/).fill("Avec les élèves de 6e, au réfectoire.");
  const open = await page.locator('input[name="slots"]:checked').count();
  await page.reload();
  await expect(page.getByLabel(/^Titre de l’offre/)).toHaveValue("Prévention de l'obésité");
  await expect(page.getByLabel(/^Description/)).toHaveValue(
    "Avec les élèves de 6e, au réfectoire.",
  );
  await expect(page.getByRole("checkbox", { name: "Alimentation / Nutrition" })).toBeChecked();
  await expect(page.getByLabel("Nombre de places")).toHaveValue("5");
  await expect(page.locator('input[name="slots"]:checked')).toHaveCount(open);
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByLabel("Référent de proximité", { exact: true }).fill("Paul Klein");
  await page.getByLabel("Code postal").fill("54200");
  await page.getByLabel("Commune").fill("Toul");
  await page.reload();
  await expect(page.getByLabel("Référent de proximité", { exact: true })).toHaveValue("Paul Klein");
  await expect(page.getByLabel("Commune")).toHaveValue("Toul");
});

test("what is typed, ticked and unticked before the scripts come stays", async ({ page }) => {
  await registered(page, newOfferor("Collège de la ligne lente"), "/espace/offres/nouvelle");
  await fillInformation(page);
  await page.getByLabel(/^Description/).fill("Avec les élèves de 6e, au réfectoire.");
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page).toHaveURL(/terrain/);

  const letCome = await scriptsHeld(page);
  await page.goto(page.url().replace("terrain", "informations"), { waitUntil: "commit" });
  await page.getByLabel(/^Titre de l’offre/).fill("Bouger au collège");
  await page.getByLabel(/^Description/).fill("Avec les élèves de 5e, dans la cour.");
  await page.getByRole("checkbox", { name: "Alimentation / Nutrition" }).uncheck();
  await page.getByRole("checkbox", { name: "Activité physique" }).check();
  await page.getByRole("checkbox", { name: "Mars, lundi matin" }).uncheck();
  await letCome();
  for (const reloaded of [false, true]) {
    await expect(page.getByLabel(/^Titre de l’offre/)).toHaveValue("Bouger au collège");
    await expect(page.getByLabel(/^Description/)).toHaveValue(
      "Avec les élèves de 5e, dans la cour.",
    );
    await expect(page.getByText("36/", { exact: false })).toBeVisible();
    const box = (name: string) => page.getByRole("checkbox", { name });
    await expect(box("Alimentation / Nutrition")).not.toBeChecked();
    await expect(box("Activité physique")).toBeChecked();
    await expect(box("Mars, lundi matin")).not.toBeChecked();
    if (reloaded) break;
    await expect(page.getByText(/^Enregistré à/)).toBeVisible();
    await page.reload();
  }
});

test("what is sent before the scripts come and saved after is one draft", async ({ page }) => {
  await registered(page, newOfferor("Collège en deux temps"), "/espace/offres");
  const letCome = await scriptsHeld(page);
  await page.goto("/espace/offres/nouvelle", { waitUntil: "commit" });
  await page.getByLabel(/^Titre de l’offre/).fill("Titre à finir");
  const id = await page.locator('input[name="offerId"]').first().inputValue();
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByRole("link", { name: "Indiquez au moins une place." })).toBeVisible();
  await letCome();
  await page.getByLabel("Nombre de places").fill("4");
  await page.getByRole("button", { name: "Enregistrer et finir plus tard" }).click();
  await expect(page.getByText("Votre brouillon est enregistré.")).toBeVisible();
  const kept = page.getByRole("link", { name: "Continuer : Titre à finir" });
  await expect(kept).toHaveAttribute("href", `/espace/offres/${id}/informations`);
});

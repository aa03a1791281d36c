import { expect, type Page, test } from "@playwright/test";
import { approved, deposited, newOfferor, registered, scriptsHeld, signedIn } from "./portal";
import { publishedOffer } from "./published";

const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];

async function expectSkipped(page: Page, navigation: string): Promise<void> {
  await expect(page.getByRole("navigation", { name: navigation })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Aller au contenu" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").locator(":focus")).toBeVisible();
  await expect(page.getByRole("navigation", { name: navigation }).locator(":focus")).toHaveCount(0);
}

test("what the ARS reads and presses is in sight at the sizes people have", async ({ browser }) => {
  const offeror = await (await browser.newContext()).newPage();
  await registered(offeror, newOfferor("Collège des dimensions"));
  const offers = [
    await deposited(offeror),
    await deposited(offeror, { title: "Prévention du tabac" }),
  ];
  await offeror.goto("/espace");
  await expectSkipped(offeror, "Mon espace");

  const moderator = await (await browser.newContext()).newPage();
  await moderator.setViewportSize({ width: 1280, height: 800 });
  await signedIn(moderator, "moderation@ars.example", "/admin");
  await expectSkipped(moderator, "Modération");

  await moderator.goto(`/admin/offres/${offers[0]}`);
  const button = moderator.getByRole("button", { name: "Enregistrer la décision" });
  await expect(button).toBeInViewport({ ratio: 1 });
  await moderator.getByText("Demander une correction sur un champ précis").click();
  await moderator.getByText("Description", { exact: true }).last().click();
  const remark = moderator.getByLabel("Remarque : Description");
  await remark.focus();
  await expect(remark).toBeInViewport();
  await remark.click({ trial: true });
  await expect(button).toBeInViewport({ ratio: 1 });
  await moderator.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
  await expect(button).toBeInViewport({ ratio: 1 });
  await button.click({ trial: true });

  await moderator.goto(`/admin/lot?o=${offers.join("&o=")}`);
  await approved(offers[1] ?? "");
  await moderator.getByRole("radio", { name: /Valider/ }).check();
  await moderator.getByRole("button", { name: /pour les offres cochées/ }).click();
  const told = moderator.getByText("La décision est enregistrée, sauf");
  await expect(moderator.getByRole("button", { name: "Annuler la décision" })).toBeVisible();
  for (const size of sizes) {
    await moderator.setViewportSize(size);
    const { width = 0 } = (await told.boundingBox()) ?? {};
    expect(width, `message of a partial decision at ${size.width} px`).toBeGreaterThan(200);
  }
});

test("months of the catalogue hold their counts however large", async ({ page }) => {
  await page.goto("/offres?mois=3");
  const months = page.getByRole("checkbox", {
    name: /^(Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre)/,
  });
  // Those of the campaign that are not over.
  await expect(months.last()).toBeAttached();
  for (const size of sizes) {
    await page.setViewportSize(size);
    if (!(await months.first().isVisible())) await page.getByText("Tous les filtres").click();
    for (const count of ["128", "≈ 12 400"]) {
      const crossing = await months.evaluateAll((boxes, words) => {
        const labels = boxes.map((box) => box.closest("label") as HTMLElement);
        for (const label of labels)
          (label.querySelector("span") as HTMLElement).textContent = words;
        const drawn = labels.flatMap((label) =>
          [...label.childNodes].map((part) => {
            const range = document.createRange();
            range.selectNode(part);
            return range.getBoundingClientRect();
          }),
        );
        return drawn.filter((one, at) =>
          drawn.some(
            (other, beside) =>
              beside !== at &&
              one.width * other.width > 1 &&
              Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
              Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1,
          ),
        ).length;
      }, count);
      expect(crossing, `${count} at ${size.width} px`).toBe(0);
    }
  }
});

test("the header of who is signed in is one row of a telephone, and nothing moves there", async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage();
  await registered(page, newOfferor("Collège d’une seule ligne"));
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ["/espace", "/offres"]) {
    await page.goto(path);
    const header = page.getByRole("banner");
    await expect(header.getByRole("link", { name: "Mon espace" })).toBeVisible();
    await expect(header.getByRole("button", { name: "Me déconnecter" })).toBeVisible();
    expect((await header.boundingBox())?.height, path).toBeLessThan(72);
  }
  // A public page learns who reads it from its scripts.
  const letCome = await scriptsHeld(page);
  await page.goto("/offres", { waitUntil: "commit" });
  const header = page.getByRole("banner");
  const help = header.getByRole("link", { name: "Aide" });
  await help.evaluate(() => document.fonts.ready);
  const before = await help.boundingBox();
  await letCome();
  await expect(header.getByRole("link", { name: "Mon espace", exact: true })).toBeVisible();
  expect(await help.boundingBox()).toEqual(before);
});

test("nothing is wider than a narrow telephone whose letters are twice as large", async ({
  page,
  browser,
}) => {
  const { reference } = await publishedOffer(browser, "Collège aux grandes lettres");
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["/", "/offres", "/offres/carte", `/offres/${reference}`]) {
    await page.goto(path);
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    const wider = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await expect.poll(wider, path).toBeLessThanOrEqual(0);
  }
});

for (const why of ["run", "arrive"]) {
  test(`where no scripts ${why}, nothing is shown that only they would make do something`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: why === "arrive" });
    const page = await context.newPage();
    await registered(page, newOfferor(`Collège sans commandes mortes, sans scripts qui ${why}`));
    if (why === "arrive") await page.route(/_next\/.*\.js/, (route) => route.abort());
    const dead = page.locator(
      "main :is(button[type=button]:not([popovertarget]), input:not([name]))",
    );
    for (const path of [
      "/offres",
      "/espace/offres/nouvelle",
      "/espace/profil/mot-de-passe",
      "/espace/offres?fait=depubliee",
    ]) {
      await page.goto(path);
      await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
      await expect(dead.filter({ visible: true }), path).toHaveCount(0);
    }
    await context.close();
  });
}

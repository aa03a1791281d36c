import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { expectAccessible, hydrated, portal, scriptsHeld } from "./portal";
import { publishedOffer } from "./published";

test("an offer is in sight on a telephone, and its filters are a sheet that says how many it finds", async ({
  page,
  browser,
}) => {
  const { reference } = await publishedOffer(browser, "Collège du téléphone");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/offres?q=${reference}`);
  await hydrated(page);
  const { height: header = 0 } = (await page.getByRole("banner").boundingBox()) ?? {};
  expect(header).toBeLessThan(72);
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }) });
  // However long what it says is.
  const words = [card.getByRole("link"), card.getByText(/\d+\splaces? · /)];
  for (const said of words)
    await said.evaluate((text) => (text.textContent = "Repérer les addictions ".repeat(20)));
  expect((await card.boundingBox())?.height).toBeLessThanOrEqual(190);
  await page.setViewportSize({ width: 320, height: 640 });
  expect((await page.getByRole("banner").boundingBox())?.height).toBeLessThan(72);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/offres?q=telephone");
  await hydrated(page);
  await expect(card.first()).toBeInViewport();

  await page.getByRole("button", { name: "Tous les filtres" }).click();
  const see = page.getByRole("button", { name: /^Voir \d+\soffres?$/ });
  await expect(see).toBeInViewport({ ratio: 1 });
  await page.getByText("Thème", { exact: true }).click();
  await expect(page.getByRole("checkbox").first()).toBeVisible();
  await expect(see).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);
  await see.click();
  await expect(see).toBeHidden();
  await expect(page.getByRole("heading", { name: /trouvées?/ })).toBeFocused();
});

test("beside the list a map and its cards light each other up, and the calendar is one stop", async ({
  page,
  browser,
}) => {
  const { reference } = await publishedOffer(browser, "Collège du grand écran");
  await page.setViewportSize({ width: 1280, height: 800 });
  const letCome = await scriptsHeld(page);
  await page.goto(`/offres?q=${reference}`, { waitUntil: "commit" });
  // The map comes with the scripts: what is pressed meanwhile must not move away.
  const below = page.getByRole("link", { name: "Recevoir les nouvelles offres par mail" });
  // Once it has its style.
  await expect.poll(async () => (await below.boundingBox())?.height).toBe(44);
  const place = await below.boundingBox();
  await letCome();
  await expect(page.locator("circle[data-place]")).toBeVisible();
  expect(await below.boundingBox()).toEqual(place);
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }) });
  const expectLow = async () => {
    for (const width of [1024, 1536, 1920, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect((await card.boundingBox())?.height, `at ${width} px`).toBeLessThanOrEqual(110);
    }
  };
  await expectLow();
  const facts = card.getByText(/\d+\splaces? · /);
  expect(await facts.evaluate((line) => line.scrollHeight - line.clientHeight)).toBe(0);
  // A title of two lines, and facts of two beside where it is.
  await card
    .getByRole("link")
    .evaluate((title) => (title.textContent = "Tabac, cannabis : en parler vraiment, au collège"));
  await facts.evaluate((line) =>
    line.append(" · Hébergement · Restauration · Santé sexuelle et vie affective"),
  );
  await expectLow();
  const point = page.locator("circle[data-place]");
  await expect(point).toHaveCSS("r", "8px");
  await card.getByRole("link").focus();
  await expect(point).toHaveCSS("r", "14px");
  await page.locator("h1").click();
  const unlit = await card.evaluate((shown) => getComputedStyle(shown).backgroundColor);
  await point.hover();
  await expect(card).not.toHaveCSS("background-color", unlit);

  const bare = await browser.newContext({
    javaScriptEnabled: false,
    viewport: page.viewportSize(),
  });
  const plain = await bare.newPage();
  await plain.goto(`/offres?q=${reference}`);
  const [beside, listed] = await Promise.all(
    ["svg:has(circle[data-place])", "li[data-place]"].map((drawn) =>
      plain.locator(drawn).boundingBox(),
    ),
  );
  expect(beside?.y).toBe(listed?.y);
  await bare.close();

  await page.goto("/offres/carte");
  const map = page.getByRole("group", { name: "Carte des offres" });
  expect((await map.boundingBox())?.width).toBeGreaterThanOrEqual(560);
  const departments = page.getByRole("navigation", { name: "Départements" });
  await expect(departments.getByRole("link").first()).toBeInViewport({ ratio: 1 });

  await page.goto(`/offres/calendrier?q=${reference}`);
  await hydrated(page);
  const calendar = page.getByRole("region", { name: "Offres ouvertes par mois et demi-journée" });
  const links = calendar.getByRole("link");
  const stops = () =>
    calendar.evaluate(
      (frame) =>
        [frame, ...frame.querySelectorAll<HTMLElement>("*")].filter((at) => at.tabIndex >= 0)
          .length,
    );
  await expect.poll(stops).toBe(1);
  // The name of each month, also of one without offers, above its column.
  const months = await calendar.getByRole("list").getAttribute("data-columns");
  await expect(calendar.locator("[data-head]")).toHaveCount(Number(months));
  await links.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(links.first()).not.toBeFocused();
  for (const [key, name] of [
    ["End", /^Mai, lundi matin/],
    ["ArrowDown", /^Mai, jeudi matin/],
    ["ArrowUp", /^Mai, lundi matin/],
    ["Home", /^Mars, lundi matin/],
  ] as const) {
    await page.keyboard.press(key);
    await expect(calendar.locator("a:focus")).toHaveAccessibleName(name);
  }
  await expect(calendar.locator("a:focus")).toHaveAttribute("tabindex", "0");
  expect(await stops()).toBe(1);
});

test("what is folded is there when it is opened, though the page's scripts never arrive", async ({
  page,
  browser,
}) => {
  const { reference } = await publishedOffer(browser, "Collège hors réseau");
  await page.route(/_next\/.*\.js/, (route) => route.abort());
  await page.goto(`/offres?q=${reference}`);
  await page.getByText("Mois et demi-journées", { exact: true }).click();
  const march = page.getByRole("checkbox", { name: /^Mars/ });
  await march.check();
  // The one that opens another part keeps what was chosen.
  await page.getByText("Thème", { exact: true }).click();
  await expect(
    page.getByRole("group", { name: "Thème" }).getByRole("checkbox").first(),
  ).toBeVisible();
  await expect(march).toBeChecked();
  await page.getByRole("button", { name: /^Voir \d+\soffre/ }).click();
  await expect(page).toHaveURL(new RegExp(`q=${reference}.*mois=3`));
  await expect(page.getByRole("button", { name: "Ajouter à ma sélection" })).toBeHidden();

  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/offres?q=${reference}`);
  await page.getByRole("button", { name: "Tous les filtres" }).click();
  await page.getByText("Département", { exact: true }).click();
  await expect(page.getByRole("group", { name: "Département" })).toBeInViewport();

  await page.goto(`/offres/carte?q=${reference}`);
  await page.getByText("1 commune a des offres").click();
  await expect(page.getByRole("link", { name: /^Épinal \(88\) : 1/ })).toBeVisible();
});

test("a search that is shown other offers instead leads to an alert for itself, without scrolling", async ({
  page,
  browser,
}) => {
  await publishedOffer(browser, "Collège de l’alerte");
  await page.setViewportSize({ width: 360, height: 740 });
  for (const view of ["", "/carte", "/calendrier"]) {
    await page.goto(`/offres${view}?q=zygomatique&departement=88`);
    await expect(page.getByText(/Rien pour «\szygomatique\s»/)).toBeVisible();
    // A mistyped word can be put right.
    await expect(page.getByLabel("Mots ou référence")).toHaveValue("zygomatique");
    const alert = page.getByRole("link", { name: "Être prévenu par mail quand il y en aura" });
    await expect(alert).toBeInViewport({ ratio: 1 });
    await alert.click();
    await expect(page.getByText(/^Votre recherche\s: «\szygomatique\s» · Vosges/)).toBeVisible();
  }
});

test("an offer begins at its top, and the way back at where the list was left", async ({
  page,
  browser,
}) => {
  const { reference } = await publishedOffer(browser, "Collège du haut de page");
  await page.setViewportSize({ width: 800, height: 400 });
  await page.goto(`/offres?q=${reference}`);
  await hydrated(page);
  const card = page.getByRole("listitem").getByRole("heading", { level: 3 }).getByRole("link");
  await card.evaluate((link) => link.scrollIntoView({ behavior: "instant", block: "center" }));
  const left = await page.evaluate(() => window.scrollY);
  expect(left).toBeGreaterThan(100);
  await card.click();
  await expect(page.getByRole("heading", { name: "L’offre en bref" })).toBeAttached();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
  await page.getByRole("link", { name: "Revenir à ma recherche" }).click();
  await expect(card).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(left);
});

test("another page of the list begins at its heading, and the back button leads to where it was left", async ({
  page,
  browser,
}) => {
  const { reference } = await publishedOffer(browser, "Collège des pages suivantes");
  // They stand before it: the last one of the last page is the one that has a page of its own.
  const copies = (table: string, id: string) =>
    `(select (jsonb_populate_record(original, jsonb_build_object('${id}', left(original.${id}::text, 24) || lpad(turn::text, 12, 'f'), 'reference', '${reference}-' || turn))).* ` +
    `from ${table} original, generate_series(1, 44) turn where original.reference = '${reference}') copies`;
  const sql = postgres(portal().databaseUrl, { max: 1 });
  const columns =
    await sql`select string_agg(column_name, ', ') as names from information_schema.columns where table_name = 'public_offer' and is_generated = 'NEVER'`;
  const names = String(columns[0]?.["names"]);
  await sql.unsafe(`insert into offer select * from ${copies("offer", "id")}`);
  await sql.unsafe(
    `insert into public_offer (${names}) select ${names} from ${copies("public_offer", "offer_id")}`,
  );
  try {
    await page.setViewportSize({ width: 800, height: 400 });
    await page.goto("/offres?q=pages+suivantes");
    await hydrated(page);
    const heading = page.getByRole("heading", { level: 2, name: /trouvées/ });
    for (const range of ["21–40", "41–45"]) {
      await page.getByRole("link", { name: "Offres suivantes" }).click();
      await expect(heading).toHaveText(`45 offres trouvées : ${range}`);
      await expect(heading).toBeFocused();
      await expect(heading).toBeInViewport();
      expect(new URL(page.url()).hash).toBe("");
    }
    const card = page.getByRole("heading", { level: 3 }).getByRole("link").last();
    await card.evaluate((link) => link.scrollIntoView({ behavior: "instant", block: "center" }));
    const left = await page.evaluate(() => window.scrollY);
    expect(left).toBeGreaterThan(300);
    await card.click();
    await expect(page.getByRole("heading", { name: "L’offre en bref" })).toBeAttached();
    await page.goBack();
    await expect(card).toBeVisible();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(left);
    await expect(heading).not.toBeFocused();
  } finally {
    await sql`delete from public_offer where reference like ${`${reference}-%`}`;
    await sql`delete from offer where reference like ${`${reference}-%`}`;
    await sql.end();
  }
});

test("a filter that is taken away hands the focus to the results", async ({ page, browser }) => {
  const { reference } = await publishedOffer(browser, "Collège des filtres retirés");
  await page.goto(`/offres?q=${reference}&mois=3&mois=4&departement=88`);
  await hydrated(page);
  const heading = page.getByRole("heading", { level: 2, name: /trouvées?$/ });
  for (const name of ["Retirer : Avril", "Tout effacer"]) {
    await page.getByRole("link", { name }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name })).toHaveCount(0);
    await expect(heading).toBeFocused();
  }
});

test("a half-day of the calendar stays below the pointer that chooses it", async ({
  page,
  browser,
}) => {
  await publishedOffer(browser, "Collège du calendrier calme");
  for (const [width, scrolled] of [
    [1280, 0],
    [1280, 200],
    [360, 0],
    [360, 200],
  ] as const) {
    await page.setViewportSize({ width, height: 740 });
    await page.goto("/offres/calendrier");
    await hydrated(page);
    const cell = page.getByRole("link", { name: /^Mars, lundi matin/ });
    await page.evaluate((top) => window.scrollTo({ top, behavior: "instant" }), scrolled);
    const place = await cell.boundingBox();
    for (const chosen of [1, 0]) {
      await cell.click();
      await expect(page.getByRole("link", { name: "Retirer : Mars, lundi matin" })).toHaveCount(
        chosen,
      );
      await expect(cell).toBeFocused();
      expect(await cell.boundingBox(), `at ${width} px, from ${scrolled}`).toEqual(place);
    }
  }
});

test("a long list of choices begins with what is chosen, and does not move below a finger", async ({
  page,
}) => {
  await page.goto("/offres");
  await hydrated(page);
  await page.getByText("Thème", { exact: true }).click();
  const list = page.getByRole("group", { name: "Thème" });
  const names = () =>
    list
      .getByRole("checkbox")
      .evaluateAll((boxes) =>
        boxes.map((box) => box.closest("label")?.firstChild?.nextSibling?.textContent),
      );
  const before = await names();
  await list.getByRole("checkbox").last().check();
  await expect(page.getByRole("link", { name: /^Retirer/ })).toBeVisible();
  expect(await names()).toEqual(before);
  await page.reload();
  expect((await names())[0]).toBe(before.at(-1));
  await expect(list.getByRole("checkbox").first()).toBeChecked();
});

test("the home page proposes places too, and what was chosen begins the search", async ({
  page,
}) => {
  await page.goto("/");
  await hydrated(page);
  const place = page.getByLabel("Commune ou code postal");
  await place.pressSequentially("nan");
  await expect(page.getByRole("option").first()).toHaveText("Nancy (54) 54000");
  await expectAccessible(page);
  await place.press("ArrowDown");
  await place.press("Enter");
  await expect(place).toHaveValue("Nancy (54)");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await place.press("Enter");
  await expect(page).toHaveURL(/lieu=Nancy/);
});

for (const path of ["/offres", "/inscription", "/nulle-part"])
  test(`${path} is painted before its scripts are asked for, and they come`, async ({ page }) => {
    const ahead = (await page.goto(path))?.headers()["link"] ?? "";
    await hydrated(page);
    // A font that is told of late moves what was painted.
    const fonts = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => new URL(name).pathname)
        .filter((name) => name.endsWith(".woff2")),
    );
    expect(fonts).toEqual([/<([^>]+\.woff2)>; rel=preload/.exec(ahead)?.[1]]);
    const [styled = 0, ...asked] = await page.evaluate(() => {
      const files = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      const of = (kind: string) => files.filter(({ name }) => name.endsWith(kind));
      return [
        ...of(".css").map(({ responseEnd }) => responseEnd),
        ...of(".js").map(({ startTime }) => startTime),
      ];
    });
    expect(asked.length).toBeGreaterThan(0);
    expect(Math.min(...asked)).toBeGreaterThan(styled);
  });

test("what is typed before the scripts of a search run stays", async ({ page }) => {
  for (const path of ["/offres", "/"]) {
    const letCome = await scriptsHeld(page);
    await page.goto(path, { waitUntil: "commit" });
    await page.getByLabel("Mots ou référence").fill("sommeil");
    await page.getByLabel("Commune ou code postal").fill("Metz");
    await letCome();
    await expect(page.getByLabel("Mots ou référence"), path).toHaveValue("sommeil");
    await expect(page.getByLabel("Commune ou code postal"), path).toHaveValue("Metz");
  }
});

test("what is chosen before the scripts of a search run is searched for once they do", async ({
  page,
  browser,
}) => {
  await publishedOffer(browser, "Collège des premiers choix");
  const letCome = await scriptsHeld(page);
  await page.goto("/offres?lieu=Épinal", { waitUntil: "commit" });
  await page.getByLabel("Mots ou référence").fill("obésité");
  await page.getByText("Département", { exact: true }).click();
  const vosges = page.getByRole("checkbox", { name: /^Vosges/ });
  await vosges.check();
  await page.getByLabel("Rayon").selectOption({ label: "50 km autour" });
  await letCome();
  await expect(page.getByRole("link", { name: "Retirer : Vosges" })).toBeVisible();
  await expect(
    page.getByRole("link", { name: "Retirer : Épinal (88), 50 km autour" }),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Retirer : « obésité »" })).toBeVisible();
  await expect(vosges).toBeChecked();
  // The address is what is shown: nothing is sent twice, and the way back is one step.
  await page.goBack();
  await expect(vosges).not.toBeChecked();
  await expect(page.getByRole("link", { name: "Retirer : Vosges" })).toHaveCount(0);
});

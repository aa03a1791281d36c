import { expect, type Page, test } from "@playwright/test";
import { load } from "cheerio";
import { read, type ReadPage, send } from "./forms";
import {
  approved,
  deposited,
  hydrated,
  informationEntries,
  newOfferor,
  registered,
  signedIn,
  structureSent,
} from "./portal";
import {
  brokenInContact,
  brokenInReports,
  type BrokenRule,
  brokenRules,
  forgedOnly,
  rulesInCode,
} from "./validation-rules";

/** Sets a field as a person would, whatever it is made of. */
async function set(page: Page, name: string, value: string | string[]): Promise<void> {
  const field = page.locator(`form [name="${name}"]:not([type=hidden])`);
  if (Array.isArray(value)) {
    for (const box of await field.all()) {
      const wanted = value.includes(await box.inputValue());
      if ((await box.isChecked()) !== wanted) await box.setChecked(wanted);
    }
    return;
  }
  if ((await field.evaluate((element) => element.tagName)) === "SELECT")
    await field.selectOption(value);
  else await field.fill(value);
}

async function kept(page: Page, name: string, value: string | string[]): Promise<void> {
  if (/password/i.test(name)) return;
  const field = page.locator(`form [name="${name}"]:not([type=hidden])`);
  if (!Array.isArray(value)) return expect(field).toHaveValue(value);
  for (const chosen of value)
    await expect(page.locator(`[name="${name}"][value="${chosen}"]`)).toBeChecked();
}

/** Breaks each rule in turn and looks for its words in both places. */
async function breakRules(page: Page, button: string, rules: BrokenRule[]): Promise<void> {
  for (const rule of rules) {
    await test.step(rule.message, async () => {
      for (const [name, value] of Object.entries(rule.set ?? {})) await set(page, name, value);
      await page.getByRole("button", { name: button, exact: true }).click();
      const summary = page.locator("[aria-labelledby$=error-summary-title]");
      await expect(summary.locator(`a[href="#${rule.field}"]`)).toHaveText(rule.message);
      await expect(page.locator(`#${rule.field}-error`)).toHaveText(rule.message);
      await expect(page.locator(`[id="${rule.field}"]`)).toHaveAttribute(
        "aria-describedby",
        new RegExp(`${rule.field}-error`),
      );
      await expect(summary).toBeFocused();
      await expect(page).toHaveTitle(/^Erreur\s: /);
      for (const [name, value] of Object.entries(rule.set ?? {})) await kept(page, name, value);
    });
  }
}

test("every rule of the schemas is broken below", () => {
  const broken = new Set(
    Object.values(brokenRules)
      .flat()
      .map(({ message }) => message),
  );
  const covers = (words: string) => {
    const pattern = new RegExp(
      `^${words.replaceAll(/[.*+?^()|[\]\\]/g, "\\$&").replaceAll(/\$\{[^}]*\}/g, ".+")}$`,
    );
    return [...broken, ...brokenInContact, ...brokenInReports, ...forgedOnly].some((message) =>
      pattern.test(message),
    );
  };
  const rules = rulesInCode();
  expect(rules.length).toBeGreaterThan(35);
  expect(rules.filter((words) => !covers(words))).toEqual([]);
});

/**
 * The same of each rule in turn without drawing anything: what a browser without scripts is
 * answered.
 */
async function breakRulesUnseen(
  page: Page,
  form: ReadPage,
  button: string,
  rules: BrokenRule[],
): Promise<void> {
  let answer = form;
  for (const rule of rules) {
    await test.step(rule.message, async () => {
      answer = await send(page, answer, button, rule.set);
      const $ = load(answer.html);
      const summary = $("[aria-labelledby$=error-summary-title]");
      expect(summary.find(`a[href="#${rule.field}"]`).text()).toBe(rule.message);
      expect($(`[id="${rule.field}-error"]`).text()).toBe(rule.message);
      expect(($(`[id="${rule.field}"]`).attr("aria-describedby") ?? "").split(" ")).toContain(
        `${rule.field}-error`,
      );
      // Without scripts the attribute moves the focus.
      expect(summary.attr("autofocus"), rule.message).toBeDefined();
      expect(summary.attr("tabindex")).toBe("-1");
      expect($("title").text()).toMatch(/^Erreur\s: /);
      for (const [name, value] of Object.entries(rule.set ?? {})) {
        if (/password/i.test(name)) continue;
        const field = $(`form [name="${name}"]:not([type=hidden])`);
        if (Array.isArray(value))
          for (const chosen of value)
            expect(field.filter(`[value="${chosen}"]`).attr("checked"), name).toBeDefined();
        else expect(field.val() ?? "", name).toBe(value);
      }
    });
  }
}

/** Each on the page at this address. */
async function breakRulesAt(
  page: Page,
  path: string,
  button: string,
  rules: BrokenRule[],
): Promise<void> {
  await breakRulesUnseen(page, await read(page, path), button, rules);
}

test(
  "before one has an account, every rule is told in the summary and at its field, and what " +
    "was typed stays",
  async ({ page }) => {
    await breakRulesAt(page, "/connexion", "Se connecter", brokenRules.signIn);
    await breakRulesAt(page, "/mot-de-passe", "Recevoir un lien", brokenRules.forgottenPassword);
    await breakRulesAt(
      page,
      "/offres/alerte?mois=3",
      "Recevoir les nouvelles offres",
      brokenRules.forgottenPassword,
    );
    await breakRulesAt(page, "/inscription", "Suivant", brokenRules.structure);
    const administrator = await structureSent(page, newOfferor("Collège des règles"));
    await breakRulesUnseen(page, administrator, "S’inscrire", brokenRules.administrator);
  },
);

test("so it is in the offeror's space and for the ARS", async ({ page, browser }) => {
  await registered(page, newOfferor("Collège des règles"));
  await breakRulesAt(page, "/espace/offres/nouvelle", "Continuer", brokenRules.information);
  const site = await send(
    page,
    await read(page, "/espace/offres/nouvelle"),
    "Continuer",
    informationEntries,
  );
  await breakRulesUnseen(page, site, "Continuer", brokenRules.site);
  await breakRulesAt(page, "/espace/profil/compte", "Enregistrer", brokenRules.identity);
  await breakRulesAt(
    page,
    "/espace/profil/mot-de-passe",
    "Changer mon mot de passe",
    brokenRules.ownPassword,
  );
  await breakRulesAt(page, "/espace/collegues", "Envoyer l’invitation", brokenRules.invitation);

  const offerId = await deposited(page);
  const moderator = await (await browser.newContext()).newPage();
  await signedIn(moderator, "moderation@ars.example");
  const examined = `/admin/offres/${offerId}`;
  for (const rules of [brokenRules.decision, brokenRules.comment])
    await breakRulesAt(moderator, examined, "Enregistrer la décision", rules);
  await breakRulesAt(moderator, examined, "Enregistrer la note", brokenRules.note);
  await breakRulesAt(moderator, `${examined}/suspendre`, "Suspendre", brokenRules.suspension);
  await breakRulesAt(
    moderator,
    `/admin/lot?o=${offerId}`,
    "Enregistrer la décision pour les offres cochées",
    brokenRules.bulk,
  );
  await breakRulesAt(moderator, "/admin/motifs?motif=nouveau", "Enregistrer", brokenRules.template);
  await breakRulesAt(
    moderator,
    "/admin/textes?texte=catalogueLead",
    "Enregistrer",
    brokenRules.text,
  );
  await breakRulesAt(
    moderator,
    "/admin/preferences",
    "Enregistrer mes choix",
    brokenRules.preferences,
  );
  await breakRulesAt(moderator, "/admin/vocabulaires", "Ajouter", brokenRules.term);
  await breakRulesAt(
    moderator,
    "/admin/vocabulaires?liste=synonymes",
    "Enregistrer",
    brokenRules.synonyms,
  );
  await breakRulesAt(
    moderator,
    await firstLink(moderator, "/admin/vocabulaires", /^Modifier/),
    "Fusionner",
    brokenRules.merge,
  );
  await breakRulesAt(
    moderator,
    await firstLink(moderator, "/admin/campagnes", /^Changer les dates/),
    "Enregistrer les dates",
    brokenRules.campaign,
  );
  await approved(offerId);
  await breakRulesAt(page, `/espace/offres/${offerId}/pause`, "Mettre en pause", brokenRules.pause);
});

async function firstLink(page: Page, path: string, words: RegExp): Promise<string> {
  const { url, html } = await read(page, path);
  const $ = load(html);
  const href = $("main a")
    .filter((_, link) => words.test($(link).text().trim()))
    .first()
    .attr("href");
  return new URL(href ?? "", url).href;
}

// What only a browser shows, where the focus goes among it, on a form of each kind of person.
for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    // Without scripts a page is what was answered: the tests above have read the words of each rule
    // there, and one for each field shows where they stand.
    const shown = (rules: BrokenRule[]) =>
      scripts
        ? rules
        : rules.filter(
            ({ field }, at) => !rules.slice(at + 1).some((rule) => rule.field === field),
          );

    test("a visitor's broken rules are seen, with the focus on their summary", async ({ page }) => {
      const { url } = await structureSent(page, newOfferor("Collège des règles"));
      await page.goto(url);
      if (scripts) await hydrated(page);
      await breakRules(page, "S’inscrire", shown(brokenRules.administrator));
    });

    test("an offeror's broken rules are seen, with the focus on their summary", async ({
      page,
    }) => {
      await registered(page, newOfferor("Collège des règles vues"), "/espace/offres/nouvelle");
      if (scripts) await hydrated(page);
      await breakRules(page, "Continuer", shown(brokenRules.information));
    });

    test("a moderator's broken rules are seen, with the focus on their summary", async ({
      page,
    }) => {
      await registered(page, newOfferor("Collège des règles vues"));
      const offerId = await deposited(page);
      await page.context().clearCookies();
      await signedIn(page, "moderation@ars.example", `/admin/offres/${offerId}`);
      if (scripts) await hydrated(page);
      await breakRules(page, "Enregistrer la décision", shown(brokenRules.decision));
      await page.getByText("Demander une correction sur un champ précis").click();
      await page.locator("summary", { hasText: "Titre de l’offre" }).click();
      await breakRules(page, "Enregistrer la décision", brokenRules.comment);
      await set(page, "comment-title", "");
      await set(page, "reason", "");
      await page.getByRole("radio", { name: /Valider/ }).check();
      await page.getByRole("button", { name: "Enregistrer la décision" }).click();
      await expect(page.getByText("L’offre est validée.")).toBeVisible();
    });
  });
}

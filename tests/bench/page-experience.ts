import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { freePort } from "@/db/embedded-process";
import { ensureBrowser } from "@/tests/support/browser";
import { type Figure, hundredths, percentile, tenths } from "./figures";

/** Lighthouse's «slow 4G» on a telephone four times slower than this machine. */
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

export interface PageFacts {
  path: string;
  /** 0 to 100. */
  scores: Record<(typeof categories)[number], number>;
  /** Milliseconds: of five visits the middle one, and the shortest and the longest. */
  largestPaint: number;
  paints: { least: number; most: number };
  layoutShift: number;
  elements: number;
  requests: number;
  thirdParty: number;
  fonts: number;
  /** Bytes as sent. */
  scripts: number;
  bytes: number;
  ecoIndex: number;
}

interface NetworkItem {
  url: string;
  resourceType?: string;
  transferSize?: number;
}

/** Every public page that has something of its own, and one offer. */
export function publicPages(reference: string): string[] {
  return [
    "/",
    "/offres",
    "/offres?q=tabac",
    "/offres/carte",
    "/offres/calendrier",
    `/offres/${reference}`,
    `/offres/${reference}/contact`,
    `/offres/${reference}/signaler`,
    "/offres/alerte?q=tabac",
    "/api-ouverte",
    "/aide",
    "/aide/deposer-une-offre",
    "/aide/apres-le-depot",
    "/aide/votre-structure",
    "/aide/besoin-d-aide",
    "/aide/trouver-une-offre",
    "/offres/imprimer?q=tabac",
    `/offres/selection?o=${reference}`,
    "/inscription",
    "/connexion",
    "/mot-de-passe",
    "/accessibilite",
    "/mentions-legales",
    "/confidentialite",
  ];
}

/** Opens pages as a person on a telephone would for the first time. */
export async function pageFacts(origin: string, paths: readonly string[]): Promise<PageFacts[]> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [
      `--remote-debugging-port=${port}`,
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  try {
    const facts: PageFacts[] = [];
    for (const path of paths) facts.push(await factsOf(origin, path, port));
    return facts;
  } finally {
    await browser.close();
  }
}

/** What is simulated from a visit is not the same for the next. */
const visits = 5;

async function judge(address: string, port: number, onlyCategories: string[]) {
  const result = await lighthouse(address, {
    port,
    output: "json",
    logLevel: "error",
    onlyCategories,
  });
  if (!result) throw new Error(`${address} was not judged.`);
  const { audits, categories: judged } = result.lhr;
  return { audits, judged, number: (audit: string) => audits[audit]?.numericValue ?? 0 };
}

async function factsOf(origin: string, path: string, port: number): Promise<PageFacts> {
  const address = `${origin}${path}`;
  const { audits, judged, number } = await judge(address, port, [...categories]);
  const paints = [number("largest-contentful-paint")];
  while (paints.length < visits) {
    const again = await judge(address, port, ["performance"]);
    paints.push(again.number("largest-contentful-paint"));
  }
  const items = (
    (audits["network-requests"]?.details as { items?: NetworkItem[] } | undefined)?.items ?? []
  ).filter(({ url }) => url.startsWith("http"));
  const sum = (of: readonly NetworkItem[]) =>
    of.reduce((total, { transferSize }) => total + (transferSize ?? 0), 0);
  const [elements, bytes] = [number("dom-size"), sum(items)];
  return {
    path,
    scores: Object.fromEntries(
      categories.map((name) => [name, Math.round((judged[name]?.score ?? 0) * 100)]),
    ) as PageFacts["scores"],
    largestPaint: Math.round(percentile(paints, 0.5)),
    paints: { least: Math.round(Math.min(...paints)), most: Math.round(Math.max(...paints)) },
    layoutShift: hundredths(number("cumulative-layout-shift")),
    elements,
    requests: items.length,
    thirdParty: items.filter(({ url }) => !url.startsWith(origin)).length,
    fonts: items.filter(({ resourceType }) => resourceType === "Font").length,
    scripts: sum(items.filter(({ resourceType }) => resourceType === "Script")),
    bytes,
    ecoIndex: ecoIndex(elements, items.length, bytes / 1000),
  };
}

// The hundred and some quantiles of the method (cnumr.github.io/ecoindex), for elements, requests
// and kilobytes.
const quantiles = {
  elements: [
    0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753, 843, 949, 1076, 1237, 1459, 1801,
    2479, 594601,
  ],
  requests: [
    0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3920,
  ],
  kilobytes: [
    0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27,
    1876.08, 2142.06, 2465.37, 2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223212.26,
  ],
} as const;

function quantile(steps: readonly number[], value: number): number {
  const above = steps.findIndex((step) => value < step);
  if (above < 1) return above === 0 ? 0 : steps.length - 1;
  const [from = 0, to = 1] = [steps[above - 1], steps[above]];
  return above - 1 + (value - from) / (to - from);
}

/** 0 to 100; the number of elements weighs three, of requests two, the weight one. */
function ecoIndex(elements: number, requests: number, kilobytes: number): number {
  return tenths(
    100 -
      (5 *
        (3 * quantile(quantiles.elements, elements) +
          2 * quantile(quantiles.requests, requests) +
          quantile(quantiles.kilobytes, kilobytes))) /
        6,
  );
}

/** A page that is one, and may bring more scripts. */
const form = /\/(contact|signaler|alerte\?.*|inscription|connexion|mot-de-passe)$/;

/** P4, P5 and P6 of public pages, against the script of the framework's bare page. */
export function experienceFigures(pages: readonly PageFacts[], floorScripts: number): Figure[] {
  const kilobytes = (bytes: number) => Math.round(bytes / 1000);
  return pages.flatMap(
    ({ path, scripts, largestPaint, layoutShift, scores, ecoIndex: index }): Figure[] => {
      const on = (
        id: string,
        what: string,
        value: number,
        unit: string,
        bound: Figure["bound"],
      ): Figure => ({ id, what: `${path} : ${what}`, offers: 0, value, unit, bound });
      return [
        on("P4", "JavaScript", kilobytes(scripts), "kB", {
          limit: kilobytes(floorScripts) + (form.test(path) ? 45 : 15),
          atMost: true,
        }),
        on(
          "P5",
          "LCP, 4G lente, processeur 4 fois plus lent, médiane de cinq visites",
          hundredths(largestPaint / 1000),
          "s",
          { limit: 1.8, atMost: true },
        ),
        on("P5", "CLS", layoutShift, "", { limit: 0, atMost: true }),
        on(
          "P5",
          "Lighthouse, le plus bas d’accessibilité, bonnes pratiques et SEO",
          Math.min(scores.accessibility, scores["best-practices"], scores.seo),
          "/100",
          { limit: 100, atMost: false },
        ),
        on("P6", "EcoIndex", index, "/100", { limit: 85, atMost: false }),
      ];
    },
  );
}

import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { type Figure, isReached } from "./figures";
import type { PageFacts } from "./page-experience";

const page = "docs/performance.md";
const data = "docs/performance.json";
const [begin, end] = ["<!-- npm run bench : début -->", "<!-- npm run bench : fin -->"];

/**
 * Writes the figures into the part of `docs/performance.md` that is the bench's, and whole as JSON
 * beside it.
 */
export async function writeReport(
  figures: readonly Figure[],
  pages: readonly PageFacts[],
): Promise<void> {
  const text = await readFile(page, "utf8");
  const [before, after] = [text.indexOf(begin), text.indexOf(end)];
  if (before < 0 || after < before)
    throw new Error(`${page} says no longer where the figures stand.`);
  const machine = {
    processors: cpus().length,
    model: cpus()[0]?.model ?? "",
    node: process.version,
  };
  const on = new Date().toISOString().slice(0, 10);
  const report = [
    `Mesuré le ${on} : Node ${machine.node}, ${machine.processors} processeurs, ` +
      "générateur de charge compris.",
    bySize(figures),
    judged(figures),
    byPage(pages),
  ].join("\n\n");
  await writeFile(page, `${text.slice(0, before + begin.length)}\n${report}\n${text.slice(after)}`);
  await writeFile(data, `${JSON.stringify({ on, machine, figures, pages }, null, 2)}\n`);
}

/**
 * What depends on the size of the catalogue: a column for each size, and how much the last is of
 * the first.
 */
function bySize(figures: readonly Figure[]): string {
  const sized = figures.filter(({ offers }) => offers > 0);
  const sizes = [...new Set(sized.map(({ offers }) => offers))].sort((a, b) => a - b);
  const names = [...new Set(sized.map(({ id, what }) => `${id}\u0000${what}`))];
  const rows = names.map((name) => {
    const [id = "", what = ""] = name.split("\u0000");
    const of = sizes.map((size) =>
      sized.find((figure) => figure.id === id && figure.what === what && figure.offers === size),
    );
    const [first, last] = [of[0]?.value, of.at(-1)?.value];
    const growth = first && last && sizes.length > 1 ? `× ${inFrench(last / first)}` : "";
    return [
      id,
      what,
      ...of.map((figure) =>
        figure ? `${inFrench(figure.value)} ${figure.unit}${mark(figure)}` : "",
      ),
      growth,
    ];
  });
  const head = [
    "",
    "Ce qui est mesuré",
    ...sizes.map((size) => `${size.toLocaleString("fr-FR")} offres`),
    "de la première à la dernière taille",
  ];
  return `## Selon le nombre d’offres\n\n${table(head, rows)}`;
}

function judged(figures: readonly Figure[]): string {
  const rows = figures
    .filter(({ bound, offers }) => bound !== null || offers === 0)
    .map((figure) => {
      const reached = isReached(figure);
      const bound = figure.bound
        ? `${figure.bound.atMost ? "≤" : "≥"} ${inFrench(figure.bound.limit)} ${figure.unit}`
        : "";
      return [
        figure.id,
        figure.offers > 0
          ? `${figure.what} (${figure.offers.toLocaleString("fr-FR")} offres)`
          : figure.what,
        `${inFrench(figure.value)} ${figure.unit}`,
        bound,
        reached === null ? "" : reached ? "atteint" : "non atteint",
      ];
    });
  return (
    "## Ce que quality.md " +
    `demande\n\n${table(["", "Ce qui est mesuré", "Mesuré", "Demandé", ""], rows)}`
  );
}

function byPage(pages: readonly PageFacts[]): string {
  const head = [
    "Page",
    "Performance",
    "Accessibilité",
    "Pratiques",
    "SEO",
    "LCP",
    "CLS",
    "Éléments",
    "Requêtes",
    "dont tierces",
    "Polices",
    "JavaScript",
    "En tout",
    "EcoIndex",
  ];
  const rows = pages.map(({ path, scores, ...facts }) => [
    `\`${path}\``,
    ...[scores.performance, scores.accessibility, scores["best-practices"], scores.seo].map(String),
    `${inFrench(facts.largestPaint / 1000)} s (${inFrench(facts.paints.least / 1000)} à ` +
      `${inFrench(facts.paints.most / 1000)})`,
    inFrench(facts.layoutShift),
    ...[facts.elements, facts.requests, facts.thirdParty, facts.fonts].map(String),
    `${Math.round(facts.scripts / 1000)} kB`,
    `${Math.round(facts.bytes / 1000)} kB`,
    inFrench(facts.ecoIndex),
  ]);
  return (
    "## Page par page\n\nLighthouse sur un téléphone (4G lente, processeur quatre fois " +
    `plus lent), première visite.\n\n${table(head, rows)}`
  );
}

function mark(figure: Figure): string {
  const reached = isReached(figure);
  return reached === null ? "" : reached ? " ✓" : " ✗";
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.trim()).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function inFrench(value: number): string {
  return value.toLocaleString("fr-FR", {
    maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0,
  });
}

import { delayInWords, offerStateLabels } from "@/lib/agency/moderation/offer-words";
import { months } from "@/lib/offer/availability/availability";
import { halfDayLabel } from "@/lib/offer/availability/availability-words";
import { counted, inFigures } from "@/lib/platform/values/french";
import { campaignLabel } from "@/lib/reference/campaign/campaign-year";
import { comparedParts, type Dashboard } from "./figures";
import type { DashboardFilter } from "./schema";
import {
  comparedInWords,
  comparedPartLabels,
  durationInWords,
  placeInWords,
  shortMonthLabels,
} from "./words";

interface ReportTable {
  columns: readonly { heading: string; share: number; numeric?: boolean }[];
  rows: readonly (readonly string[])[];
  bars?: readonly number[];
  shades?: readonly (readonly number[])[];
}

export interface YearlyReport {
  title: string;
  lead: string;
  identity: string;
  fileName: string;
  sections: readonly { title: string; paragraphs: readonly string[]; table?: ReportTable }[];
}

interface Facts {
  board: Dashboard;
  /** What the board was asked for. */
  filter: DashboardFilter;
  regionName: string;
  /** Day in words. */
  at: string;
  /** Structures that never published, by name, the first ones. */
  silent: readonly { name: string; communeName: string; department: string }[];
}

/** Crossings of a theme and an audience that are told one by one. */
const crossings = 20;

const some = (value: number, one: string, many: string, none = one) =>
  value === 0 ? `aucune ${none}` : counted(value, one, many);

/** The dashboard of a campaign as a document to read: its numbers, and no others. */
export function yearlyReport({ board, filter, regionName, at, silent }: Facts): YearlyReport {
  const [campaign, place] = [
    campaignLabel(filter.campaign),
    placeInWords(filter.department, regionName),
  ];
  const name = ["rapport-service-sanitaire", filter.campaign, filter.department];
  return {
    title: `Rapport annuel ${campaign}, ${place}`,
    // Not «de»: the names of departments take «du», «de la», «des» or «de l’».
    lead: `L’offre de stage pour la campagne ${campaign}\u00a0: ${place}.`,
    identity: `Campagne ${campaign}, ${place}, chiffres au ${at}`,
    fileName: `${name.filter(Boolean).join("-")}.pdf`,
    sections: [
      summary(board, filter),
      where(board, filter),
      what(board),
      when(board),
      delays(board),
      structures(board, silent),
      compared(board),
    ],
  };
}

function summary(
  { states, visible, departments, delays: { median, ninetieth } }: Dashboard,
  { department }: DashboardFilter,
) {
  // The board has all departments, whichever it was asked for: its map is where one is chosen.
  const within = departments.filter(({ code }) => !department || code === department);
  const total = (part: "offers" | "places") =>
    within.reduce((sum, each) => sum + each[part].value, 0);
  const paragraphs = [
    `${capital(some(total("offers"), "offre a été soumise", "offres ont été soumises", "offre n’a été soumise"))}, ` +
      `hors refusées, pour ${some(total("places"), "place", "places")}\u00a0; ` +
      `${counted(visible.value, "est visible", "sont visibles")} ` +
      "dans le catalogue.",
    ...(median && ninetieth
      ? [
          `La moitié des décisions a pris ${durationInWords(median.value)} au plus, neuf ` +
            `sur dix ${durationInWords(ninetieth.value)} au plus.`,
        ]
      : []),
  ];
  const rows = states.map(({ state, offers }) => [
    offerStateLabels[state],
    inFigures(offers.value),
  ]);
  return {
    title: "En bref",
    paragraphs,
    table: {
      columns: [
        { heading: "État des offres", share: 3 },
        { heading: "Offres", share: 1, numeric: true },
      ],
      rows,
    },
  };
}

function where({ departments }: Dashboard, { department }: DashboardFilter) {
  return {
    title: department ? "Où, dans toute la région" : "Où",
    paragraphs: ["Offres soumises, hors refusées, au département de leur terrain d’action."],
    table: {
      columns: [
        { heading: "Département", share: 3 },
        { heading: "Places", share: 1, numeric: true },
        { heading: "Offres", share: 3 },
      ],
      rows: departments.map(({ name, offers, places }) => [
        name,
        inFigures(places.value),
        inFigures(offers.value),
      ]),
      bars: departments.map(({ offers }) => offers.value),
    },
  };
}

function what({ matrix, audiences }: Dashboard) {
  const all = matrix.flatMap(({ theme, offers }) =>
    offers.map((figure, index) => ({
      theme: theme.label,
      audience: audiences[index]?.label ?? "",
      value: figure.value,
    })),
  );
  const met = all
    .filter(({ value }) => value > 0)
    .sort(
      (a, b) =>
        b.value - a.value ||
        a.theme.localeCompare(b.theme, "fr") ||
        a.audience.localeCompare(b.audience, "fr"),
    );
  const shown = met.slice(0, crossings);
  const missing = matrix
    .filter(({ offers }) => offers.every(({ value }) => value === 0))
    .map(({ theme }) => theme.label);
  return {
    title: "Sur quoi et pour qui",
    paragraphs: [
      met.length === 0
        ? "Aucune offre."
        : "Les croisements d’un thème et d’un public cible que le plus d’offres " +
          `proposent${met.length > shown.length ? `, ${shown.length} sur ${met.length}` : ""}.`,
      ...(missing.length > 0 ? [`Sans aucune offre\u00a0: ${missing.join(", ")}.`] : []),
    ],
    ...(shown.length > 0
      ? {
          table: {
            columns: [
              { heading: "Thème", share: 3 },
              { heading: "Public cible", share: 3 },
              { heading: "Offres", share: 2 },
            ],
            rows: shown.map(({ theme, audience, value }) => [theme, audience, inFigures(value)]),
            bars: shown.map(({ value }) => value),
          },
        }
      : {}),
  };
}

function when({ week }: Dashboard) {
  return {
    title: "Quand",
    paragraphs: [
      "Offres qui peuvent accueillir, par mois et demi-journée\u00a0: plus la case est " +
        "foncée, plus elles sont nombreuses.",
    ],
    table: {
      columns: [
        { heading: "Demi-journée", share: 3.6 },
        ...months.map((month) => ({ heading: shortMonthLabels[month], share: 1, numeric: true })),
      ],
      rows: week.map(({ halfDay, offers }) => [
        capital(halfDayLabel(halfDay)),
        ...offers.map(({ value }) => inFigures(value)),
      ]),
      shades: week.map(({ offers }) => offers.map(({ value }) => value)),
    },
  };
}

function delays({ delays: { decisions, median, ninetieth, bands } }: Dashboard) {
  return {
    title: "Délai de décision",
    paragraphs: [
      decisions === 0 || !median || !ninetieth
        ? "Aucune décision."
        : `${capital(some(decisions, "décision", "décisions"))}\u00a0: médiane ` +
          `${durationInWords(median.value)}, neuvième décile ` +
          `${durationInWords(ninetieth.value)}.`,
    ],
    table: {
      columns: [
        { heading: "Décidée", share: 3 },
        { heading: "Offres", share: 4 },
      ],
      rows: bands.map(({ band, offers }) => [capital(delayInWords(band)), inFigures(offers.value)]),
      bars: bands.map(({ offers }) => offers.value),
    },
  };
}

function structures({ structures: { never, absent } }: Dashboard, silent: Facts["silent"]) {
  const more = never.value - silent.length;
  const byName = more > 0 ? `Les ${silent.length} premières par nom\u00a0:` : "Par nom\u00a0:";
  const those = (value: number) => some(value, "structure active", "structures actives");
  return {
    title: "Structures sans offre publiée",
    paragraphs: [
      // Not «aucune n’a rien publié», which says that all did not.
      `Sans rien de publié pour la campagne\u00a0: ${those(absent.value)}. ` +
        `Sans aucune offre publiée jusqu’ici\u00a0: ${those(never.value)}.` +
        (silent.length > 0 ? ` ${byName}` : ""),
    ],
    ...(silent.length > 0
      ? {
          table: {
            columns: [
              { heading: "N’ont jamais publié", share: 3 },
              { heading: "Commune", share: 2 },
            ],
            rows: silent.map(({ name, communeName, department }) => [
              name,
              `${communeName} (${department})`,
            ]),
          },
        }
      : {}),
  };
}

function compared({ comparison }: Dashboard) {
  return {
    title: "Au regard de la campagne précédente",
    paragraphs:
      comparison.length > 2
        ? ["La campagne précédente est comptée au même jour, puis en tout."]
        : [],
    table: {
      columns: [
        { heading: "", share: 2 },
        ...comparison.map((campaign) => ({
          heading: comparedInWords(campaign),
          share: 1.4,
          numeric: true,
        })),
      ],
      rows: comparedParts.map((part) => [
        comparedPartLabels[part],
        ...comparison.map(({ figures }) => inFigures(figures[part].value)),
      ]),
    },
  };
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
}

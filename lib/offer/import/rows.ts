import { parseAvailability, slotOf } from "@/lib/offer/availability/availability";
import {
  type Input,
  type InputName,
  inputNames,
  inputs,
  isInput,
} from "@/lib/offer/content/inputs";
import type { InputKind, OfferVocabulary } from "@/lib/offer/content/kinds";
import { formSchemas } from "@/lib/offer/content/schema";
import type { FormValues } from "@/lib/platform/form/action-result";
import { readable } from "@/lib/platform/values/characters";
import { fieldErrorsOf } from "@/lib/platform/values/field-errors";
import { agree, quoted } from "@/lib/platform/values/french";
import type { SheetLine } from "./cells";
import { columnsOf, headingOf, importColumns } from "./columns";
import { parseMonths } from "./months";
import type { ImportedRow } from "./schema";
import { parseSlots } from "./slots";
import { type Term, termsIn } from "./terms";
import { fold } from "./words";

/** The last line of an address, understood; or what is wrong with it, at its field. */
export type LookedUpAddress =
  | { ok: true; postcode: string; commune: string }
  | { ok: false; field: "sitePostcode" | "siteCommune"; message: string };

/** A line that holds an offer: its cells by field. */
export interface ImportLine {
  line: number;
  cells: ReadonlyMap<InputName, string>;
}

/** What cells are looked up in. */
export interface Lookups {
  themes: readonly Term[];
  audiences: readonly Term[];
  siteTypes: readonly Term[];
  /** By {@link addressKeyOf} their cells. */
  addresses: ReadonlyMap<string, LookedUpAddress>;
}

const listNames = {
  theme: "themes",
  audience: "audiences",
  siteType: "siteTypes",
} as const satisfies Record<OfferVocabulary, keyof Lookups>;

/** A cell longer than this is not something a person typed. */
const cellLimit = 4_000;
/** Values of one cell that are named because nobody knows them; the others are counted. */
const namedLimit = 5;

/** Cells as the form would read them, of a length that is human. */
export function cleanCell(text: string): string {
  return readable(text)
    .replaceAll("\t", " ")
    .trim()
    .slice(0, cellLimit)
    .replace(/\p{Cs}$/u, "");
}

/**
 * The lines that hold an offer, by field: empty ones and the template's example are passed over.
 */
export function linesOf([headings, ...lines]: readonly SheetLine[]): ImportLine[] {
  const { positions } = columnsOf(headings?.cells ?? []);
  const example = fold(importColumns[0]?.example ?? "");
  return lines
    .map(({ line, cells }) => ({
      line,
      cells: new Map(
        [...positions].map(
          ([field, position]) => [field, cleanCell(cells[position] ?? "")] as const,
        ),
      ),
    }))
    .filter(
      ({ cells }) =>
        [...cells.values()].some(Boolean) && fold(cells.get("title") ?? "") !== example,
    );
}

/** A number as a spreadsheet may write a whole one: «5,0». */
function wholeNumber(cell: string): string {
  return cell.replace(/^(\d+)[.,]0+$/, "$1");
}

/** A spreadsheet drops the zero a number begins with. */
function postcodeOf(cell: string): string {
  const digits = wholeNumber(cell.replaceAll(/\s/g, ""));
  if (/^\d{4}$/.test(digits)) return `0${digits}`;
  return /^\d*$/.test(digits) ? digits : cell;
}

/** The last line of a line's address, as it is understood. */
export function addressOf({ cells }: Pick<ImportLine, "cells">): {
  postcode: string;
  commune: string;
} {
  return {
    postcode: postcodeOf(cells.get("sitePostcode") ?? ""),
    commune: cells.get("siteCommune") ?? "",
  };
}

/** Names the address of a line among those that were looked up. */
export function addressKeyOf(line: Pick<ImportLine, "cells">): string {
  return JSON.stringify(addressOf(line));
}

/** The same for a phone number, and the plus of what begins with the code of a country. */
function phoneOf(cell: string): string {
  const digits = wholeNumber(cell);
  if (/^[1-9]\d{8}$/.test(digits)) return `0${digits}`;
  return /^(?:33|352|49|32|41|262|5\d\d)\d{7,}$/.test(digits) ? `+${digits}` : digits;
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Where a date is never meant, and a word that a spreadsheet took for one says nothing more. */
const neverDates: readonly InputKind[] = [
  "number",
  "months",
  "slots",
  "flags",
  "postcode",
  "commune",
  "phone",
];

/** «mars 2026» becomes the first of March in a spreadsheet; any other day was not a month. */
function monthsCell(cell: string): string {
  const [, , month, day] = datePattern.exec(cell) ?? [];
  return month && day === "01" ? String(Number(month)) : cell;
}

/**
 * What a spreadsheet made of a cell and nobody can read back, as a message; null when it is as
 * typed.
 */
function turnedInto({ kind }: Input, cell: string): string | null {
  const [, year, month, day] = datePattern.exec(cell) ?? [];
  if (neverDates.includes(kind) && day)
    return (
      `Le tableur a fait de cette cellule une date (${day}/${month}/${year}). Mettez-la au ` +
      "format Texte, puis écrivez-la de nouveau."
    );
  // «3,10» as a number is 3.1: March and October, or January?
  if (kind === "months" && /^\d+[.,]\d+$/.test(cell))
    return (
      `Le tableur a fait de cette cellule un nombre (${cell}). Écrivez les mois en ` +
      "lettres, par exemple « mars, octobre »."
    );
  return null;
}

/** Reads one line and judges it by the rules of the form. */
export function readRow({ line, cells }: ImportLine, lookups: Lookups): ImportedRow {
  const cell = (field: InputName) =>
    inputs[field].kind === "months" ? monthsCell(cells.get(field) ?? "") : (cells.get(field) ?? "");
  const errors: Record<string, string[]> = {};
  const complain = (field: InputName, messages: readonly string[]) => {
    if (messages.length > 0) errors[headingOf(field)] ??= [...messages];
  };
  const complainOf = (
    field: InputName,
    unknown: readonly string[],
    what: readonly [one: string, several: string],
    instead: string,
  ) => {
    if (unknown.length === 0) return;
    const more = unknown.length - namedLimit;
    const named = quoted(...unknown.slice(0, namedLimit).map(shown));
    const others = more > 0 ? `, et ${more} de plus` : "";
    complain(field, [`${agree(unknown.length, ...what)} : ${named}${others}. ${instead}`]);
  };
  for (const field of cells.keys())
    complain(
      field,
      [turnedInto(inputs[field], cell(field))].flatMap((message) => message ?? []),
    );
  const chosen = (field: InputName) => {
    const { vocabulary, options = {} } = inputs[field];
    const { ids, unknown } = termsIn(
      cell(field),
      vocabulary ? lookups[listNames[vocabulary]] : termsOfOptions(options),
    );
    complainOf(
      field,
      unknown,
      ["Valeur inconnue", "Valeurs inconnues"],
      "Prenez une valeur de la liste.",
    );
    return ids;
  };
  const months = parseMonths(cell("months"));
  complainOf(
    "months",
    months.unknown,
    ["Mois non compris", "Mois non compris"],
    "Écrivez par exemple « mars à mai ».",
  );
  const week = parseSlots(cell("slots"));
  complainOf(
    "slots",
    week.unknown,
    ["Créneau non compris", "Créneaux non compris"],
    "Écrivez par exemple « lundi matin, jeudi ».",
  );
  const address = lookups.addresses.get(addressKeyOf({ cells }));
  if (address && !address.ok) complain(address.field, [address.message]);
  const valueOf = (field: InputName): string | string[] => {
    switch (inputs[field].kind) {
      case "line":
      case "paragraphs":
      case "email":
        return cell(field);
      case "number":
        return wholeNumber(cell(field));
      case "phone":
        return phoneOf(cell(field));
      case "postcode":
        return address?.ok ? address.postcode : postcodeOf(cell(field));
      case "commune":
        return address?.ok ? address.commune : cell(field);
      case "term": {
        const ids = chosen(field);
        if (ids.length > 1)
          complain(field, [`Indiquez un seul ${inputs[field].label.toLowerCase()}.`]);
        return ids[0] ?? "";
      }
      case "terms":
      case "flags":
        return chosen(field);
      case "months":
        return months.values.map(String);
      case "slots":
        return [
          ...parseAvailability(
            months.values.flatMap((month) => week.values.map((halfDay) => slotOf(month, halfDay))),
          ),
        ];
    }
  };
  const values: FormValues = Object.fromEntries(inputNames.map((name) => [name, valueOf(name)]));
  for (const schema of Object.values(formSchemas)) {
    const judged = schema.safeParse(values);
    if (!judged.success)
      for (const [field, messages] of Object.entries(fieldErrorsOf(judged.error)))
        if (isInput(field)) complain(field, messages);
  }
  return { line, values, errors, cells: Object.fromEntries(cells), refusal: null };
}

const boxes = new WeakMap<object, readonly Term[]>();

/** Boxes to tick, as terms are looked up: made once for all the lines of a file. */
function termsOfOptions(options: Readonly<Record<string, string>>): readonly Term[] {
  const known = boxes.get(options) ?? Object.entries(options).map(([id, label]) => ({ id, label }));
  boxes.set(options, known);
  return known;
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

import writeXlsxFile from "write-excel-file/node";
import { csvLines, csvMark, safeText } from "@/lib/platform/formats/csv";
import { importColumns } from "./columns";

interface Vocabulary {
  themes: readonly string[];
  audiences: readonly string[];
  siteTypes: readonly string[];
}

/**
 * The template as a workbook: headings and an example, then a sheet that says how to fill each
 * column.
 */
export function templateWorkbook(vocabulary: Vocabulary): Promise<Buffer> {
  const text = (value: string, more: object = {}) => ({
    value: safeText(value),
    type: String,
    wrap: true,
    alignVertical: "top" as const,
    ...more,
  });
  const bold = { fontWeight: "bold" as const, backgroundColor: "#E8EEF7" };
  const lists = [vocabulary.themes, vocabulary.audiences, vocabulary.siteTypes];
  const longest = Math.max(...lists.map((list) => list.length));
  const guide = [
    [text("Colonne", bold), text("Obligatoire", bold), text("Comment la remplir", bold)],
    ...importColumns.map(({ field, heading, required, help }) => [
      text(heading),
      text(required || field === "siteCommune" ? "oui" : "non"),
      text(help),
    ]),
    [],
    [text("Thèmes", bold), text("Publics cibles", bold), text("Types de terrain d’action", bold)],
    ...Array.from({ length: longest }, (_, index) =>
      lists.map((list) => (list[index] ? text(list[index]) : null)),
    ),
  ];
  return writeXlsxFile([
    {
      sheet: "Offres",
      data: [
        importColumns.map(({ heading }) => text(heading, bold)),
        importColumns.map(({ example }) => text(example)),
      ],
      columns: importColumns.map(({ heading, example }) => ({
        width: Math.min(34, Math.max(heading.length, example.length) + 2),
      })),
      stickyRowsCount: 1,
    },
    { sheet: "Aide", data: guide, columns: [{ width: 34 }, { width: 38 }, { width: 80 }] },
  ]).toBuffer();
}

/** The same as Excel writes csv in France: semicolons, and a mark that says UTF-8. */
export function templateCsv(): string {
  const headings = importColumns.map(({ heading }) => heading);
  const examples = importColumns.map(({ example }) => example);
  return csvMark + csvLines([headings, examples]);
}

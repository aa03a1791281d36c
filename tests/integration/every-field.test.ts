import { parse } from "csv-parse/sync";
import readXlsxFile from "read-excel-file/node";
import { beforeAll, describe, expect, it, vi } from "vitest";
import WholeGuidePage from "@/app/(public)/aide/tout-le-guide/page";
import PublicOfferPage from "@/app/(public)/offres/[reference]/page";
import ModerateOfferPage from "@/app/admin/offres/[id]/page";
import OfferInformationPage from "@/app/espace/offres/[id]/informations/page";
import OwnOfferPage from "@/app/espace/offres/[id]/page";
import OfferSitePage from "@/app/espace/offres/[id]/terrain/page";
import OfferCheckPage from "@/app/espace/offres/[id]/verification/page";
import { DecisionForm } from "@/components/agency/moderation/decision-form";
import { RevisionChanges } from "@/components/agency/moderation/revision-changes";
import { OfferHistory } from "@/components/offer/view/offer-history";
import { offerColumns } from "@/lib/agency/moderation/export-columns";
import { offerFilterSchema } from "@/lib/agency/moderation/offer-filter";
import { allOffersPages } from "@/lib/agency/moderation/queries/all-offers";
import { revisionChanges } from "@/lib/agency/moderation/queries/revision-changes";
import { addTerm } from "@/lib/agency/vocabulary/commands/terms";
import { openDataColumns } from "@/lib/catalogue/open-data/csv-columns";
import { apiOfferByReference, offersAfter } from "@/lib/catalogue/open-data/queries";
import {
  type InputName,
  inputNames,
  plainField,
  type PlainName,
  plainNames,
} from "@/lib/offer/content/inputs";
import { drawOffer } from "@/lib/offer/download/draw-offer";
import { ownOfferDownload, publicOfferDownload } from "@/lib/offer/download/queries";
import { attachDocument } from "@/lib/offer/draft/commands/documents";
import { saveDraft } from "@/lib/offer/draft/commands/save-draft";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { draftConflict } from "@/lib/offer/draft/queries/draft-conflict";
import { offerForm } from "@/lib/offer/draft/queries/offer-form";
import { importColumns } from "@/lib/offer/import/columns";
import { prepareImport } from "@/lib/offer/import/commands/prepare-import";
import { runImport } from "@/lib/offer/import/commands/run-import";
import { startImport } from "@/lib/offer/import/commands/start-import";
import { importedOfferId } from "@/lib/offer/import/id";
import { decideOffer } from "@/lib/offer/lifecycle/commands/decide-offer";
import { offerHistory } from "@/lib/offer/view/queries/offer-history";
import type { Viewer } from "@/lib/platform/access/policy";
import type { FormValues } from "@/lib/platform/form/action-result";
import type { ExportColumn } from "@/lib/platform/formats/columns";
import { csvLines, csvMark } from "@/lib/platform/formats/csv";
import { exportResponse } from "@/lib/platform/formats/respond";
import type { VocabularyKind } from "@/lib/reference/vocabulary/rules";
import { approved, newModerator, newOfferor, rowOf } from "../support/people";
import { open, textOf } from "../support/read-pdf";
import { wordsOfPage } from "../support/render-page";

const asking = vi.hoisted<{ viewer: unknown }>(() => ({ viewer: undefined }));
vi.mock("next/headers", () => ({
  headers: () => Promise.resolve(new Headers()),
  cookies: () => Promise.resolve({ get: () => undefined }),
}));
vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
}));
vi.mock("@/lib/platform/access/session", async (original) => ({
  ...(await original<object>()),
  pageViewer: () => Promise.resolve(asking.viewer),
}));

/** Where an offer's fields are looked for, each a place that somebody reads. */
const columns = [
  "draft after reload",
  "form",
  "comparison of two drafts",
  "check page",
  "offeror’s page",
  "moderation page",
  "remarks of a moderator",
  "difference for the ARS",
  "history",
  "PDF of the offeror",
  "ARS list as csv",
  "ARS list as xlsx",
  "public page",
  "public PDF",
  "API",
  "open data as csv",
  "import template",
  "import round trip",
  "help",
] as const;
type Column = (typeof columns)[number];

/** Every field of the form, and the files; the list is the one the portal is made of. */
type Field = InputName | "documents";
const fields: readonly Field[] = [...inputNames, "documents"];

/** Not there, and why; or there in other words. */
type Otherwise = { not: string } | { as: string };

interface Line {
  /** As the form sends it. */
  typed: string | string[];
  /** As its readers see it, found nowhere else. */
  seen: string;
  /** How the guide, the template and the moderator's form call it. */
  label: string;
  otherwise?: Partial<Record<Column, Otherwise>> | undefined;
}

const when = "Juin : dimanche après-midi";
const lists = "lists of the ARS hold neither long texts, nor people, nor the site’s own address";
const openData = "open data says what a table can: long texts and addresses are on the page";
const people = "nothing about people, nor what is the structure’s alone, is public";
const fileOnly = "files are attached by hand, page by page";

const notInLists: Line["otherwise"] = {
  "ARS list as csv": { not: lists },
  "ARS list as xlsx": { not: lists },
};
const notInOpenData: Line["otherwise"] = {
  API: { not: openData },
  "open data as csv": { not: openData },
};
const onPaperOnly: Line["otherwise"] = { ...notInLists, ...notInOpenData };
const notPublic: Line["otherwise"] = {
  "public page": { not: people },
  "public PDF": { not: people },
  API: { not: people },
  "open data as csv": { not: people },
};
const aPerson: Line["otherwise"] = { ...notInLists, ...notPublic };
const inputOf = (label: string): Line["otherwise"] => ({ "remarks of a moderator": { as: label } });
const ofTheSite = { ...inputOf("Terrain d’action"), help: { as: "Terrain d’action" } };
const ofTheReferent = {
  ...inputOf("Référent de proximité"),
  help: { as: "Référent de proximité" },
};

/** A plain field needs no line: what its entry says is held to here, column by column. */
type Written = Record<Exclude<Field, PlainName>, Line> & Partial<Record<PlainName, Line>>;

function lineOf(name: PlainName): Line {
  const { kind, label, audience, listed, open: inOpenData } = plainField(name);
  const typed = { line: `Canari ${name}`, paragraphs: `Canari ${name}`, number: "311" };
  if (!Object.hasOwn(typed, kind)) throw new Error(`write a line for «${name}»`);
  const value = typed[kind as keyof typeof typed];
  return {
    typed: value,
    seen: value,
    label,
    otherwise: {
      ...(listed ? {} : notInLists),
      ...(inOpenData ? {} : notInOpenData),
      ...(audience === "public" ? {} : notPublic),
    },
  };
}

function table(terms: Record<"theme" | "audience" | "siteType", string>): Record<Field, Line> {
  const own = written(terms);
  return Object.fromEntries(
    fields.map((field) => [
      field,
      own[field] ?? (field !== "documents" && isPlainInput(field) ? lineOf(field) : undefined),
    ]),
  ) as Record<Field, Line>;
}

function isPlainInput(field: InputName): field is InputName & PlainName {
  return plainNames.some((name) => name === field);
}

/** What is not as its kind would have it, field by field: one that has no kind does not compile. */
function written(terms: Record<"theme" | "audience" | "siteType", string>): Written {
  return {
    title: { typed: "Canarititre", seen: "Canarititre", label: "Titre de l" },
    description: {
      typed: "Canaridescription",
      seen: "Canaridescription",
      label: "Description",
      otherwise: onPaperOnly,
    },
    themeIds: { typed: [terms.theme], seen: "Canarithème", label: "Thèmes" },
    audienceIds: {
      typed: [terms.audience],
      seen: "Canaripublic",
      label: "Public cible",
      otherwise: { "import template": { as: "Publics cibles" } },
    },
    places: { typed: "437", seen: "437", label: "Nombre de places" },
    months: {
      typed: ["6"],
      seen: when,
      label: "Mois",
      otherwise: {
        form: { as: "Juin" },
        "comparison of two drafts": { as: "Mois: Juin" },
        "remarks of a moderator": { as: "Période et créneaux" },
        API: { as: "6:sunday-pm" },
        help: { as: "Cochez les mois" },
      },
    },
    slots: {
      typed: ["6:sunday-pm"],
      seen: when,
      label: "Créneaux",
      otherwise: {
        form: { as: "Juin, dimanche après-midi" },
        "remarks of a moderator": { as: "Période et créneaux" },
        API: { as: "6:sunday-pm" },
        help: { as: "créneau" },
      },
    },
    support: {
      typed: ["lodging"],
      seen: "Hébergement",
      label: "Option de prise en charge",
      otherwise: {
        "ARS list as csv": { as: "Hébergement: Oui Restauration: Non" },
        "ARS list as xlsx": { as: "Hébergement: Oui Restauration: Non" },
        API: { as: '"support":["lodging"]' },
        "import template": { as: "Options de prise en charge" },
      },
    },
    siteName: {
      typed: "Canarisite",
      seen: "Canarisite",
      label: "Nom de la structure d’accueil",
      otherwise: { ...onPaperOnly, ...ofTheSite },
    },
    siteStreet: {
      typed: "77 rue Canarirue",
      seen: "77 rue Canarirue",
      label: "Adresse",
      otherwise: { ...onPaperOnly, ...ofTheSite },
    },
    sitePostcode: {
      typed: "67000",
      seen: "67000",
      label: "Code postal",
      otherwise: { ...onPaperOnly, ...ofTheSite },
    },
    siteCommune: {
      typed: "67482",
      seen: "Strasbourg",
      label: "Commune",
      otherwise: ofTheSite,
    },
    siteTypeId: {
      typed: terms.siteType,
      seen: "Canariterrain",
      label: "Type de terrain d’action",
      otherwise: { ...ofTheSite, help: { as: "type de terrain d’action" } },
    },
    referentName: {
      typed: "Canari Référente",
      seen: "Canari Référente",
      label: "Référent de proximité",
      otherwise: aPerson,
    },
    referentFunction: {
      typed: "Canarifonction",
      seen: "Canarifonction",
      label: "Fonction du référent",
      otherwise: { ...aPerson, ...ofTheReferent },
    },
    referentPhone: {
      typed: "03 29 11 22 33",
      seen: "03 29 11 22 33",
      label: "Téléphone du référent",
      otherwise: { ...aPerson, ...ofTheReferent },
    },
    referentEmail: {
      typed: "canarimail@exemple.fr",
      seen: "canarimail@exemple.fr",
      label: "Email du référent",
      otherwise: { ...aPerson, ...ofTheReferent },
    },
    documents: {
      typed: [],
      seen: "canaridocument.pdf",
      label: "Documents",
      otherwise: {
        ...onPaperOnly,
        "comparison of two drafts": { not: "a document is kept apart from what is typed" },
        "import template": { not: fileOnly },
        "import round trip": { not: fileOnly },
      },
    },
  };
}

/** Columns that say what a field is called, not what it holds. */
const named: ReadonlySet<Column> = new Set<Column>([
  "remarks of a moderator",
  "import template",
  "help",
]);

const pdf = Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
const found = {} as Record<Column, string>;
let lines: Record<Field, Line>;

async function newTerm(by: Viewer, kind: VocabularyKind, label: string): Promise<string> {
  const added = await addTerm(by, { kind, label });
  if (!added.ok) throw new Error(added.code);
  return added.data.termId;
}

const asked = (id: string) => ({
  params: Promise.resolve({ id }),
  searchParams: Promise.resolve({}),
});

/** What a page says an offer is, apart from what it says changed, and when. */
const ofTheOffer = ["=offre", "^=texte-", "=horaires", "=terrain", "=referent", "=documents"]
  .map((id) => `section[aria-labelledby${id}]`)
  .concat("h1")
  .join();

/** A row of a table with the heading of each cell before it. */
const rowWords = (row: Record<string, unknown>) =>
  Object.entries(row)
    .map(([heading, cell]) => `${heading}: ${(cell ?? "") as string}`)
    .join(" ");

// oxlint-disable-next-line @typescript-eslint/require-await -- an export reads them one by one
async function* onePage<Row>(rows: readonly Row[]) {
  yield rows;
}

async function saved<Row>(
  format: "csv" | "xlsx",
  columnsOf: readonly ExportColumn<Row>[],
  rows: readonly Row[],
): Promise<string> {
  const query = new URLSearchParams({ format });
  const response = exportResponse("liste", query, columnsOf, onePage(rows));
  const content = Buffer.from(await response.arrayBuffer());
  if (format === "csv")
    return rowWords(
      parse(content, { bom: true, delimiter: ";", columns: true })[0] as Record<string, string>,
    );
  const [headings = [], cells = []] = (await readXlsxFile(content))[0]?.data ?? [];
  return rowWords(Object.fromEntries(headings.map((heading, at) => [String(heading), cells[at]])));
}

const pdfWords = async (download: Awaited<ReturnType<typeof ownOfferDownload>>) => {
  if (!download) throw new Error("nothing to download");
  const text = await textOf(await open(await drawOffer(download.sheet)));
  return text.replaceAll(/\s+/g, " ");
};

/** Everything of the draft, as the form would show it. */
const draftWords = (form: Awaited<ReturnType<typeof offerForm>>) =>
  JSON.stringify([form?.draft.values, form?.documents]);

beforeAll(async () => {
  const [owner, moderator] = [await newOfferor(), await newModerator("administrator")];
  lines = table({
    theme: await newTerm(moderator, "theme", "Canarithème"),
    audience: await newTerm(moderator, "audience", "Canaripublic"),
    siteType: await newTerm(moderator, "siteType", "Canariterrain"),
  });
  const values: FormValues = Object.fromEntries(fields.map((field) => [field, lines[field].typed]));
  const offerId = await approved(owner);
  const { reference } = await rowOf(offerId);

  asking.viewer = owner;
  const comparisons = await Promise.all(
    (["informations", "terrain"] as const).map((page) =>
      draftConflict(owner, offerId, page, values),
    ),
  );
  found["comparison of two drafts"] = comparisons
    .flatMap((conflict) => conflict?.differences ?? [])
    .map(({ label, mine }) => `${label}: ${mine}`)
    .join("\n");
  for (const page of ["informations", "terrain"] as const)
    await saveDraft(owner, { offerId, page, values });
  await attachDocument(owner, offerId, { name: "canaridocument.pdf", content: pdf });
  found["draft after reload"] = draftWords(await offerForm(owner, offerId));
  found.form =
    (await wordsOfPage(OfferInformationPage(asked(offerId)))) +
    (await wordsOfPage(OfferSitePage(asked(offerId))));
  found["check page"] = await wordsOfPage(OfferCheckPage(asked(offerId)), ofTheOffer);
  const { version } = await rowOf(offerId);
  const sent = await submitOffer(owner, { offerId, version, publishOnApproval: true });
  expect(sent).toMatchObject({ ok: true, data: { outcome: "pending" } });
  found["offeror’s page"] = await wordsOfPage(OwnOfferPage(asked(offerId)), ofTheOffer);
  found.history = await wordsOfPage(OfferHistory({ entries: await offerHistory(owner, offerId) }));
  found["PDF of the offeror"] = await pdfWords(await ownOfferDownload(owner, offerId));

  asking.viewer = moderator;
  found["moderation page"] = await wordsOfPage(ModerateOfferPage(asked(offerId)), ofTheOffer);
  found["remarks of a moderator"] = await wordsOfPage(
    DecisionForm({ offerId, revisionId: offerId, query: "", templates: [] }),
  );
  const revision = await revisionChanges(moderator, offerId);
  if (!revision) throw new Error("nothing waits");
  found["difference for the ARS"] = await wordsOfPage(RevisionChanges({ revision }));
  const listed = [];
  for await (const page of allOffersPages(moderator, offerFilterSchema.parse({}))) {
    listed.push(...page);
  }
  found["ARS list as csv"] = await saved("csv", offerColumns, listed);
  found["ARS list as xlsx"] = await saved("xlsx", offerColumns, listed);
  await decideOffer(moderator, {
    offerId,
    revisionId: (await rowOf(offerId)).currentRevisionId ?? "",
    decision: "approve",
    reason: "",
  });

  asking.viewer = { kind: "anonymous" };
  found["public page"] = await wordsOfPage(
    PublicOfferPage({ params: Promise.resolve({ reference }) }),
    ofTheOffer,
  );
  found["public PDF"] = await pdfWords(await publicOfferDownload(reference));
  found.API = JSON.stringify(await apiOfferByReference(reference));
  found["open data as csv"] = await saved("csv", openDataColumns, await offersAfter("", 10));
  found.help = await wordsOfPage(WholeGuidePage());
  found["import template"] = importColumns.map(({ heading, help }) => `${heading} ${help}`).join();
  found["import round trip"] = await imported(owner);
  // A dozen pages, two drawings and an import: seconds, but on a busy machine.
}, 240_000);

/** The offer that a line of a spreadsheet makes, submitted, as its owner’s page shows it. */
async function imported(owner: Awaited<ReturnType<typeof newOfferor>>): Promise<string> {
  const cells = importColumns.map(({ field }) =>
    field === "months"
      ? "juin"
      : field === "slots"
        ? "dimanche après-midi"
        : ((lines as Record<string, Line>)[field]?.seen ?? ""),
  );
  const rows = [importColumns.map(({ heading }) => heading), cells];
  const content = Buffer.from(csvMark + csvLines(rows));
  const read = await prepareImport(owner, { name: "offres.csv", content });
  if (!read.ok) throw new Error(read.code);
  const { importId } = read.data;
  const choices = { keepIncomplete: false, submit: true, publish: true };
  await startImport(owner, { importId, choices });
  await runImport({ importId, accountId: owner.accountId, ...choices });
  asking.viewer = owner;
  return wordsOfPage(OwnOfferPage(asked(importedOfferId(importId, 2))), ofTheOffer);
}

function expected(field: Field, column: Column): { words: string; there: boolean; why: string } {
  const line = lines[field];
  const otherwise = line.otherwise?.[column];
  if (otherwise && "not" in otherwise)
    return { words: named.has(column) ? line.label : line.seen, there: false, why: otherwise.not };
  if (column === "draft after reload")
    return {
      words: field === "documents" ? line.seen : JSON.stringify(line.typed),
      there: true,
      why: "",
    };
  return {
    words: otherwise?.as ?? (named.has(column) ? line.label : line.seen),
    there: true,
    why: "",
  };
}

describe.each(columns)("every field of an offer: %s", (column) => {
  it.each(fields)("%s", (field) => {
    const { words, there, why } = expected(field, column);
    const said = found[column].replaceAll(/\s+/g, " ");
    if (there) expect(said).toContain(words);
    else expect(said, why).not.toContain(words);
  });
});

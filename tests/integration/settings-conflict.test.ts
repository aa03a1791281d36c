import { eq } from "drizzle-orm";
import { vi } from "vitest";
import CampaignsPage from "@/app/admin/campagnes/page";
import TemplatesPage from "@/app/admin/motifs/page";
import TextsPage from "@/app/admin/textes/page";
import EditTermPage from "@/app/admin/vocabulaires/[id]/page";
import VocabulariesPage from "@/app/admin/vocabulaires/page";
import { campaign } from "@/db/schema/campaign";
import { reasonTemplate } from "@/db/schema/moderation";
import { agencyText } from "@/db/schema/text";
import { searchSynonym, vocabularyTerm } from "@/db/schema/vocabulary";
import { saveTemplateAction } from "@/lib/agency/moderation/actions";
import { saveTemplate } from "@/lib/agency/moderation/commands/reason-templates";
import { renameTermAction, saveSynonymsAction } from "@/lib/agency/vocabulary/actions";
import { saveSynonyms } from "@/lib/agency/vocabulary/commands/synonyms";
import { addTerm } from "@/lib/agency/vocabulary/commands/terms";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { saveCampaignAction } from "@/lib/reference/campaign/actions";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";
import { saveTextAction } from "@/lib/reference/text/actions";
import { agencyTexts, type TextCode } from "@/lib/reference/text/texts";
import { describeConflicts, type Setting } from "../support/conflicts";
import { newModerator } from "../support/people";

const asking = vi.hoisted<{ viewer: Viewer }>(() => ({ viewer: { kind: "anonymous" } }));
vi.mock("next/headers", () => ({
  headers: () => Promise.resolve(new Headers({ origin: "http://localhost:3000" })),
  cookies: () =>
    Promise.resolve({ get: () => undefined, set: () => undefined, delete: () => undefined }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
  usePathname: () => "/",
}));
vi.mock("@/lib/platform/access/session", async (original) => ({
  ...(await original<object>()),
  getViewer: () => Promise.resolve(asking.viewer),
  pageViewer: () => Promise.resolve(asking.viewer),
}));

const year = campaignFor(now());
const given = (query: Record<string, string>) => ({ searchParams: Promise.resolve(query) });

async function campaigns(): Promise<Setting> {
  await db.delete(campaign).where(eq(campaign.year, year));
  return {
    action: saveCampaignAction,
    page: () => CampaignsPage(given({ annee: String(year) })),
    has: "opensOn",
    first: { opensOn: "2027-01-04" },
    second: { closesOn: "2027-03-31" },
    told: [
      { label: "Ouverture du dépôt", mine: "", theirs: "4 janvier 2027" },
      { label: "Fermeture du dépôt", mine: "31 mars 2027", theirs: "" },
    ],
    address: "/admin/campagnes",
    stored: () => db.select().from(campaign).where(eq(campaign.year, year)),
    kept: [
      [{ year, opensOn: "2027-01-04", closesOn: null }],
      [{ year, opensOn: null, closesOn: "2027-03-31" }],
    ],
  };
}

const textOf = (code: TextCode) => async (): Promise<Setting> => {
  await db.delete(agencyText);
  return {
    action: saveTextAction,
    page: () => TextsPage(given({ texte: code })),
    has: "words",
    first: { words: "Bienvenue." },
    second: { words: "Bonjour." },
    told: [{ label: agencyTexts[code].label, mine: "Bonjour.", theirs: "Bienvenue." }],
    address: "/admin/textes",
    stored: () => db.select({ code: agencyText.code, words: agencyText.words }).from(agencyText),
    kept: [[{ code, words: "Bienvenue." }], [{ code, words: "Bonjour." }]],
  };
};

async function template(): Promise<Setting> {
  const name = `Motif ${newId()}`;
  const kept = { decision: "refused", name, words: "Hors sujet." } as const;
  const saved = await saveTemplate(await newModerator(), { templateId: "", ...kept });
  const id = saved.ok ? saved.data.templateId : "";
  const { decision, words } = reasonTemplate;
  return {
    action: saveTemplateAction,
    page: () => TemplatesPage(given({ motif: id })),
    has: "words",
    first: { words: "Vraiment hors sujet." },
    second: { decision: "changesRequested" },
    told: [
      { label: "Décision", mine: "Demande de correction", theirs: "Refus" },
      { label: "Texte du motif", mine: "Hors sujet.", theirs: "Vraiment hors sujet." },
    ],
    address: "/admin/motifs",
    stored: () =>
      db.select({ decision, words }).from(reasonTemplate).where(eq(reasonTemplate.id, id)),
    kept: [
      [{ decision: "refused", words: "Vraiment hors sujet." }],
      [{ decision: "changesRequested", words: "Hors sujet." }],
    ],
  };
}

async function synonyms(): Promise<Setting> {
  const term = `mot ${newId()}`;
  const saved = await saveSynonyms(await newModerator(), {
    synonymsId: "",
    term,
    synonyms: ["un", "deux"],
  });
  const id = saved.ok ? saved.data.synonymsId : "";
  return {
    action: saveSynonymsAction,
    page: () => VocabulariesPage(given({ liste: "synonymes", modifier: id })),
    has: "synonyms",
    first: { synonyms: "un, deux, trois" },
    second: { synonyms: "un" },
    told: [{ label: "Synonymes", mine: "un", theirs: "un, deux, trois" }],
    address: "/admin/vocabulaires?liste=synonymes",
    stored: () =>
      db
        .select({ synonyms: searchSynonym.synonyms })
        .from(searchSynonym)
        .where(eq(searchSynonym.id, id)),
    kept: [[{ synonyms: ["un", "deux", "trois"] }], [{ synonyms: ["un"] }]],
  };
}

async function term(): Promise<Setting> {
  const label = `Thème ${newId()}`;
  const added = await addTerm(await newModerator(), { kind: "theme", label });
  const id = added.ok ? added.data.termId : "";
  return {
    action: renameTermAction,
    page: () => EditTermPage({ params: Promise.resolve({ id }) }),
    has: "label",
    first: { label: `${label}, renommé` },
    second: { label: `${label}, autrement` },
    told: [{ label: "Libellé", mine: `${label}, autrement`, theirs: `${label}, renommé` }],
    address: `/admin/vocabulaires/${id}`,
    stored: () =>
      db
        .select({ label: vocabularyTerm.label })
        .from(vocabularyTerm)
        .where(eq(vocabularyTerm.id, id)),
    kept: [[{ label: `${label}, renommé` }], [{ label: `${label}, autrement` }]],
  };
}

describeConflicts(asking, [
  ["the dates of a campaign", campaigns],
  ["a text of the pages", textOf("catalogueLead")],
  ["a text of the mails", textOf("mailClosing")],
  ["a reason kept for use", template],
  ["synonyms", synonyms],
  ["the label of a term", term],
]);

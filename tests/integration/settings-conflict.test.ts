import { eq } from "drizzle-orm";
import { vi } from "vitest";
import CampaignsPage from "@/app/admin/campagnes/page";
import TextsPage from "@/app/admin/textes/page";
import { campaign } from "@/db/schema/campaign";
import { agencyText } from "@/db/schema/text";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { saveCampaignAction } from "@/lib/reference/campaign/actions";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";
import { saveTextAction } from "@/lib/reference/text/actions";
import { agencyTexts, type TextCode } from "@/lib/reference/text/texts";
import { describeConflicts, type Setting } from "../support/conflicts";

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

describeConflicts(asking, [
  ["the dates of a campaign", campaigns],
  ["a text of the pages", textOf("catalogueLead")],
  ["a text of the mails", textOf("mailClosing")],
]);

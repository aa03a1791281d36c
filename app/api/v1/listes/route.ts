import { apiLimit, cacheable, openData, preflight } from "@/lib/catalogue/open-data/respond";
import { halfDays } from "@/lib/offer/availability/availability";
import { answeredDirectly } from "@/lib/platform/door/direct-answers";
import { env } from "@/lib/platform/environment/env";
import { departmentName } from "@/lib/reference/commune/departments";
import { numberedTerms } from "@/lib/reference/vocabulary/queries";
import type { VocabularyKind } from "@/lib/reference/vocabulary/rules";

/** What the numbers and codes of the API stand for. */
export const GET = answeredDirectly("/api/v1/listes", (request: Request) =>
  openData(request, apiLimit, async () => {
    const terms = (await numberedTerms()).filter(({ number, readAs }) => number === readAs);
    const list = (kind: VocabularyKind) =>
      terms.filter((term) => term.kind === kind).map(({ number, label }) => ({ number, label }));
    return cacheable(request, {
      themes: list("theme"),
      audiences: list("audience"),
      siteTypes: list("siteType"),
      departments: env.agency.departments.map((code) => ({ code, name: departmentName(code) })),
      halfDays,
    });
  }),
);

export const OPTIONS = preflight;

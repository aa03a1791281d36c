import { departmentName } from "@/lib/commune/departments";
import { halfDays } from "@/lib/offer/availability";
import { apiLimit, cacheable, preflight, withinRate } from "@/lib/open-data/respond";
import { env } from "@/lib/platform/env";
import { numberedTerms } from "@/lib/vocabulary/queries";
import type { VocabularyKind } from "@/lib/vocabulary/rules";

/** What the numbers and codes of the API stand for. */
export function GET(request: Request): Promise<Response> {
  return withinRate(request, apiLimit, async () => {
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
  });
}

export const OPTIONS = preflight;

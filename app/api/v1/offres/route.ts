import { readQuery } from "@/lib/catalogue/open-data/parameters";
import { apiPage } from "@/lib/catalogue/open-data/queries";
import {
  apiLimit,
  cacheable,
  misunderstood,
  openData,
  preflight,
} from "@/lib/catalogue/open-data/respond";
import { answeredDirectly } from "@/lib/platform/door/direct-answers";

/** A page of offers as open data, with the filters of `/offres`. */
export const GET = answeredDirectly("/api/v1/offres", (request: Request) =>
  openData(request, apiLimit, async () => {
    const read = readQuery(new URL(request.url).searchParams);
    const found = read.ok ? await apiPage(read.query) : read;
    return found.ok ? cacheable(request, found.page) : misunderstood(found.bad);
  }),
);

export const OPTIONS = preflight;

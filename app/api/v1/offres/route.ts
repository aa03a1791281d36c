import { readQuery } from "@/lib/open-data/parameters";
import { apiPage } from "@/lib/open-data/queries";
import { apiLimit, cacheable, problem, withinRate } from "@/lib/open-data/respond";

/** A page of offers as open data, with the filters of `/offres`. */
export function GET(request: Request): Promise<Response> {
  return withinRate(request, apiLimit, async () => {
    const read = readQuery(new URL(request.url).searchParams);
    return read.ok ? cacheable(request, await apiPage(read.query)) : problem(400, "Des paramètres ne sont pas compris", { parameters: read.bad });
  });
}

import { openApiDocument } from "@/lib/open-data/openapi";
import { apiLimit, cacheable, preflight, withinRate } from "@/lib/open-data/respond";
import { env } from "@/lib/platform/env";

export function GET(request: Request): Promise<Response> {
  return withinRate(request, apiLimit, () =>
    Promise.resolve(
      cacheable(request, openApiDocument(env.origin, env.agency.agencyName), { seconds: 3600 }),
    ),
  );
}

export const OPTIONS = preflight;

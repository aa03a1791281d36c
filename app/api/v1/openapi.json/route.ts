import { openApiDocument } from "@/lib/catalogue/open-data/openapi";
import { apiLimit, cacheable, openData, preflight } from "@/lib/catalogue/open-data/respond";
import { env } from "@/lib/platform/environment/env";

export function GET(request: Request): Promise<Response> {
  return openData(request, apiLimit, () =>
    Promise.resolve(cacheable(request, openApiDocument(env.origin, env.agency), { seconds: 3600 })),
  );
}

export const OPTIONS = preflight;

import { apiOfferByReference } from "@/lib/catalogue/open-data/queries";
import {
  apiLimit,
  cacheable,
  openData,
  preflight,
  problem,
} from "@/lib/catalogue/open-data/respond";
import { answeredDirectly } from "@/lib/platform/door/direct-answers";

/** One offer as open data. */
export const GET = answeredDirectly(
  "/api/v1/offres/[reference]",
  (request: Request, { params }: { params: Promise<{ reference: string }> }) =>
    openData(request, apiLimit, async () => {
      const offer = await apiOfferByReference((await params).reference);
      return offer
        ? cacheable(request, offer)
        : problem(404, "Cette offre n’existe pas, ou n’est plus publiée");
    }),
);

export const OPTIONS = preflight;

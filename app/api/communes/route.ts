import { NextResponse } from "next/server";
import { answerAddress, suggestedPlaces } from "@/lib/reference/commune/queries/addresses";
import { communesOfPostcode } from "@/lib/reference/commune/queries/communes";

/** Longer than any line of an address. */
const limit = 200;

/**
 * What an address means so far (`?postcode=&commune=`), or the places that what stands in a field
 * of one line may become (`?q=`). It is made of official lists, the same for everyone.
 * `?code=` alone: the communes of a postcode, for forms that were opened before.
 */
export async function GET(request: Request): Promise<NextResponse> {
  const { searchParams } = new URL(request.url);
  const part = (name: string) => (searchParams.get(name) ?? "").slice(0, limit);
  const answer = searchParams.has("q")
    ? await suggestedPlaces(part("q"))
    : searchParams.has("code")
      ? await communesOfPostcode(part("code"))
      : await answerAddress({
          postcode: part("postcode"),
          commune: part("commune"),
          // Only a form that mail goes to keeps one.
          ...(searchParams.has("cedex") ? { cedex: part("cedex") } : {}),
        });
  return NextResponse.json(answer, { headers: { "Cache-Control": "public, max-age=3600" } });
}

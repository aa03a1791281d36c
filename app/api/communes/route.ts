import { NextResponse } from "next/server";
import { answerAddress } from "@/lib/reference/commune/queries/addresses";
import { communesOfPostcode } from "@/lib/reference/commune/queries/communes";

/** Longer than any line of an address. */
const limit = 200;

/**
 * What an address means so far (`?postcode=&commune=`). It is made of official lists, the same for
 * everyone. `?code=` alone: the communes of a postcode, for forms that were opened before.
 */
export async function GET(request: Request): Promise<NextResponse> {
  const { searchParams } = new URL(request.url);
  const code = searchParams.get("code");
  const part = (name: string) => (searchParams.get(name) ?? "").slice(0, limit);
  const answer =
    code === null
      ? await answerAddress({
          postcode: part("postcode"),
          commune: part("commune"),
          cedex: part("cedex"),
        })
      : await communesOfPostcode(code);
  return NextResponse.json(answer, { headers: { "Cache-Control": "public, max-age=3600" } });
}

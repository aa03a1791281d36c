import { env } from "@/lib/platform/environment/env";
import { securityText } from "@/lib/platform/environment/security-txt";
import { dayOf } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";

// Who is written to is known when the portal runs, and what it says ends by itself.
export const dynamic = "force-dynamic";

export function GET(): Response {
  return new Response(securityText(env.agency.contactAddress, env.origin, dayOf(now())), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "public, max-age=86400",
    },
  });
}

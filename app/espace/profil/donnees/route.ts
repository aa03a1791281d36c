import { NextResponse } from "next/server";
import { personalData } from "@/lib/people/privacy/queries";
import { mayAttempt } from "@/lib/platform/access/policy";
import { getViewer } from "@/lib/platform/access/session";
import { dayOf } from "@/lib/platform/values/calendar-day";
import { limitReached } from "@/lib/platform/visitor/throttle";

/** What the portal holds about the viewer, as a file. */
export async function GET(): Promise<Response> {
  const viewer = await getViewer();
  if (viewer.kind === "anonymous" || !mayAttempt(viewer, "profile:manage"))
    return new NextResponse(null, { status: 404 });
  if (await limitReached("ownData", { account: viewer.accountId })) {
    return new NextResponse(null, {
      status: 303,
      headers: { Location: "/espace/profil?refus=donnees" },
    });
  }
  const data = await personalData(viewer);
  if (!data) return new NextResponse(null, { status: 404 });
  return new NextResponse(JSON.stringify(data, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition":
        "attachment; " + `filename="mes-donnees-${dayOf(data.exportedAt)}.json"`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

import { redirect } from "next/navigation";
import { pageViewer } from "@/lib/platform/session";

/** The space opens on «Mes offres»; what was just done is told there. */
export default async function SpacePage({ searchParams }: { searchParams: Promise<{ fait?: string | string[] }> }) {
  await pageViewer("profile:read", "/espace");
  const { fait } = await searchParams;
  redirect(typeof fait === "string" ? `/espace/offres?fait=${encodeURIComponent(fait)}` : "/espace/offres");
}

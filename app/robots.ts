import type { MetadataRoute } from "next";
import { env } from "@/lib/platform/environment/env";

// The origin is known when the portal runs, not when it is built.
export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: ["/", "/api/v1/"],
      disallow: ["/admin", "/espace", "/api/", "/boite-aux-lettres", "/documents/"],
    },
    sitemap: `${env.origin}/sitemap.xml`,
  };
}

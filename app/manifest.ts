import type { MetadataRoute } from "next";
import { env } from "@/lib/platform/environment/env";
import { siteDescription, siteName } from "@/lib/platform/environment/site-name";

// The agency is known when the portal runs, not when it is built.
export const dynamic = "force-dynamic";

/** What a telephone needs to put the portal among its applications. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: siteName(),
    short_name: "Service sanitaire",
    description: siteDescription(),
    lang: "fr",
    dir: "ltr",
    start_url: "/",
    scope: "/",
    // With the browser's own way back.
    display: "minimal-ui",
    background_color: "#ffffff",
    theme_color: env.agency.accent,
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}

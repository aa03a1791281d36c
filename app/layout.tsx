import font from "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { SessionEnded } from "@/components/people/account/session-ended";
import { LookupsOffered } from "@/components/reference/commune/lookups";
import { Footer } from "@/components/shell/footer";
import { Header } from "@/components/shell/header";
import { Banner, OwnBanner } from "@/components/shell/own-banner";
import { AnsweredPage, InPlace } from "@/components/ui/answered-page";
import { currentAccountNav } from "@/lib/people/account/queries";
import { env } from "@/lib/platform/environment/env";
import { openGraphOfSite, siteDescription, siteName } from "@/lib/platform/environment/site-name";
import { answerOfRequest } from "@/lib/platform/form/answered-request";
import { errorPrefix } from "@/lib/platform/values/page-title";
import "./globals.css";

// The content security policy carries a nonce made for each request (proxy.ts): a page made at
// build time could not have it. What is the same for every visitor the door keeps
// (lib/platform/door/made-once.ts).
export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const name = siteName();
  // With scripts the summary of errors says it (components/ui/error-summary.tsx).
  const prefix = (await answerOfRequest()).failed ? errorPrefix : "";
  return {
    metadataBase: new URL(env.origin),
    title: { default: prefix + name, template: `${prefix}%s – ${name}` },
    description: siteDescription(),
    // A title, a description and a picture that a page has of its own take the place of these.
    openGraph: { type: "website", ...openGraphOfSite(), url: "./" },
  };
}

// The `--surface` of app/tokens.css, which the header has.
export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#182329" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [requestHeaders, { ended, given }] = await Promise.all([headers(), answerOfRequest()]);
  // Said by proxy.ts: who reads is then told by the browser.
  const account = requestHeaders.has("x-for-all") ? undefined : await currentAccountNav();
  const nonce = requestHeaders.get("x-nonce") ?? undefined;
  // Here and not by next/font: that tells of its file ahead on every page but that of an address
  // without one, whose words then moved when it came.
  preload(font, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  return (
    // So that Next takes the smooth way away where another page is to begin at its top.
    <html lang="fr" data-scroll-behavior="smooth">
      <head>
        <style
          nonce={nonce}
          suppressHydrationWarning
        >{`:root{--accent:${env.agency.accent}}`}</style>
      </head>
      <body className="flex min-h-dvh flex-col bg-canvas font-sans text-base text-ink antialiased">
        <a
          href="#contenu"
          className={
            "sr-only bg-surface font-semibold text-accent focus:not-sr-only " +
            "focus:absolute focus:left-4 focus:top-4 focus:z-10 focus:px-4 focus:py-3"
          }
        >
          Aller au contenu
        </a>
        <Header account={account} />
        {account === undefined ? <OwnBanner /> : <Banner account={account} />}
        <AnsweredPage given={given}>
          <LookupsOffered
            addresses={env.addressService !== undefined}
            organisations={env.organisationService !== undefined}
          >
            {ended && !account ? (
              <InPlace shown={<SessionEnded sent={ended} />}>{children}</InPlace>
            ) : (
              children
            )}
          </LookupsOffered>
        </AnsweredPage>
        <Footer />
      </body>
    </html>
  );
}

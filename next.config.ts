import type { NextConfig } from "next";
import { commonHeaders, openDataHeaders } from "./lib/platform/door/headers";
import { builtWith, provideActionKey } from "./lib/platform/environment/action-key";
import { digestOfSources } from "./lib/start/sources";

provideActionKey();

const pairs = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }));

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Of the same sources every host makes the same build: what one has served, the others know.
  generateBuildId: async () => (await digestOfSources()).slice(0, 20),
  // Looked at when the server starts (instrumentation.ts).
  env: { ACTION_KEY_OF_BUILD: builtWith() },
  typedRoutes: true,
  // `npm run lint` has checked what a host builds: a fifth of the build's work is not done again.
  typescript: { ignoreBuildErrors: true },
  // A page that is there for those who work on the portal (app/composants) is a `page.dev.tsx`:
  // `npm run dev` knows such files, a build does not.
  pageExtensions: [...(process.env.NODE_ENV === "development" ? ["dev.tsx"] : []), "tsx", "ts"],
  // What a page says of itself stands in its head, for whoever runs no scripts: the framework sends
  // it after the page else, where it is late, to all but the programs it knows by name.
  htmlLimitedBots: /./,
  // The door compresses (lib/platform/door): it has to read an answer that is a fault before that.
  // Vercel does so itself.
  compress: false,
  // Every page's modules are a second of the start; a page loads its own when it is first opened.
  experimental: { preloadEntriesOnStart: false },
  serverExternalPackages: ["pg-boss", "@node-rs/argon2", "pdfkit", "pino"],
  // Read at run time (lib/platform/formats/sheet-writer.ts): a build that stands alone takes them
  // along.
  outputFileTracingIncludes: {
    "/**/pdf": ["./lib/platform/formats/fonts/*.ttf"],
    "/**/opengraph-image": ["./lib/platform/formats/fonts/*.ttf"],
    "/**/rapport": ["./lib/platform/formats/fonts/*.ttf"],
  },
  // Where RFC 9116 looks for it: a folder that begins with a dot is none of the lint's.
  rewrites: () =>
    Promise.resolve([{ source: "/.well-known/security.txt", destination: "/security.txt" }]),
  // Headers that do not depend on the request; the content security policy, which carries a nonce,
  // is set in proxy.ts.
  headers: () =>
    Promise.resolve([
      {
        source: "/:path*",
        headers: pairs(commonHeaders),
      },
      // Robots of other sites show it there.
      {
        source: "/:path*/:picture(opengraph-image.*)",
        headers: [{ key: "Cross-Origin-Resource-Policy", value: "cross-origin" }],
      },
      { source: "/api/v1/:path*", headers: pairs(openDataHeaders) },
    ]),
};

export default config;

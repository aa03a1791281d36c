import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  serverExternalPackages: ["postgres"],
  turbopack: { root: `${import.meta.dirname}/../../..` },
};

export default config;

import { readdirSync } from "node:fs";

/**
 * The addresses that files of these names answer, with their parameters as `[id]`.
 * @param names `page.tsx`, `route.ts` or both
 */
export function routes(...names: ("page.tsx" | "route.ts")[]): string[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => names.some((name) => file === name || file.endsWith(`/${name}`)))
    .map((file) =>
      `/${file.replace(/(^|\/)[^/]+$/, "").replaceAll(/\([^)]+\)\/?/g, "")}`.replace(
        /(.)\/$/,
        "$1",
      ),
    )
    .sort();
}

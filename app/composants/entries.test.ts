import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { entries } from "./entries";

const files = readdirSync("components/ui", { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".tsx"),
);

/** What a file of the kit exports as a component: a function whose name begins with a capital. */
async function componentsOf(file: string): Promise<[string, unknown][]> {
  const exported = (await import(
    `../../components/ui/${file.replace(/\.tsx$/, "")}.tsx`
  )) as Record<string, unknown>;
  return Object.entries(exported).filter(
    ([name, value]) => /^[A-Z]/.test(name) && typeof value === "function",
  );
}

describe("the page of the kit", () => {
  it("shows every component of components/ui, once", async () => {
    const components = (await Promise.all(files.map(componentsOf))).flat();
    const shown = new Set<unknown>(entries.map(({ of }) => of));
    expect(components.filter(([, value]) => !shown.has(value)).map(([name]) => name)).toEqual([]);
    expect(entries.map(({ of }) => of.name).sort()).toEqual(
      components.map(([name]) => name).sort(),
    );
  });

  it("names each state of a component once", () => {
    for (const { of, states } of entries) {
      const names = states.map(({ name }) => name);
      expect(names.length, of.name).toBeGreaterThan(0);
      expect([...new Set(names)], of.name).toEqual(names);
    }
  });
});

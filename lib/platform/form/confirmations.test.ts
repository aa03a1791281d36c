import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  confirmationIn,
  confirmations,
  withConfirmation,
  withoutConfirmation,
} from "./confirmations";

const root = path.resolve(import.meta.dirname, "../../..");
const sources = ["app", "lib", "components"]
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((name) =>
      path.join(root, folder, name),
    ),
  )
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$|confirmations\.ts$/.test(name))
  .map((name) => readFileSync(name, "utf8"));

describe("what was just done, in the address", () => {
  it("keeps the query an address has", () => {
    expect(withConfirmation("/espace/offres", "publiee", { offre: "x" })).toBe(
      "/espace/offres?fait=publiee&offre=x",
    );
    expect(withConfirmation("/admin?q=Coll%C3%A8ge", "lot")).toBe("/admin?q=Coll%C3%A8ge&fait=lot");
  });

  it.each([
    ["/admin?departement=mes&fait=lot&q=l%20a", "/admin?departement=mes&q=l%20a"],
    ["/admin/lot?o=1&o=2", "/admin/lot?o=1&o=2"],
    ["/espace/offres?fait=publiee", "/espace/offres"],
    ["/espace?", "/espace"],
    ["/offres?q=a?b=c", "/offres?q=a?b=c"],
  ])("leaves %s as %s to come back to", (address, expected) =>
    expect(withoutConfirmation(address)).toBe(expected),
  );

  it.each([undefined, "", "inconnue", "toString", "__proto__", ["soumise", "soumise"]])(
    "reads nothing from %j",
    (fait) => expect(confirmationIn({ fait })).toBeNull(),
  );

  it("reads every code it writes", () => {
    for (const code of Object.keys(confirmations) as (keyof typeof confirmations)[]) {
      const { searchParams } = new URL(withConfirmation("/", code), "http://localhost");
      expect(confirmationIn(Object.fromEntries(searchParams))).toBe(code);
    }
  });

  it("leads to pages that tell it", () => {
    const pages = readdirSync(path.join(root, "app"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith("page.tsx"))
      .map((name) => ({
        // Folders in parentheses are no part of an address.
        route: `/${name.replaceAll(/\([^)]*\)\/|\/?page\.tsx$/g, "")}`,
        text: readFileSync(path.join(root, "app", name), "utf8"),
      }));
    const anyId = (address: string) => address.replaceAll(/\$\{[^}]*\}|\[[^\]]*\]/g, "[id]");
    const addresses = sources.flatMap((text) =>
      [...text.matchAll(/withConfirmation\(\s*["`](\/[^"`]*)["`]/g)].map(([, to = ""]) =>
        anyId(to),
      ),
    );
    expect(addresses.length).toBeGreaterThan(20);
    const silent = addresses.filter((address) => {
      const page = pages.find(({ route }) => anyId(route) === address);
      return !page || !/<ConfirmationToast|<DecisionToast|confirmationIn\(/.test(page.text);
    });
    expect(silent).toEqual([]);
  });

  // That a code in use exists is the compiler's to say.
  it("has no sentence that nothing tells", () => {
    const writers = sources.filter((text) => text.includes("withConfirmation("));
    expect(writers.length).toBeGreaterThan(10);
    // The codes of a decision and of a report's outcome are those of the rules themselves.
    const ofReports = ["noEffect", "suspended", "suspendedUntold", "alreadySuspended"];
    const ofForms = ["approve", "requestChanges", "refuse", ...ofReports];
    const told = (code: string) => writers.some((text) => text.includes(`"${code}"`));
    expect(
      Object.keys(confirmations).filter((code) => !ofForms.includes(code) && !told(code)),
    ).toEqual([]);
  });
});

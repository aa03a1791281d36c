import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

// Where NODE_ENV is production `npm ci` installs these alone; what of them Next requires and does
// not find it installs by itself, in the midst of `npm start`.
const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
  dependencies: Record<string, string>;
};
const verifier = "node_modules/next/dist/lib/verify-typescript-setup.js";

it("what Next requires to build is there without the development's packages", () => {
  const required = readFileSync(verifier, "utf8").matchAll(/pkg: '([^']+)'/g);
  const names = new Set([...required].map(([, name = ""]) => name));
  expect([...names].toSorted()).toEqual(["@types/node", "@types/react", "typescript"]);
  expect(Object.keys(dependencies)).toEqual(expect.arrayContaining([...names]));
});

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const sources = ["app", "components", "lib"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".test.ts"))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

/** Every `<form …>`: its file and how it opens. A tag ends where no brace is open. */
const forms = sources.flatMap(({ file, text }) =>
  [
    ...text.matchAll(/<(form|ActionForm)\b(?:[^<>{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*>/g),
  ].map(([tag, kind = ""]) => ({ file, kind, tag })),
);
const actions = sources
  .filter(({ file }) => /^lib\/.*\/actions\.ts$/.test(file))
  .flatMap(({ text }) =>
    [...text.matchAll(/export (?:const|async function) (\w+Action)\b/g)].map(
      ([, name = ""]) => name,
    ),
  );

/** Forms that change something and are no ActionForm, each with what keeps its typing. */
const ownWay: Record<string, string> = {
  "components/shell/sign-out-button.tsx":
    "a button: what was typed elsewhere goes once it was heard",
  "components/offer/import/upload-form.tsx": "sends its file itself, and keeps it chosen",
  "components/ui/action-form.tsx": "the one",
  "lib/platform/door/fault-page.ts": "gives back what a form brought that could not be taken",
};

describe("every form of the portal", () => {
  it(
    "that changes something is an ActionForm, which keeps what was typed until the server " +
      "has said yes",
    () => {
      const changes = forms.filter(
        ({ kind, tag }) => kind === "form" && /\bmethod="post"|\baction=\{(?!`)/i.test(tag),
      );
      // Filters only read: their address holds what was chosen.
      const reads = [
        "components/ui/export-form.tsx",
        "components/catalogue/search/filter-form.tsx",
      ];
      const known = [...Object.keys(ownWay), ...reads];
      expect(changes.map(({ file }) => file).filter((file) => !known.includes(file))).toEqual([]);
      expect(forms.filter(({ kind }) => kind === "ActionForm").length).toBeGreaterThan(50);
    },
  );

  it("is found: every server action has a form", () => {
    // Some forms are given their action by a table beside them.
    const inForms = sources
      .filter(({ file }) => forms.some((form) => form.kind === "ActionForm" && form.file === file))
      .map(({ text }) => text)
      .join("\n");
    const without = actions.filter(
      (name) => !new RegExp(`\\b${name}\\b`).test(inForms) && name !== "signOutAction",
    );
    expect(without).toEqual([]);
    expect(actions.length).toBeGreaterThan(60);
  });

  it("sends in one of three ways, each of which says why it failed", () => {
    const sends = sources.filter(
      ({ file, text }) =>
        file.startsWith("components/") &&
        /useActionState\(|new XMLHttpRequest|method: "POST"/.test(text),
    );
    expect(new Set(sends.map(({ file }) => file))).toEqual(
      new Set([
        "components/offer/import/upload-form.tsx",
        "components/documents/use-uploads.ts",
        "components/shell/sign-out-button.tsx",
        "components/ui/action-form.tsx",
        "components/ui/send-typing.ts",
      ]),
    );
  });
});

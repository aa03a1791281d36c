import { describe, expect, it } from "vitest";
import { formBounds, readForm, readSentForm } from "./read-form";

function formOf(fields: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe("a form as flat values", () => {
  it("a name met once is a text, met again a list, whatever the name", () => {
    const names = ["a", "constructor", "toString", "hasOwnProperty"];
    const once = formOf(names.map((name) => [name, "1"] as const));
    expect(readForm(once)).toEqual(Object.fromEntries(names.map((name) => [name, "1"])));
    const twice = formOf([...names, ...names].map((name, index) => [name, String(index)] as const));
    expect(readForm(twice)).toEqual(
      Object.fromEntries(names.map((name, index) => [name, [String(index), String(index + 4)]])),
    );
  });

  it("leaves out files, React's own fields and the name that would be a prototype", () => {
    const form = formOf([
      ["$ACTION_ID_abc", ""],
      ["__proto__", "x"],
      ["kept", "1"],
    ]);
    form.append("file", new File(["x"], "x.txt"));
    expect(readForm(form)).toEqual({ kept: "1" });
    expect(Object.getPrototypeOf(readForm(form))).toBe(Object.prototype);
  });

  it("leaves out what no text holds, and keeps every character", () => {
    expect(
      readForm(
        formOf([
          ["a", "x\u0000y\ud800z"],
          ["b", "é 👩‍⚕️ \u200b\n"],
        ]),
      ),
    ).toEqual({ a: "xy\ufffdz", b: "é 👩‍⚕️ \u200b\n" });
  });

  it("takes each field once: thirty times as many do not take a thousand times as long", () => {
    const timed = (fields: number) => {
      const form = formOf(Array.from({ length: fields }, () => ["a", ""] as const));
      const started = process.cpuUsage();
      readForm(form);
      const { user, system } = process.cpuUsage(started);
      return user + system;
    };
    timed(5_000);
    // A list copied at each name takes the square of them; what else the machine does, and the
    // collector, is far from a factor of six.
    const least = (fields: number) => Math.min(timed(fields), timed(fields), timed(fields));
    expect(least(160_000) / Math.max(least(5_000), 1_000)).toBeLessThan(200);
  });
});

describe("what somebody sent", () => {
  it.each([
    null,
    undefined,
    "a=1",
    7,
    [],
    {},
    { entries: () => [] },
    new URLSearchParams("a=1"),
    new Map([["a", "1"]]),
  ])("is no form: %s", (sent) => {
    expect(readSentForm(sent)).toBeNull();
  });

  it("is taken up to its bounds, and not beyond", () => {
    const fields = (count: number) =>
      formOf(Array.from({ length: count }, (_, index) => [`f${index}`, "x"] as const));
    expect(Object.keys(readSentForm(fields(formBounds.fields)) ?? {})).toHaveLength(
      formBounds.fields,
    );
    expect(readSentForm(fields(formBounds.fields + 1))).toBeNull();
    expect(readSentForm(formOf([["a", "x".repeat(formBounds.characters - 1)]]))).not.toBeNull();
    expect(readSentForm(formOf([["a", "x".repeat(formBounds.characters)]]))).toBeNull();
    expect(readSentForm(formOf([["x".repeat(formBounds.characters + 1), ""]]))).toBeNull();
  });
});

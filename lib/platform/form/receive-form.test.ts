import { describe, expect, it } from "vitest";
import { receiveForm } from "./receive-form";

const limits = { files: 3, fileSize: 1_000, fields: 5, fieldSize: 100, body: 10_000 };
const part = (name: string, content: string, file?: string) =>
  "--x\r\nContent-Disposition: form-data; " +
  `name="${name}"${file === undefined ? "" : `; filename="${file}"`}\r\n\r\n${content}\r\n`;
const request = (body: RequestInit["body"]) =>
  new Request("http://localhost:3000/", {
    method: "POST",
    headers: { "Content-Type": "multipart/form-data; boundary=x" },
    body,
    duplex: "half",
  } as RequestInit);
const received = async (body: RequestInit["body"]) => {
  const outcome = await receiveForm(request(body), "a", limits);
  if (!outcome.ok) return outcome.code;
  const files = await Promise.all(
    outcome.data.files.map(async (file) => [file.field, file.name, (await file.read()).toString()]),
  );
  await outcome.data.discard();
  return { fields: [...outcome.data.fields], files };
};

/** A body whose sender goes away in the middle of it. */
const aborted = (begin: string) => {
  let sent = false;
  return new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (sent) controller.error(new Error("gone"));
      else controller.enqueue(new TextEncoder().encode(begin));
      sent = true;
    },
  });
};

describe("receiving a form", () => {
  it("gives texts and files as they were sent; a field without a file is none", async () => {
    const body = `${part("titre", "Été")}${part("mois", "3")}${part("mois", "4")}${part("file", "a;b", "été %22x%22.csv")}${part("file", "", "")}--x--\r\n`;
    expect(await received(body)).toEqual({
      fields: [
        ["titre", "Été"],
        ["mois", "3"],
        ["mois", "4"],
      ],
      files: [["file", 'été "x".csv', "a;b"]],
    });
  });

  it("reads one byte more of a file than it may have, to tell that it is larger", async () => {
    expect(await received(`${part("file", "a".repeat(5_000), "a")}--x--\r\n`)).toEqual({
      fields: [],
      files: [["file", "a", "a".repeat(1_001)]],
    });
  });

  it("leaves files that are too many, not the texts behind them", async () => {
    const body = `${part("a", "b", "c").repeat(4)}${part("titre", "Été")}--x--\r\n`;
    const outcome = await receiveForm(request(body), "a", limits);
    expect(outcome).toMatchObject({ ok: true, data: { areFilesLeft: true } });
    if (!outcome.ok) return;
    expect([outcome.data.files.length, [...outcome.data.fields]]).toEqual([3, [["titre", "Été"]]]);
    await outcome.data.discard();
  });

  it.each<[string, RequestInit["body"], string]>([
    ["a file that is cut off", part("file", "a", "a").slice(0, -2), "malformed"],
    ["a head that is cut off", part("file", "a", "a").slice(0, 20), "malformed"],
    ["a sender who goes away in a file", aborted(part("file", "a", "a").slice(0, -2)), "malformed"],
    ["a sender who goes away in a text", aborted(part("text", "a").slice(0, -2)), "malformed"],
    ["nonsense", "nonsense", "malformed"],
    ["too many texts", `${part("a", "b").repeat(6)}--x--\r\n`, "tooLarge"],
    ["a text without end", `${part("a", "b".repeat(200))}--x--\r\n`, "tooLarge"],
    ["a body without end", `${part("a", "b", "c")}${" ".repeat(20_000)}`, "tooLarge"],
  ])("refuses %s", async (_name, body, code) => {
    expect(await received(body)).toBe(code);
  });
});

import { beforeEach, describe, expect, it, vi } from "vitest";
import { readBody } from "./read-body";
import { readForm } from "./read-form";

const logRefusal = vi.hoisted(() => vi.fn());
vi.mock("@/lib/platform/environment/log", () => ({ logRefusal }));
beforeEach(() => logRefusal.mockClear());

const urlencoded = "application/x-www-form-urlencoded";
const multipart = "multipart/form-data; boundary=x";
const part = (name: string, text: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;

/** A body of unknown length, which tells how far it was read. */
function inPieces(pieces: number, size: number) {
  const taken = { pieces: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (taken.pieces === pieces) {
          controller.close();
          return;
        }
        taken.pieces += 1;
        controller.enqueue(new Uint8Array(size).fill(97));
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken };
}

function sent(type: string | null, body: BodyInit | null, headers: Record<string, string> = {}) {
  const request = new Request("http://localhost:3000/espace/offres/x/brouillon", {
    method: "POST",
    headers,
    body,
    duplex: "half",
  } as RequestInit);
  request.headers.delete("content-type");
  if (type) request.headers.set("content-type", type);
  return request;
}

const bounds = { limit: 1_000, fields: 10 };

describe("a form that is sent", () => {
  it.each([
    ["urlencoded", urlencoded, "a=1&b=%C3%A9t%C3%A9&a=2"],
    ["with more said of its type", `${urlencoded.toUpperCase()}; charset=UTF-8`, "a=1&b=été&a=2"],
    ["in parts", multipart, `${part("a", "1")}${part("b", "été")}${part("a", "2")}--x--\r\n`],
    [
      "in parts, with a quoted boundary",
      'multipart/form-data; boundary="x"',
      `${part("a", "1")}${part("b", "été")}${part("a", "2")}--x--\r\n`,
    ],
  ])("is read, %s", async (_, type, body) => {
    const form = await readBody(sent(type, body), bounds);
    expect(form).toBeInstanceOf(FormData);
    expect(readForm(form as FormData)).toEqual({ a: ["1", "2"], b: "été" });
  });

  it("loses its NUL, and nothing else", async () => {
    const form = await readBody(sent(urlencoded, "titre=Bien%00+dormir&%00=x"), bounds);
    expect(readForm(form as FormData)).toEqual({ titre: "Bien dormir", "\u0000": "x" });
  });

  it("may be as long, and of as many fields, as its bounds", async () => {
    const long = await readBody(sent(urlencoded, `a=${"b".repeat(998)}`), bounds);
    expect(long).toBeInstanceOf(FormData);
    const many = await readBody(sent(urlencoded, Array(10).fill("a=1").join("&")), bounds);
    expect((many as FormData).getAll("a")).toHaveLength(10);
    const parts = `${part("a", "1").repeat(10)}--x--\r\n`;
    const inParts = await readBody(sent(multipart, parts), bounds);
    expect((inParts as FormData).getAll("a")).toHaveLength(10);
  });
});

describe("what is refused", () => {
  it.each([
    [415, "JSON", "application/json", "{}"],
    [415, "no type", null, "a=1"],
    [415, "a type that only begins like one", `${urlencoded}x`, "a=1"],
    [413, "a byte too many", urlencoded, `a=${"b".repeat(999)}`],
    [413, "a field too many", urlencoded, Array(11).fill("a=1").join("&")],
    [413, "a list without end", urlencoded, "a=&".repeat(300)],
    [413, "a part too many", multipart, `${part("a", "1").repeat(11)}--x--\r\n`],
    [400, "parts without a boundary", "multipart/form-data", "--x--\r\n"],
    [400, "parts of another boundary", multipart, "--y\r\n"],
    [400, "a part cut off", multipart, part("a", "1")],
    [400, "a part without a name", multipart, "--x\r\n\r\n1\r\n--x--\r\n"],
    [400, "nothing in parts", multipart, null],
  ])("%i: %s", async (status, _, type, body) => {
    const answer = await readBody(sent(type, body), bounds);
    expect(answer).toBeInstanceOf(Response);
    expect((answer as Response).status).toBe(status);
    const words = await (answer as Response).text();
    expect(words).toMatch(/^(Ce type de contenu|Cet envoi) [^<{]+\.$/);
    const told = { status, method: "POST", path: "/espace/offres/x/brouillon" };
    expect(logRefusal.mock.calls).toEqual([[told]]);
  });

  it("nor is it read when it says itself that it is too long", async () => {
    const { body, taken } = inPieces(5, 10);
    const answer = await readBody(sent(urlencoded, body, { "content-length": "1001" }), bounds);
    expect((answer as Response).status).toBe(413);
    expect(taken.pieces).toBe(0);
  });

  it("and no further than its limit when it does not say how long it is", async () => {
    const { body, taken } = inPieces(1_000_000, 100);
    const answer = await readBody(sent(urlencoded, body), bounds);
    expect((answer as Response).status).toBe(413);
    expect(taken.pieces).toBe(11);
  });

  it("is told to a script in JSON", async () => {
    const request = sent("text/plain", "a=1", { accept: "application/json" });
    const answer = (await readBody(request, bounds)) as Response;
    expect(await answer.json()).toEqual({
      message: expect.stringContaining("Ce type de contenu n’est pas accepté ici") as string,
    });
  });

  it("is a form whose sender left", async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) });
    const answer = await readBody(sent(urlencoded, body), bounds);
    expect((answer as Response).status).toBe(400);
  });
});

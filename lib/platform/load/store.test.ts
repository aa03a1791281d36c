import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyStore, keyOf, type Made, storedValue } from "./store";

const text = (value: string) => new TextEncoder().encode(value);
const read = ({ body }: Made) => new TextDecoder().decode(body);

describe("answers kept in memory", () => {
  it("are made once for all who ask at once, and for those who ask later", async () => {
    const kept = emptyStore(10_000);
    let made = 0;
    const ask = () => kept("a", () => Promise.resolve(text(`made ${(made += 1)}`)));
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect([...answers, await ask()].map(read)).toEqual(Array.from({ length: 4 }, () => "made 1"));
    expect(new Set(answers.map(({ tag }) => tag)).size).toBe(1);
  });

  it("tell one's fault to all who waited for it, and make it again for the next", async () => {
    const kept = emptyStore(10_000);
    const fail = () => kept("a", () => Promise.reject(new Error("no")));
    const failed = await Promise.allSettled([fail(), fail()]);
    expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(read(await kept("a", () => Promise.resolve(text("yes"))))).toBe("yes");
  });

  it("give to each who asks what its key names, and never hold more than they may", async () => {
    const asked = fc.record({
      key: fc.integer({ min: 0, max: 20 }),
      size: fc.integer({ min: 0, max: 3000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { maxLength: 60 }), async (requests) => {
        const bytes = 6000;
        const kept = emptyStore(bytes);
        const asking = requests.map(({ key, size }) => {
          const body = "x".repeat(size);
          return kept(`${key}/${size}`, () => Promise.resolve(text(body))).then((made) =>
            expect(read(made)).toBe(body),
          );
        });
        await Promise.all(asking);
        let held = 0;
        for (const name of new Set(requests.map(({ key, size }) => `${key}/${size}`))) {
          const { body } = await kept(name, () => Promise.reject(new Error("not kept"))).catch(
            () => ({ body: new Uint8Array() }),
          );
          held += body.byteLength;
        }
        expect(held).toBeLessThanOrEqual(bytes);
      }),
    );
  });

  it("hold a value for whoever asks, each with one of their own, and make it again once forgotten", async () => {
    const kept = emptyStore(4_000);
    let made = 0;
    const ask = (key: string) =>
      storedValue(kept, key, () => Promise.resolve({ rows: [(made += 1), "x".repeat(200)] }));
    const [first, second] = await Promise.all([ask("a"), ask("a")]);
    first.rows.length = 0;
    expect([second.rows[0], (await ask("a")).rows[0]]).toEqual([1, 1]);
    for (let other = 0; other < 20; other++) await ask(`other ${other}`);
    expect((await ask("a")).rows[0]).toBe(22);
  });

  it("have one key for the same values, another for any other", () => {
    expect(keyOf("pdf", { a: 1 }, ["b"])).toBe(keyOf("pdf", { a: 1 }, ["b"]));
    const others = [
      keyOf("zip", { a: 1 }, ["b"]),
      keyOf("pdf", { a: 2 }, ["b"]),
      keyOf("pdf", { a: 1 }, "b"),
    ];
    expect(new Set([keyOf("pdf", { a: 1 }, ["b"]), ...others]).size).toBe(4);
  });
});

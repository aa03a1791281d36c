import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOrBusy, busyResponse, isBusy } from "./busy";
import { lane } from "./lane";

let made = 0;
const fresh = (atOnce: number, waiting: number) => lane(`test ${(made += 1)}`, { atOnce, waiting });

describe("work in a lane", () => {
  it(
    "is never done more than so often at once, is turned away past its places, and leaves " +
      "its place whatever comes of it",
    async () => {
      const bounds = {
        atOnce: fc.integer({ min: 1, max: 4 }),
        waiting: fc.integer({ min: 0, max: 4 }),
        works: fc.array(fc.boolean(), { maxLength: 20 }),
      };
      await fc.assert(
        fc.asyncProperty(fc.record(bounds), async ({ atOnce, waiting, works }) => {
          const bounded = fresh(atOnce, waiting);
          let [running, most] = [0, 0];
          const work = (succeeds: boolean) =>
            bounded(async () => {
              most = Math.max(most, (running += 1));
              await new Promise(setImmediate);
              running -= 1;
              if (!succeeds) throw new Error("of its own");
            });
          const outcomes = await Promise.allSettled(works.map(work));
          const turnedAway = outcomes.filter(
            (each) => each.status === "rejected" && isBusy(each.reason),
          ).length;
          expect(most).toBe(Math.min(atOnce, works.length));
          expect(turnedAway).toBe(Math.max(0, works.length - atOnce - waiting));
          await work(true);
        }),
        { numRuns: 50 },
      );
    },
  );

  it("lets what is cheap come in between two that compute", async () => {
    const bounded = fresh(1, 5);
    const order: string[] = [];
    const computing = [1, 2, 3].map((number) =>
      bounded(() => Promise.resolve(order.push(`computed ${number}`))),
    );
    await Promise.race(computing);
    setImmediate(() => order.push("cheap"));
    await Promise.all(computing);
    expect(order.indexOf("cheap")).toBeLessThan(order.indexOf("computed 3"));
  });
});

describe("who finds no place", () => {
  it("is told so in French, with 503 and when to come back; any other fault stays one", async () => {
    const full = fresh(1, 0);
    let leave: () => void = () => undefined;
    const held = new Promise<void>((end) => (leave = end));
    const first = full(() => held);
    const answer = await answerOrBusy(() => full(() => Promise.resolve(new Response("made"))));
    expect([
      answer.status,
      answer.headers.get("retry-after"),
      answer.headers.get("cache-control"),
    ]).toEqual([503, "5", "no-store"]);
    const page = await answer.text();
    expect(page).toContain('lang="fr"');
    expect(page).toContain("Le portail est très sollicité. Réessayez dans un instant.");
    leave();
    await first;
    expect(
      (await answerOrBusy(() => full(() => Promise.resolve(new Response("made"))))).status,
    ).toBe(200);
    await expect(answerOrBusy(() => Promise.reject(new Error("other")))).rejects.toThrow("other");
    expect(busyResponse().status).toBe(503);
  });
});

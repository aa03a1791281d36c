import { Worker } from "node:worker_threads";
import { describe, expect, it, vi } from "vitest";
import { WorkerPool } from "./worker-pool";

/** A worker that says its name after each task. */
const named = (name: string) =>
  vi.fn(
    () =>
      new Worker(
        `const { parentPort } = require("node:worker_threads");
        parentPort.on("message", (task) => {
          parentPort.postMessage({ began: true });
          if (task === "forever") for (;;);
          parentPort.postMessage({ answer: ${JSON.stringify(name)} + task });
        });`,
        { eval: true },
      ),
  );

const pool = (lanes: number, waiting = 10) => new WorkerPool({ lanes, waiting, idleMs: 10_000 });

describe("a pool of workers", () => {
  it("keeps a worker for what it can do, and replaces it for anything else", async () => {
    const [one, two] = [named("one "), named("two ")];
    const shared = pool(1);
    const answers = [
      await shared.run(one, "a", 1000),
      await shared.run(one, "b", 1000),
      await shared.run(two, "c", 1000),
      await shared.run(one, "d", 1000),
    ];
    expect(answers).toEqual(
      ["one a", "one b", "two c", "one d"].map((answer) => ({ ok: true, answer })),
    );
    expect([one.mock.calls.length, two.mock.calls.length]).toEqual([2, 1]);
  });

  it("gives a task the free worker that is made for it", async () => {
    const [one, two] = [named("one "), named("two ")];
    const shared = pool(2);
    await Promise.all([shared.run(one, "a", 1000), shared.run(two, "b", 1000)]);
    await shared.run(one, "c", 1000);
    await shared.run(two, "d", 1000);
    expect([one.mock.calls.length, two.mock.calls.length]).toEqual([1, 1]);
  });

  it("ends what takes too long, refuses what nobody could wait for, and serves again", async () => {
    const one = named("one ");
    const shared = pool(1, 0);
    const long = shared.run(one, "forever", 20);
    expect(await shared.run(one, "a", 1000)).toEqual({ ok: false, code: "busy" });
    expect(await long).toEqual({ ok: false, code: "tooHeavy" });
    expect(await shared.run(one, "b", 1000)).toEqual({ ok: true, answer: "one b" });
  });
});

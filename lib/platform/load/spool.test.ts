import { type FileHandle, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { afterEach, describe, expect, it, vi } from "vitest";
import { requestState } from "@/lib/platform/environment/request-state";
import { filled } from "@/tests/support/filled";
import { isBusy } from "./busy";
import { inLane } from "./in-lane";
import { filing, lane } from "./lane";
import { storedOnDisk } from "./spool";

vi.mock("@/lib/platform/environment/env", () => ({ env: { logLevel: "error" } }));

/** Bytes that the disk takes yet: of a piece that is too long it takes the beginning. */
const disk = vi.hoisted(() => ({ left: Infinity }));

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const bounded = (file: FileHandle): FileHandle => {
    const [write, close] = [file.write.bind(file), file.close.bind(file)];
    return Object.assign(file, {
      write: (bytes: Uint8Array, from: number, _: null, at: number) => {
        if (disk.left <= 0) throw Object.assign(new Error("full"), { code: "ENOSPC" });
        const length = Math.min(disk.left, bytes.byteLength - from);
        disk.left -= length;
        return write(bytes, from, length, at);
      },
      close: async () => {
        const { size } = await file.stat();
        await close();
        disk.left += size;
      },
    });
  };
  const open = async (...given: Parameters<typeof real.open>) => bounded(await real.open(...given));
  return { ...real, open };
});

const text = (stream: ReadableStream<Uint8Array>) => new Response(stream).text();
const encoded = (value: string) => new TextEncoder().encode(value);

const parts = (...all: string[]) => ({
  content: new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of all) controller.enqueue(encoded(part));
      controller.close();
    },
  }),
});

/** A stream that gives its parts when it is told to. */
function slowly() {
  let to: ReadableStreamDefaultController<Uint8Array> | undefined;
  const content = new ReadableStream<Uint8Array>({ start: (controller) => void (to = controller) });
  return {
    content,
    give: (part: string) => to?.enqueue(encoded(part)),
    end: () => to?.close(),
    fail: () => to?.error(new Error("no")),
  };
}

describe("a long answer kept on disk", () => {
  it("is made once for who asks before, during and after, and read while it is made", async () => {
    const source = slowly();
    let made = 0;
    const ask = () => storedOnDisk("csv 1", () => ({ content: ((made += 1), source.content) }));
    const [first, second] = await Promise.all([ask(), ask()]);
    source.give("a;b\r\n");
    const reader = first.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("a;b\r\n");
    const third = await ask();
    source.give("é;d\r\n");
    source.end();
    expect(await Promise.all([second, third].map(text))).toEqual([
      "a;b\r\né;d\r\n",
      "a;b\r\né;d\r\n",
    ]);
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("é;d\r\n");
    expect((await reader.read()).done).toBe(true);
    expect(await text(await ask())).toBe("a;b\r\né;d\r\n");
    expect(made).toBe(1);
    expect(
      (await readdir(tmpdir())).filter((name) => name.startsWith("portail-") && name.length === 44),
    ).toEqual([]);
  });

  it(
    "is made again when it broke off or something was missing, and another key is another " +
      "file",
    async () => {
      const broken = slowly();
      const reading = storedOnDisk("csv 2", () => broken).then(text);
      broken.fail();
      await expect(reading).rejects.toThrow();
      const partial = {
        content: new Response("in part").body as ReadableStream<Uint8Array>,
        isWhole: () => false,
      };
      expect(await storedOnDisk("csv 2", () => partial).then(text)).toBe("in part");
      const whole = () => ({ content: new Response("whole").body as ReadableStream<Uint8Array> });
      await vi.waitFor(async () =>
        expect(await storedOnDisk("csv 2", whole).then(text)).toBe("whole"),
      );
      expect(
        await storedOnDisk("csv 3", () => ({
          content: new Response("other").body as ReadableStream<Uint8Array>,
        })).then(text),
      ).toBe("other");
    },
  );

  it("is turned away when too many are being made, not when it is there", async () => {
    const ask = (key: string) =>
      storedOnDisk(key, () => ({
        content: new Response(key).body as ReadableStream<Uint8Array>,
      })).then(text);
    expect(await ask("csv 4")).toBe("csv 4");
    const leave = await filled(filing);
    expect(await ask("csv 4")).toBe("csv 4");
    await expect(ask("csv 5")).rejects.toSatisfy(isBusy);
    await leave();
    expect(await ask("csv 5")).toBe("csv 5");
  });
});

describe("a disk that is full", () => {
  afterEach(() => {
    disk.left = Infinity;
    Reflect.deleteProperty(globalThis, "portalSpools");
  });

  it("gives back what is kept there", async () => {
    disk.left = 10;
    expect(await storedOnDisk("full 1", () => parts("0123456789")).then(text)).toBe("0123456789");
    let made = 0;
    const again = () => storedOnDisk("full 2", () => (made++, parts("a", "bcdefgh")));
    for (let time = 1; time <= 2; time++) {
      const [one, other] = await Promise.all([again(), again()]);
      expect(await Promise.all([text(one), text(other)])).toEqual(["abcdefgh", "abcdefgh"]);
    }
    expect(made).toBe(1);
  });

  it("is done without by all who read along, the slow too, and tried again by the next", async () => {
    disk.left = 3;
    let made = 0;
    const ask = () => storedOnDisk("full 3", () => (made++, parts("ab", "cd", "", "ef", "gh")));
    const [fast, slow] = await Promise.all([ask(), ask()]);
    const reader = slow.getReader();
    const reading = text(fast);
    for (const part of ["ab", "cd"])
      expect(new TextDecoder().decode((await reader.read()).value)).toBe(part);
    expect(disk.left).toBe(0);
    // Who comes too late for its beginning has it made for itself.
    expect(await ask().then(text)).toBe("abcdefgh");
    for (const part of ["ef", "gh", undefined])
      expect(new TextDecoder().decode((await reader.read()).value)).toBe(part ?? "");
    expect(await reading).toBe("abcdefgh");
    expect(made).toBe(2);
    disk.left = 100;
    for (const _ of [1, 2]) expect(await ask().then(text)).toBe("abcdefgh");
    expect(made).toBe(3);
  });

  it("holds up no other file for a reader who stands still, and is left alone with the last", async () => {
    disk.left = 0;
    let cancelled = 0;
    const endless = () => ({
      content: new ReadableStream<Uint8Array>({
        pull: (controller) => controller.enqueue(encoded("more")),
        cancel: () => void (cancelled += 1),
      }),
    });
    const still = await Promise.all(["full 4", "full 5"].map((key) => storedOnDisk(key, endless)));
    expect(await storedOnDisk("full 6", () => parts("other")).then(text)).toBe("other");
    for (const stream of still) await stream.cancel();
    await expect.poll(() => cancelled).toBe(2);
  });
});

describe("an answer that keeps its place while it is read", () => {
  const endless = () =>
    new Response(
      new ReadableStream<Uint8Array>({
        pull: (controller) => controller.enqueue(new Uint8Array(1000)),
      }),
    );

  it("gives it back when it is read, when its reader leaves, and when it has no body", async () => {
    const one = lane("read", { atOnce: 1, waiting: 0 });
    expect(await (await inLane(one, () => new Response("all"))).text()).toBe("all");
    // A turn later on Node 24: its reader is done before its place is given back.
    const left = await vi.waitFor(() => inLane(one, endless));
    await expect(inLane(one, endless)).rejects.toSatisfy(isBusy);
    await left.body?.cancel();
    await vi.waitFor(async () =>
      expect((await inLane(one, () => new Response(null, { status: 404 }))).status).toBe(404),
    );
    await vi.waitFor(async () =>
      expect(await (await inLane(one, () => new Response("all"))).text()).toBe("all"),
    );
  });

  it("is broken off when its reader stands still, or takes for ever", async () => {
    for (const seconds of [
      { still: 0.02, whole: 10 },
      { still: 10, whole: 0.02 },
    ]) {
      const one = lane(`still ${seconds.still}`, { atOnce: 1, waiting: 0 });
      const held = await inLane(one, endless, seconds);
      await vi.waitFor(async () =>
        expect(await (await inLane(one, () => new Response("next"))).text()).toBe("next"),
      );
      await expect(held.text()).rejects.toThrow("its reader has stood still");
    }
  });

  it("keeps no place where only its head is sent, which nobody reads", async () => {
    const one = lane("headOnly", { atOnce: 1, waiting: 0 });
    let cancelled = 0;
    const answer = () =>
      new Response(new ReadableStream({ cancel: () => void (cancelled += 1) }), {
        headers: { "Content-Type": "application/zip" },
      });
    const state = { isHead: true, isUnavailable: false, isActionSent: false };
    const ask = () =>
      requestState.run({ ...state, isActionReached: false, isRefusalLogged: false }, () =>
        inLane(one, answer),
      );
    for (let time = 1; time <= 3; time++) {
      // The place is free again a turn later.
      const { headers, body } = await vi.waitFor(ask);
      expect([headers.get("content-type"), body, cancelled]).toEqual([
        "application/zip",
        null,
        time,
      ]);
    }
  });
});

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CurrentVersion } from "./current-version";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "performance"] }));
afterEach(() => vi.useRealTimers());

/** A source whose answers come when they are let go. */
function source() {
  let version = 1;
  const held: (() => void)[] = [];
  let isHeld = false;
  const ask = vi.fn(async () => {
    const read = String(version);
    if (isHeld) await new Promise<void>((go) => held.push(go));
    return read;
  });
  return {
    ask,
    change: () => (version += 1),
    hold: () => (isHeld = true),
    letGo: () => {
      isHeld = false;
      for (const go of held.splice(0)) go();
    },
  };
}

it("is asked once for many, again while it still counts, and never counts past its lease", async () => {
  const { ask, change } = source();
  const current = new CurrentVersion(ask);
  expect(await Promise.all([current.get(), current.get(), current.get()])).toEqual(["1", "1", "1"]);
  expect(ask).toHaveBeenCalledTimes(1);
  change();
  vi.advanceTimersByTime(300);
  expect([await current.get(), ask.mock.calls.length]).toEqual(["1", 1]);
  vi.advanceTimersByTime(200);
  // Nobody waits for the new one, which is there for the next.
  expect([await current.get(), ask.mock.calls.length]).toEqual(["1", 2]);
  await Promise.resolve();
  expect(await current.get()).toBe("2");
  change();
  vi.advanceTimersByTime(1000);
  expect(await current.get()).toBe("3");
});

it("is another at once when it is told that something changed, whatever was asked before", async () => {
  const { ask, change, hold, letGo } = source();
  const current = new CurrentVersion(ask);
  await current.get();
  hold();
  vi.advanceTimersByTime(500);
  await current.get();
  change();
  current.revoke();
  letGo();
  expect(await current.get()).toBe("2");
  expect(await current.get()).toBe("2");
});

it("is not known where nothing answers, in time or at all, and is when it does again", async () => {
  const { ask, hold, letGo } = source();
  const current = new CurrentVersion(ask);
  await current.get();
  hold();
  vi.advanceTimersByTime(1000);
  const waiting = current.get();
  await vi.advanceTimersByTimeAsync(2000);
  expect(await waiting).toBeNull();
  letGo();
  expect(await current.get()).toBe("1");

  const broken = new CurrentVersion(() => Promise.reject(new Error("away")));
  expect([await broken.get(), await broken.get()]).toEqual([null, null]);
});

it("is known to who waited in a process that was too busy to hear the answer in time", async () => {
  const { ask, change, hold, letGo } = source();
  const current = new CurrentVersion(ask);
  await current.get();
  change();
  current.revoke();
  hold();
  const waiting = [current.get(), current.get()];
  // One turn, a second and a half long.
  vi.advanceTimersByTime(1500);
  letGo();
  expect(await Promise.all(waiting)).toEqual(["2", "2"]);
  expect(ask).toHaveBeenCalledTimes(2);
});

it("is known to who waited while others changed something, as it was after that", async () => {
  const { ask, change, hold, letGo } = source();
  const current = new CurrentVersion(ask);
  hold();
  const waiting = [current.get(), current.get()];
  for (let sent = 0; sent < 3; sent++) {
    change();
    current.revoke();
  }
  letGo();
  expect(await Promise.all(waiting)).toEqual(["4", "4"]);
});

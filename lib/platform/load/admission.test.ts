import { describe, expect, test, vi } from "vitest";
import { Admission } from "./admission";

const here = new AbortController().signal;

describe("how many requests are worked on at once", () => {
  test("those beyond wait in the order they came, and take the place of who leaves", async () => {
    const admission = new Admission({ atWork: 1, waiting: 2, patience: 60_000 });
    const order: string[] = [];
    const leave = await admission.enter(here);
    const second = admission.enter(here).then((place) => (order.push("second"), place));
    const third = admission.enter(here).then((place) => (order.push("third"), place));
    expect(await admission.enter(here)).toBeNull();
    leave?.();
    leave?.();
    (await second)?.();
    expect(await third).not.toBeNull();
    expect(order).toEqual(["second", "third"]);
  });

  test("who comes while a place is handed over does not take it", async () => {
    const admission = new Admission({ atWork: 1, waiting: 1, patience: 60_000 });
    const leave = await admission.enter(here);
    const waiting = admission.enter(here);
    leave?.();
    expect(await admission.enter(AbortSignal.abort())).toBeNull();
    expect(await waiting).not.toBeNull();
  });

  test("nobody waits longer than the patience, nor after having left", async () => {
    vi.useFakeTimers();
    try {
      const admission = new Admission({ atWork: 0, waiting: 2, patience: 1000 });
      const gone = new AbortController();
      const [late, left] = [admission.enter(here), admission.enter(gone.signal)];
      gone.abort();
      expect(await left).toBeNull();
      await vi.advanceTimersByTimeAsync(666);
      const settled = vi.fn();
      void late.then(settled);
      await Promise.resolve();
      expect(settled).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(334);
      expect(await late).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  test("nobody is sent away for having waited while the process starts", async () => {
    vi.useFakeTimers();
    try {
      const starting = performance.now() + 5000;
      const admission = new Admission({ atWork: 0, waiting: 1, patience: 1000, starting });
      const settled = vi.fn();
      void admission.enter(here).then(settled);
      await vi.advanceTimersByTimeAsync(5600);
      expect(settled).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(400);
      expect(settled).toHaveBeenCalledWith(null);
    } finally {
      vi.useRealTimers();
    }
  });
});

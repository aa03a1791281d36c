import { setTimeout as after } from "node:timers";
import type { Transferable, Worker } from "node:worker_threads";

/** What a worker says: that it has begun, then its answer or what it threw. */
export type WorkerMessage<Answer> = { began: true } | { answer: Answer } | { failed: string };

/** `tooHeavy`: longer than its time, or more than its memory. `busy`: too many wait already. */
export type WorkerOutcome<Answer> =
  { ok: true; answer: Answer } | { ok: false; code: "tooHeavy" | "busy" };

interface Limits {
  /** Workers at once. */
  lanes: number;
  /** Tasks that may wait for one. */
  waiting: number;
  /** Milliseconds after which a worker without work is let go. */
  idleMs: number;
}

interface Lane {
  worker: Worker | null;
  /** What made the worker. */
  start: (() => Worker) | null;
  idle: NodeJS.Timeout | null;
}

/** Milliseconds a worker has to come up. */
const startLimitMs = 20_000;

/**
 * Runs tasks beside the server's own thread, each within a time. A worker that does not keep to it
 * is ended.
 */
export class WorkerPool {
  readonly #free: Lane[];
  readonly #waiting: ((lane: Lane) => void)[] = [];

  constructor(private readonly limits: Limits) {
    this.#free = Array.from({ length: limits.lanes }, () => ({
      worker: null,
      start: null,
      idle: null,
    }));
  }

  /**
   * @param start makes a worker that answers each task it is sent with {@link WorkerMessage}s; one
   * it made before serves again
   * @param limitMs for the task itself, waiting and starting not counted
   * @throws what the worker threw
   */
  async run<Answer>(
    start: () => Worker,
    task: unknown,
    limitMs: number,
    transfer: readonly Transferable[] = [],
  ): Promise<WorkerOutcome<Answer>> {
    if (this.#free.length === 0 && this.#waiting.length >= this.limits.waiting)
      return { ok: false, code: "busy" };
    const lane = this.#take(start) ?? (await new Promise<Lane>((give) => this.#waiting.push(give)));
    if (lane.idle) clearTimeout(lane.idle);
    try {
      if (lane.start !== start) {
        await lane.worker?.terminate();
        lane.worker = null;
      }
      lane.worker ??= start();
      lane.start = start;
      return await ask<Answer>(lane.worker, task, limitMs, transfer);
    } catch (error) {
      const worker = lane.worker;
      lane.worker = null;
      await worker?.terminate();
      if (error instanceof TooHeavy) return { ok: false, code: "tooHeavy" };
      throw error;
    } finally {
      this.#release(lane);
    }
  }

  /** A free lane, one whose worker can do the task if there is one. */
  #take(start: () => Worker): Lane | undefined {
    const fit = this.#free.findLastIndex((lane) => lane.start === start);
    return this.#free.splice(fit, 1)[0];
  }

  #release(lane: Lane): void {
    const next = this.#waiting.shift();
    if (next) {
      next(lane);
      return;
    }
    lane.worker?.unref();
    lane.idle = after(() => {
      void lane.worker?.terminate();
      lane.worker = null;
    }, this.limits.idleMs).unref();
    this.#free.push(lane);
  }
}

class TooHeavy extends Error {}

function ask<Answer>(
  worker: Worker,
  task: unknown,
  limitMs: number,
  transfer: readonly Transferable[],
): Promise<WorkerOutcome<Answer>> {
  return new Promise((resolve, reject) => {
    let timer = after(
      () => settle(() => reject(new Error("A worker did not start."))),
      startLimitMs,
    );
    const settle = (then: () => void) => {
      clearTimeout(timer);
      worker.off("message", heard).off("error", died).off("exit", ended);
      then();
    };
    const heard = (word: WorkerMessage<Answer>) => {
      if ("began" in word) {
        clearTimeout(timer);
        timer = after(() => settle(() => reject(new TooHeavy())), limitMs);
      } else if ("failed" in word) settle(() => reject(new Error(word.failed)));
      else settle(() => resolve({ ok: true, answer: word.answer }));
    };
    const died = (error: Error & { code?: string }) =>
      settle(() => reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new TooHeavy() : error));
    const ended = () => settle(() => reject(new TooHeavy()));
    worker.ref();
    worker.on("message", heard).on("error", died).on("exit", ended);
    worker.postMessage(task, transfer);
  });
}

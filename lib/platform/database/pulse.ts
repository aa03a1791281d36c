import { setTimeout as pause } from "node:timers/promises";
import { turns } from "@/lib/platform/load/turns";
import { DatabaseUnavailableError, isConnectionLost } from "./errors";

/** Something asked of the database that has not been answered yet. */
interface Operation {
  since: number;
  /**
   * A single statement: the server ends those that take too long, so that one that is older was
   * lost.
   */
  isStatement: boolean;
  fail: (error: Error) => void;
}

export interface PulseOptions {
  /**
   * Asks the database for a sign of life, on a connection of its own.
   * @returns whether it gave one; may also never settle
   */
  beat: () => Promise<boolean>;
  /** Ends what `beat` left behind when it was given up. */
  giveUp: () => void;
  /** The connections there are can be thrown away: at once, or when what they do is done. */
  lost: (how: "atOnce" | "whenDone") => void;
}

// Milliseconds. A database that stopped is noticed after `slow + round + patience`, at most 4.3 s.
const slow = 750;
const round = 500;
const patience = 3_000;
const betweenBeats = 1_000;
/** Longer than the server lets a statement run (client.ts). */
const tooOld = 20_000;

/**
 * Notices that the database no longer answers, which the driver does not: a connection to a server
 * that is stopped, or behind a network that is cut, waits for hours. When something takes long, the
 * database is asked for a sign of life; without one everything under way fails, what comes next
 * fails at once, and the database is asked until it answers again. A statement may take its time
 * meanwhile: it is the server that is timed, not the work.
 */
export class Pulse {
  readonly #operations = new Set<Operation>();
  #isAway = false;
  #isAsking = false;
  #isWatching = false;
  #isStopped = false;

  constructor(readonly options: PulseOptions) {}

  /**
   * Does something that asks the database, for as long as the database lives.
   * @param statement whether it is one statement, or a transaction of many
   * @throws DatabaseUnavailableError when the database does not answer; its outcome is unknown, as
   * with any lost connection
   */
  async watch<T>(
    work: () => PromiseLike<T>,
    { isStatement }: { isStatement: boolean },
  ): Promise<T> {
    if (this.#isAway) throw away();
    let operation: Operation | undefined;
    try {
      return await new Promise<T>((resolve, reject) => {
        operation = { since: performance.now(), isStatement, fail: reject };
        this.#operations.add(operation);
        void this.#look();
        work().then(resolve, reject);
      });
    } catch (error) {
      if (isConnectionLost(error)) void this.#ask();
      throw error;
    } finally {
      if (operation) this.#operations.delete(operation);
    }
  }

  /** Watches no more. */
  stop(): void {
    this.#isStopped = true;
    this.options.giveUp();
  }

  /** Looks at what is under way, as long as anything is. */
  async #look(): Promise<void> {
    if (this.#isWatching) return;
    this.#isWatching = true;
    let asked = 0;
    while (this.#operations.size > 0 && !this.#isStopped) {
      await pause(round, undefined, { ref: false });
      const now = performance.now();
      this.#giveUpLost(now);
      const isSlow = [...this.#operations].some(({ since }) => now - since > slow);
      if (!isSlow || now - asked < betweenBeats) continue;
      asked = now;
      void this.#ask();
    }
    this.#isWatching = false;
  }

  /**
   * A statement that outlived the server's own limit: its connection is dead, though the database
   * lives.
   */
  #giveUpLost(now: number): void {
    const lost = [...this.#operations].filter(
      ({ since, isStatement }) => isStatement && now - since > tooOld,
    );
    for (const { fail } of lost) fail(away());
    if (lost.length > 0) this.options.lost("whenDone");
  }

  /** Asks for a sign of life; without one, again and again. */
  async #ask(): Promise<void> {
    if (this.#isAsking || this.#isStopped) return;
    this.#isAsking = true;
    // oxlint-disable-next-line @typescript-eslint/no-unnecessary-condition -- stopped meanwhile
    while (!(await this.#isAlive()) && !this.#isStopped) {
      this.#isAway = true;
      this.options.lost("atOnce");
      for (const { fail } of this.#operations) fail(away());
      await pause(round, undefined, { ref: false });
    }
    this.#isAway = false;
    this.#isAsking = false;
  }

  async #isAlive(): Promise<boolean> {
    const beat = this.options.beat();
    const isAlive = await Promise.race([beat, turns(patience).then(() => false)]);
    if (!isAlive) this.options.giveUp();
    return isAlive;
  }
}

function away(): DatabaseUnavailableError {
  return new DatabaseUnavailableError("The database does not answer.");
}

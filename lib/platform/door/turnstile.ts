/** Milliseconds of one turn of the event loop that go to letting requests in. */
const slice = 5;
/** Milliseconds for which a crowd that still comes is taken in before anybody is worked on. */
const crowd = 500;

/**
 * Lets requests in one by one, in their order, a few in each turn of the event loop, and none while
 * new connections come in. Node takes one new connection a turn: if everybody who asks at the same
 * time were worked on in one turn, the last of a crowd would stand outside for seconds, and a probe
 * of the host with them.
 */
export class Turnstile {
  readonly #queue: (() => void)[] = [];
  #hasNewcomer = false;
  /** When somebody was let in last. */
  #last = 0;

  /** A connection was taken: there may be others behind it. */
  newcomer(): void {
    this.#hasNewcomer = true;
  }

  /** Resolves when it is the caller's turn. */
  pass(): Promise<void> {
    return new Promise((through) => {
      if (this.#queue.push(through) > 1) return;
      this.#last = performance.now();
      setImmediate(this.#turn);
    });
  }

  readonly #turn = (): void => void this.#letIn();

  async #letIn(): Promise<void> {
    const begun = performance.now();
    const isHeld = this.#hasNewcomer && begun - this.#last < crowd;
    this.#hasNewcomer = false;
    while (!isHeld && this.#queue.length > 0 && performance.now() < begun + slice) {
      this.#queue[0]?.();
      // Comes after all that this one does at once.
      await new Promise((done) => process.nextTick(done));
      this.#queue.shift();
      this.#last = performance.now();
    }
    if (this.#queue.length > 0) setImmediate(this.#turn);
  }
}

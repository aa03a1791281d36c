export interface AdmissionLimits {
  /** Requests at work at the same time. */
  atWork: number;
  /** Requests that may wait for a place. */
  waiting: number;
  /** Milliseconds one waits at most. */
  patience: number;
  /**
   * Milliseconds of the process's life in which nobody is sent away for having waited: its first
   * answers take long since their code is read meanwhile.
   */
  starting?: number;
}

/** Gives a place back; more than once does no harm. */
export type Leave = () => void;

/**
 * How many requests are worked on at once. More would only make each slower, and the process deaf
 * to everything else; those beyond wait a moment, and those beyond that are told to come back.
 */
export class Admission {
  #atWork = 0;
  /** In the order they came; each is told whether it has a place. */
  readonly #waiting = new Set<(admitted: boolean) => void>();

  constructor(readonly limits: AdmissionLimits) {}

  /**
   * Waits for a place.
   * @param gone aborts the wait of a caller who left
   * @returns null when there was no place in time
   */
  async enter(gone?: AbortSignal): Promise<Leave | null> {
    if (this.#atWork < this.limits.atWork) this.#atWork += 1;
    else if (!(await this.#wait(gone))) return null;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#atWork -= 1;
      this.#admitNext();
    };
  }

  #admitNext(): void {
    const [first] = this.#waiting;
    if (!first) return;
    this.#atWork += 1;
    first(true);
  }

  #wait(gone: AbortSignal | undefined): Promise<boolean> {
    if (this.#waiting.size >= this.limits.waiting || gone?.aborted) return Promise.resolve(false);
    return new Promise((answer) => {
      const settle = (admitted: boolean) => {
        clearTimeout(timer);
        gone?.removeEventListener("abort", refuse);
        this.#waiting.delete(settle);
        answer(admitted);
      };
      const refuse = () => settle(false);
      // Not all at once: many who came together would be answered in one go, and nobody else
      // meanwhile.
      const { patience, starting = 0 } = this.limits;
      const start = Math.max(0, starting - performance.now());
      const timer = setTimeout(refuse, start + patience * (1 - Math.random() / 3));
      timer.unref();
      gone?.addEventListener("abort", refuse);
      this.#waiting.add(settle);
    });
  }
}

import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds for which a version that was asked for counts as the one there is. */
const lease = 800;
/** After which it is asked for again while it still counts, so that nobody waits for it. */
const early = 400;
/** For which somebody waits to know it. */
const patience = 300;

/**
 * The version of something that changes elsewhere, asked for seldom and never out of date by more
 * than its lease: what others change is seen within it, whatever becomes of the network between,
 * and what this process changes is seen at once when it is told ({@link CurrentVersion.revoke}).
 */
export class CurrentVersion {
  #known: { version: string; at: number } | undefined;
  #asking: Promise<void> | undefined;

  /** @param ask reads the version that there is */
  constructor(readonly ask: () => Promise<string>) {}

  /** The version; null where it cannot be known in time. */
  async get(): Promise<string | null> {
    const known = this.#fresh();
    if (known) {
      if (performance.now() - known.at > early) void this.#renew();
      return known.version;
    }
    await Promise.race([this.#renew(), pause(patience, undefined, { ref: false })]);
    return this.#fresh()?.version ?? null;
  }

  /** Something may have changed: no answer that was asked for before counts. */
  revoke(): void {
    this.#known = undefined;
    this.#asking = undefined;
  }

  #fresh() {
    return this.#known && performance.now() - this.#known.at < lease ? this.#known : undefined;
  }

  #renew(): Promise<void> {
    if (this.#asking) return this.#asking;
    const at = performance.now();
    const asking: Promise<void> = this.ask().then(
      (version) => {
        if (this.#asking !== asking) return;
        this.#known = { version, at };
        this.#asking = undefined;
      },
      () => {
        if (this.#asking === asking) this.#asking = undefined;
      },
    );
    this.#asking = asking;
    return asking;
  }
}

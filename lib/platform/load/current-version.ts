import { turns } from "./turns";

/** Milliseconds for which a version that was asked for counts as the one there is. */
const lease = 800;
/** After which it is asked for again while it still counts, so that nobody waits for it. */
const early = 400;
/** For which somebody waits to know it. */
const patience = 2_000;

interface Known {
  version: string;
  at: number;
}

/** `answered`, though perhaps before something changed: then it is asked for again. */
type Outcome = "answered" | "givenUp";

/**
 * The version of something that changes elsewhere, asked for seldom and never out of date by more
 * than its lease: what others change is seen within it, whatever becomes of the network between,
 * and what this process changes is seen at once when it is told ({@link CurrentVersion.revoke}).
 */
export class CurrentVersion {
  #known: Known | undefined;
  #asking: Promise<Outcome> | undefined;

  /** @param ask reads the version that there is */
  constructor(readonly ask: () => Promise<string>) {}

  /** The version; null where it cannot be known in time. */
  async get(): Promise<string | null> {
    const now = performance.now();
    const known = this.#asOf(now);
    if (known) {
      if (now - known.at > early) void this.#renew();
      return known.version;
    }
    // Or a busy process would make every page anew, and be busier yet.
    const limit = turns(patience).then(() => "givenUp" as const);
    for (;;) {
      const outcome = await Promise.race([this.#renew(), limit]);
      // However long it was on its way: it is no older than what somebody was told at that moment.
      const version = this.#asOf(now)?.version;
      if (version !== undefined) return version;
      if (outcome === "givenUp") return null;
    }
  }

  /** Something may have changed: no answer that was asked for before counts. */
  revoke(): void {
    this.#known = undefined;
    this.#asking = undefined;
  }

  #asOf(moment: number) {
    return this.#known && moment - this.#known.at < lease ? this.#known : undefined;
  }

  #renew(): Promise<Outcome> {
    if (this.#asking) return this.#asking;
    const at = performance.now();
    const settle = (known: Known | undefined, outcome: Outcome): Outcome => {
      if (this.#asking !== asking) return "answered";
      this.#asking = undefined;
      if (known) this.#known = known;
      return outcome;
    };
    const asking: Promise<Outcome> = this.ask().then(
      (version) => settle({ version, at }, "answered"),
      () => settle(undefined, "givenUp"),
    );
    this.#asking = asking;
    return asking;
  }
}

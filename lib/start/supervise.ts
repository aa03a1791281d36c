import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { needsOperator } from "@/lib/platform/environment/check-start";
import { OperatorError } from "@/lib/platform/environment/env";
import { endChild } from "./end-child";

/** Seconds a child has to live, once it answers, for its death to be a new trouble. */
const settled = 10;
/** A death before the first answer counts for two. */
const enough = 10;

interface Supervision {
  /** A child that is being started. Called again each time one has died. */
  spawn: () => ChildProcess;
  /** Resolves once the child answers; rejects when it is not worth waiting any longer. */
  answers: (signal: AbortSignal) => Promise<void>;
  tell: (message: string) => void;
  /** Ends the child, and all new starts. */
  ending: AbortSignal;
}

/** Milliseconds before the next start, longer after each death that comes soon after a start. */
export function delayAfter(deaths: number): number {
  return deaths === 0 ? 0 : Math.min(250 * 2 ** (deaths - 1), 5_000);
}

/**
 * Keeps a child alive until `ending` is aborted; then ends it and resolves.
 * @param started called once, when the first child answers
 * @throws OperatorError when one child after another dies young
 */
export async function supervise(
  { spawn, answers, tell, ending }: Supervision,
  started: () => Promise<void> | void,
): Promise<void> {
  let announced = false;
  let trouble = 0;
  let deaths = 0;
  while (!ending.aborted) {
    const child = spawn();
    const death = new AbortController();
    const died = new Promise<void>((gone) => {
      const end = () => {
        death.abort();
        gone();
      };
      child.once("exit", end).once("error", end);
    });
    let answeredAt = 0;
    const ready = answers(AbortSignal.any([death.signal, ending])).then(
      async () => {
        answeredAt = Date.now();
        if (announced) tell("Le serveur répond de nouveau.");
        else await started();
        announced = true;
      },
      // A child that never answers is no better than a dead one.
      () => (death.signal.aborted || ending.aborted ? undefined : endChild(child)),
    );
    await Promise.race([died, aborted(ending)]);
    // oxlint-disable-next-line @typescript-eslint/no-unnecessary-condition -- aborted meanwhile
    if (ending.aborted) {
      await endChild(child);
      return;
    }
    await ready;
    if (child.exitCode === needsOperator) throw new OperatorError("");
    const lived = answeredAt > 0 ? (Date.now() - answeredAt) / 1000 : 0;
    if (lived >= settled) trouble = deaths = 0;
    trouble += lived >= settled ? 0 : answeredAt > 0 ? 1 : 2;
    if (trouble >= enough) {
      throw new OperatorError(
        `Le serveur s’arrête aussitôt après chaque démarrage (${howItDied(child)}) : le ` +
          "portail abandonne. Les lignes ci-dessus disent pourquoi.",
      );
    }
    tell(`Le serveur s’est arrêté (${howItDied(child)}) ; il redémarre.`);
    await pause(delayAfter(deaths++), undefined, { signal: ending }).catch(() => undefined);
  }
}

function howItDied({ signalCode, exitCode }: ChildProcess): string {
  return signalCode ? `signal ${signalCode}` : `code ${exitCode ?? "inconnu"}`;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener("abort", () => done(), { once: true });
  });
}

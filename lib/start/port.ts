import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { OperatorError } from "@/lib/platform/environment/env";
import { isAddressMissing } from "./listen";
import { lastStarted } from "./running";

/** Seconds in which the server of a portal that was killed has noticed, and ended. */
const orphanEndsWithin = 15;

/**
 * Waits for the server of an earlier start that was killed to leave the port.
 * @param addresses none is all of them
 * @throws OperatorError when the server could not listen; the signal's reason once it is aborted
 */
export async function claimPort(
  port: number,
  addresses: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const last = await lastStarted();
  const until = last?.port === port && !last.isAlive ? Date.now() + orphanEndsWithin * 1000 : 0;
  let told = false;
  for (;;) {
    signal.throwIfAborted();
    const problem = await firstProblem(port, addresses);
    if (problem === null) return;
    if (problem.code !== "EADDRINUSE" || Date.now() >= until)
      throw new OperatorError(wordsOf(problem, port));
    if (!told) console.log("Le serveur d’un démarrage interrompu s’arrête…");
    told = true;
    await pause(100, undefined, { signal });
  }
}

interface Problem {
  code: string;
  address: string | undefined;
}

async function firstProblem(port: number, addresses: readonly string[]): Promise<Problem | null> {
  for (const address of addresses.length === 0 ? [undefined] : addresses) {
    const code = await listeningFails(port, address);
    if (code !== null && !(isAddressMissing(code) && addresses.length > 1))
      return { code, address };
  }
  return null;
}

function listeningFails(port: number, address: string | undefined): Promise<string | null> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => answer(error.code ?? "unknown"));
    probe.listen(port, address, () => probe.close(() => answer(null)));
  });
}

function wordsOf({ code, address }: Problem, port: number): string {
  switch (code) {
    case "EADDRINUSE":
      return (
        `PORT : le port ${port} est déjà pris. Arrêtez l’autre serveur, ou choisissez-en ` +
        `un autre : PORT=${port === 65_535 ? 3000 : port + 1} npm start`
      );
    case "EACCES":
      return (
        `PORT : le système réserve le port ${port}. Choisissez-en un au-dessus de 1023 : ` +
        "PORT=3000 npm start"
      );
    case "EADDRNOTAVAIL":
      return `HOST : cette machine n’a pas l’adresse ${address}.`;
    default:
      return `PORT : impossible d’écouter sur le port ${port} (${code}).`;
  }
}

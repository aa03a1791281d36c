import { Agent, get } from "node:http";
import { atRate } from "./at-rate";

export interface Reading {
  origin: string;
  paths: readonly string[];
  /** How many a second. */
  rate: number;
  seconds: number;
}

// `fetch` takes 35 ms itself once in a hundred times at 200 a second, of a server that does
// nothing; this 4.
const agent = new Agent({ keepAlive: true, maxSockets: 50 });

/**
 * Reads pages at a steady rate in a process of its own: who writes to the same server must not take
 * the time of who reads.
 */
process.on("message", ({ origin, paths, rate, seconds }: Reading) => {
  void atRate(rate, seconds, (turn) => read(origin + (paths[turn % paths.length] ?? ""))).then(
    (times) => process.send?.(times),
  );
});

function read(address: string): Promise<void> {
  return new Promise((done, failed) => {
    get(address, { agent }, (answer) => {
      if (answer.statusCode !== 200)
        failed(new Error(`${address} was answered with ${answer.statusCode}.`));
      answer.resume().once("end", done);
    }).once("error", failed);
  });
}

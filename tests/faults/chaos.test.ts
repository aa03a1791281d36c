// Covers: lib/start/ lib/start/jobs/ lib/platform/jobs/ lib/platform/outbox/
// Covers: lib/platform/database/client.ts lib/platform/database/driver.ts
// Covers: lib/offer/draft/commands/submit-offer.ts
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { freePort } from "@/db/embedded-process";
import { buildSecret } from "../support/database";
import { type Checkout, checkout, launch, type Started } from "../support/start";
import { submissionForm } from "../support/submission-form";

const submissions = Number(process.env.CHAOS_SUBMISSIONS ?? 1000);
const [postgresKills, serverKills] = [20, 5];
/** Sent at the same time. */
const senders = 4;

/**
 * R1 and R2 of the quality the portal promises: a portal that people submit to while its database
 * and its server are killed, and while it is deployed anew in the middle.
 */
describe("a bad day", () => {
  let place: Checkout;
  let port: number;
  let running: Started;
  let cookie: string;
  let sql: postgres.Sql;
  let offerIds: string[];

  const start = async () => {
    const environment = {
      AUTH_SECRET: buildSecret(),
      PORT: String(port),
      NETWORK_LIMIT_FACTOR: "1000",
    };
    running = launch("npm", ["start"], environment, place.folder);
    await running.says(/^ {2}Portail .*[^]*\n\n/m);
  };
  const stop = async () => {
    if (running.child.pid) process.kill(-running.child.pid, "SIGTERM");
    await running.ended;
  };
  const data = (name: string) => readFile(join(place.folder, ".data", name), "utf8");
  const postgresPid = async () => Number((await data("postgres/postmaster.pid")).split("\n")[0]);
  const serverPid = async () => {
    const { pid } = JSON.parse(await data("running.json")) as { pid: number };
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
    for (const child of children.trim().split(" ")) {
      const title = await readFile(`/proc/${child}/cmdline`, "utf8");
      if (title.startsWith("portail-sses")) return Number(child);
    }
    throw new Error("The server is not there.");
  };
  /**
   * One that lives. What was killed just before may still be named, or be on its way back: that is
   * waited for.
   */
  const kill = (pidOf: () => Promise<number>) =>
    vi.waitFor(async () => process.kill(await pidOf(), "SIGKILL"), {
      timeout: 60_000,
      interval: 50,
    });

  beforeAll(async () => {
    place = await checkout();
    port = await freePort();
    await start();
    const [, postgresPort] = /port=(\d+)/.exec(await data("postgres/postmaster.opts")) ?? [];
    const password = await data("postgres.password");
    const url = `postgres://portail:${password}@127.0.0.1:${postgresPort}/postgres`;
    Object.assign(process.env, {
      DATABASE_URL: url,
      PORTAL_MODE: "local",
      AUTH_SECRET: buildSecret(),
      LOG_LEVEL: "error",
    });
    const people = await import("../support/people");
    const { closeDatabase } = await import("@/lib/platform/database/client");
    await people.newModerator();
    const viewer = await people.newOfferor();
    offerIds = [];
    for (let n = 0; n < submissions; n++) {
      offerIds.push(await people.newDraft(viewer, { title: `Offre ${n}` }));
    }
    await closeDatabase();
    const { sealSession } = await import("@/lib/platform/access/session");
    cookie = `next-auth.session-token=${await sealSession(viewer.sessionId)}`;
    sql = postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 5 });
  });
  afterAll(async () => {
    await sql.end({ timeout: 5 });
    await stop();
    await place.remove();
  });

  const origin = () => `http://localhost:${port}`;
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      ...init,
      headers: { cookie, origin: origin() },
      redirect: "manual",
      signal: AbortSignal.timeout(30_000),
    }).catch(() => null);

  /** What a person sends: the form of the page, until the portal says that it has it. */
  async function submit(offerId: string): Promise<void> {
    const path = `/espace/offres/${offerId}/verification`;
    const body = await vi.waitFor(
      async () => {
        const made = submissionForm((await (await ask(path))?.text()) ?? "");
        expect(made).not.toBeNull();
        return made;
      },
      { timeout: 120_000, interval: 250 },
    );
    await vi.waitFor(
      async () => {
        const answer = await ask(path, { method: "POST", body });
        expect(answer?.status).toBe(303);
        expect(answer?.headers.get("location")).toContain(offerId);
      },
      { timeout: 120_000, interval: 250 },
    );
  }

  it(`takes ${submissions} submissions, each once, its mails once each`, async () => {
    let acknowledged = 0;
    const gaps: number[] = [];
    let last = performance.now();
    const left = [...offerIds];
    const sender = async () => {
      for (let id = left.pop(); id !== undefined; id = left.pop()) {
        await submit(id);
        acknowledged += 1;
        gaps.push(performance.now() - last);
        last = performance.now();
      }
    };
    const reached = (count: number) =>
      vi.waitFor(() => expect(acknowledged).toBeGreaterThanOrEqual(count), {
        timeout: 300_000,
        interval: 20,
      });
    const share = (part: number, of: number) => Math.floor((submissions * part) / (of + 1));
    const chaos = [
      ...Array.from({ length: postgresKills }, (_, n) => ({
        at: share(n + 1, postgresKills),
        what: "database",
      })),
      ...Array.from({ length: serverKills }, (_, n) => ({
        at: share(n + 1, serverKills),
        what: "server",
      })),
      { at: Math.floor(submissions / 2) + 1, what: "deployment" },
    ].sort((a, b) => a.at - b.at);
    const trouble = async () => {
      for (const { at, what } of chaos) {
        await reached(at);
        if (what === "deployment") {
          await stop();
          await start();
        } else {
          await kill(what === "database" ? postgresPid : serverPid);
        }
      }
    };
    const started = performance.now();
    await Promise.all([trouble(), ...Array.from({ length: senders }, sender)]);
    const seconds = Math.round((performance.now() - started) / 1000);

    const sent = () => sql`select state, count(*)::int as count from mail group by state`;
    await vi.waitFor(
      async () => expect((await sent()).map(({ state }) => String(state))).toEqual(["sent"]),
      {
        timeout: 300_000,
        interval: 1000,
      },
    );
    const [offers] = await sql`
      select count(*)::int as offers, count(*) filter (where validation = 'pending')::int as pending,
        (select count(*)::int from offer_revision) as revisions from offer`;
    const mails = await sql`
      select kind, count(*)::int as count, count(distinct params->>'offerId')::int as offers
      from mail where kind in ('offerReceived', 'offerToModerate') group by kind order by kind`;
    const [delivered] = await sql`
      select count(*)::int as messages, (select count(*)::int from mail) as mails from mailbox_message`;
    const worst = Math.round(Math.max(...gaps));
    console.info(
      `${submissions} submissions in ${seconds} s; Postgres killed ${postgresKills} ` +
        `times, the server ${serverKills} times, one deployment; longest time without an ` +
        `answer ${worst} ms`,
      { offers, mails: [...mails], delivered },
    );
    expect(acknowledged).toBe(submissions);
    expect(offers).toEqual({ offers: submissions, pending: submissions, revisions: submissions });
    expect(
      mails.map(({ kind, count, offers: of }) => [String(kind), Number(count), Number(of)]),
    ).toEqual([
      ["offerReceived", submissions, submissions],
      ["offerToModerate", submissions, submissions],
    ]);
    expect(delivered?.messages).toBe(delivered?.mails);
    expect(worst).toBeLessThan(30_000);
  });
});

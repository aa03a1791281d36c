import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { sealSession } from "@/lib/platform/access/session";
import { db } from "@/lib/platform/database/client";
import { newDraft, newModerator, newOfferor } from "../support/people";
import { type Served, serveNext } from "../support/serve-next";
import { submissionForm } from "../support/submission-form";
import { atRate } from "./at-rate";
import { type Figure, hundredths, percentile, tenths } from "./figures";
import type { Reading } from "./reader";
import { drawnSearches, type Vocabulary } from "./searches";

const people = 20;
const seconds = 20;
const perSecond = { submissions: 30, reads: 200 };
/** Submissions that a server which was just started learns on. */
const warming = 60;

/**
 * P3, on a database that may be written to: people without scripts submit offers, mails included,
 * while the catalogue is read; both asked at a steady rate, whoever is still waiting.
 */
export async function submissionSpeed(
  offers: number,
  reference: string,
  vocabulary: Vocabulary,
): Promise<Figure[]> {
  const drafts = await ready();
  const server = await serveNext(null, { TRUSTED_RELAYS: "1" }, "/api/health");
  const reader = fork("tests/bench/reader.ts");
  try {
    const forms: Form[] = [];
    for (const draft of drafts) forms.push(await formOf(server, draft));
    for (const form of forms.splice(0, warming)) await submit(server, form);
    await jobsDone();
    const paths = ["/", "/offres", `/offres/${reference}`].concat(
      drawnSearches(97, vocabulary).map((query) => `/offres?${new URLSearchParams(query)}`),
    );
    const asked = { origin: server.origin, paths, rate: perSecond.reads };
    // Pages are made once, and both sides learn.
    await read(reader, { ...asked, rate: 20, seconds: paths.length / 20 });
    await read(reader, { ...asked, seconds: 5 });
    const reads = () => read(reader, { ...asked, seconds });
    const before = await reads();
    let refused = 0;
    const [submissions, beside] = await Promise.all([
      atRate(perSecond.submissions, seconds, async (turn) => {
        if (!(await submit(server, forms[turn]))) refused += 1;
      }),
      reads(),
    ]);
    const base = { id: "P3", offers, unit: "ms", bound: null } as const;
    const [alone, meanwhile] = [percentile(before, 0.99), percentile(beside, 0.99)];
    return [
      {
        ...base,
        what: `dépôt d’une offre, ${perSecond.submissions} par seconde, p99`,
        value: tenths(percentile(submissions, 0.99)),
        bound: { limit: 300, atMost: true },
      },
      { ...base, what: "les mêmes, médiane", value: tenths(percentile(submissions, 0.5)) },
      {
        ...base,
        what: "les mêmes, priés de revenir",
        value: tenths((100 * refused) / submissions.length),
        unit: "%",
        bound: { limit: 0, atMost: true },
      },
      {
        ...base,
        what: `catalogue lu ${perSecond.reads} fois par seconde, sans dépôts, p99`,
        value: tenths(alone),
      },
      { ...base, what: "le même pendant les dépôts, p99", value: tenths(meanwhile) },
      { ...base, what: "le même, médiane", value: tenths(percentile(beside, 0.5)) },
      {
        ...base,
        what: "lectures pendant les dépôts sur lectures sans dépôts, p99",
        value: hundredths(meanwhile / alone),
        unit: "×",
        bound: { limit: 1.2, atMost: true },
      },
    ];
  } finally {
    reader.kill();
    await server.stop();
  }
}

/**
 * Waits until no job is left to do: a catalogue that was just copied owes its people the reminders
 * of the day, thousands of mails that would be measured with the first reads only.
 */
async function jobsDone(): Promise<void> {
  for (;;) {
    const [row] = await db.execute<{ left: boolean }>(
      sql`select exists (select from pgboss.job where state < 'completed' and start_after <= now()) as left`,
    );
    if (!row?.left) return;
    await pause(500);
  }
}

interface Draft {
  path: string;
  cookie: string;
}

/** One draft for each submission, each person's in turn. */
async function ready(): Promise<Draft[]> {
  await newModerator();
  const drafts: Draft[] = [];
  for (let person = 0; person < people; person++) {
    const viewer = await newOfferor();
    const cookie = `next-auth.session-token=${await sealSession(viewer.sessionId)}`;
    for (let n = person; n < warming + perSecond.submissions * seconds; n += people) {
      const id = await newDraft(viewer, { title: `Offre ${n}` });
      drafts[n] = { path: `/espace/offres/${id}/verification`, cookie };
    }
  }
  return drafts;
}

interface Form extends Draft {
  body: FormData;
}

async function formOf({ origin }: Served, { path, cookie }: Draft): Promise<Form> {
  const page = await fetch(origin + path, { headers: { cookie } });
  const body = submissionForm(await page.text());
  if (!body) throw new Error(`${path} has nothing to submit.`);
  return { path, cookie, body };
}

/** @returns whether it was taken; false for one that is told to come back */
async function submit({ origin }: Served, form: Form | undefined): Promise<boolean> {
  if (!form) throw new Error("There are fewer drafts than submissions.");
  const { status } = await fetch(origin + form.path, {
    method: "POST",
    headers: { cookie: form.cookie, origin },
    body: form.body,
    redirect: "manual",
  });
  if (status !== 303 && status !== 503)
    throw new Error(`A submission was answered with ${status}.`);
  return status === 303;
}

/** @returns milliseconds each took */
async function read(reader: ChildProcess, reading: Reading): Promise<number[]> {
  reader.send(reading);
  const [times] = (await Promise.race([once(reader, "message"), once(reader, "exit")])) as [
    number[] | number | null,
  ];
  if (!Array.isArray(times)) throw new Error("A page could not be read.");
  return times;
}

import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { account, throttle, token } from "@/db/schema/account";
import { offerMessage } from "@/db/schema/contact";
import { mail } from "@/db/schema/mail";
import { reportOffer } from "@/lib/agency/report/commands/report-offer";
import { subscribeAlert } from "@/lib/catalogue/alert/commands/subscribe-alert";
import { writeToStructure } from "@/lib/catalogue/contact/commands/write-to-structure";
import { choosePassword, forgotPassword } from "@/lib/people/account/commands/links";
import { register } from "@/lib/people/account/commands/register";
import { signIn } from "@/lib/people/account/commands/sign-in";
import { purgeTraces } from "@/lib/people/privacy/commands/purge-traces";
import { db } from "@/lib/platform/database/client";
import { shiftClock } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { type Caller } from "@/lib/platform/visitor/caller";
import { waitInWords } from "@/lib/platform/visitor/limits";
import { countAttempt, limitReached } from "@/lib/platform/visitor/throttle";
import { linkFor } from "@/lib/platform/visitor/token";
import { codeOf, elsewhere, emailOf, messageTo, newAddress } from "../support/callers";
import { clockHeld } from "../support/clock";
import { approved, newOfferor, rowOf, termId } from "../support/people";

const minute = 60_000;
const hour = 60 * minute;
const password = "Prevention1";

// What one network may do is raised for the other tests; here it is what a portal is installed
// with.
vi.hoisted(() => {
  process.env.NETWORK_LIMIT_FACTOR = "1";
});
beforeEach(clockHeld);

describe("a password", () => {
  async function guess(email: string, from: Caller, times: number): Promise<string[]> {
    const codes: string[] = [];
    for (let turn = 0; turn < times; turn++)
      codes.push(codeOf(await signIn({ email, password: `faux${turn}` }, from)));
    return codes;
  }

  it("makes one network wait longer and longer, and nobody else", async () => {
    const email = await emailOf(await newOfferor());
    const attacker = elsewhere();
    expect(await guess(email, attacker, 30)).toEqual([
      ...Array<string>(5).fill("badCredentials"),
      ...Array<string>(25).fill("tooManyAttempts"),
    ]);
    expect(await signIn({ email, password }, attacker)).toMatchObject({
      code: "tooManyAttempts",
      params: { wait: "1 minute" },
    });
    expect(await signIn({ email, password }, elsewhere())).toMatchObject({ ok: true });
    shiftClock(minute);
    expect(await guess(email, attacker, 2)).toEqual(["badCredentials", "tooManyAttempts"]);
    expect(await signIn({ email, password }, attacker)).toMatchObject({
      params: { wait: "2 minutes" },
    });
    shiftClock(3 * minute);
    expect(await signIn({ email, password }, attacker)).toMatchObject({ ok: true });
    expect(await guess(email, attacker, 4)).toEqual(Array<string>(4).fill("badCredentials"));
  });

  it(
    "is tried as often as it takes, with short waits, by a browser that signed in before, " +
      "and only for its accounts",
    async () => {
      const [viewer, other] = [await newOfferor(), await newOfferor()];
      const [email, foreign] = [await emailOf(viewer), await emailOf(other)];
      const own = { ...elsewhere(), device: { id: newId(), accountIds: [viewer.accountId] } };
      for (let turn = 0; turn < 30; turn++) await guess(email, elsewhere(), 1);
      expect(await guess(email, own, 6)).toEqual([
        ...Array<string>(5).fill("badCredentials"),
        "tooManyAttempts",
      ]);
      expect(await signIn({ email, password }, own)).toMatchObject({
        code: "tooManyAttempts",
        params: { wait: "30 secondes" },
      });
      shiftClock(30_000);
      expect(await signIn({ email, password }, own)).toMatchObject({ ok: true });
      for (let turn = 0; turn < 30; turn++) await guess(foreign, elsewhere(), 1);
      expect(await signIn({ email: foreign, password }, own)).toMatchObject({
        code: "tooManyAttempts",
      });
    },
  );

  it("of many accounts is not tried by one network, whose right passwords cost it nothing", async () => {
    const [from, email] = [elsewhere(), await emailOf(await newOfferor())];
    for (let turn = 0; turn < 120; turn++)
      expect(
        (await limitReached("signIn", { network: from.network, target: newAddress() })) === null,
      ).toBe(turn < 100);
    expect(await signIn({ email, password }, from)).toMatchObject({
      code: "tooManyAttempts",
      params: { wait: "15 minutes" },
    });
    const busy = elsewhere();
    for (let turn = 0; turn < 3; turn++)
      expect(await signIn({ email, password }, busy)).toMatchObject({ ok: true });
    const [counted] = await db
      .select({ count: throttle.count })
      .from(throttle)
      .where(eq(throttle.count, 0));
    expect(counted?.count).toBe(0);
  });
});

describe("a link to choose a password", () => {
  it("is refused only while one that serves is in the mailbox", async () => {
    const viewer = await newOfferor();
    const email = await emailOf(viewer);
    const codes: string[] = [];
    for (let turn = 0; turn < 20; turn++)
      codes.push(codeOf(await forgotPassword(email, elsewhere())));
    expect(codes).toEqual([
      ...Array<string>(6).fill("ok"),
      ...Array<string>(14).fill("linkSentRecently"),
    ]);
    const links = await db
      .select()
      .from(token)
      .where(and(eq(token.accountId, viewer.accountId), eq(token.purpose, "choosePassword")));
    expect(links).toHaveLength(6);
    // To the last moment at which the owner is refused, the last link serves.
    shiftClock(2 * hour - 1);
    expect(await forgotPassword(email, elsewhere())).toMatchObject({ code: "linkSentRecently" });
    const last = links.sort((a, b) => a.id.localeCompare(b.id)).at(-1)?.id ?? "";
    const secret = linkFor({ id: last, purpose: "choosePassword" }).split("/").at(-1) ?? "";
    expect(await choosePassword({ token: secret, password: "Nouveau1" })).toMatchObject({
      ok: true,
    });
    expect(await forgotPassword(email, elsewhere())).toMatchObject({ ok: true });
  });

  it("is asked for the same way of an address without an account", async () => {
    const [from, email] = [elsewhere(), newAddress()];
    const codes: string[] = [];
    for (let turn = 0; turn < 4; turn++) codes.push(codeOf(await forgotPassword(email, from)));
    expect(codes).toEqual(["ok", "ok", "ok", "linkSentRecently"]);
  });
});

describe("a registration", () => {
  const structure = async () => ({
    name: "Collège",
    street: "1 rue de la Gare",
    postcode: "88000",
    commune: "88160",
    typeId: await termId("structureType", "Collège"),
    representativeName: "Jeanne Mougin",
    representativeFunction: "Principale",
  });
  const person = () => ({
    lastName: "Martin",
    firstName: "Claire",
    function: "Infirmière",
    phone: "+33329000000",
    email: newAddress(),
    password,
  });

  it("is taken twenty times an hour from one network, however fast, and goes on elsewhere", async () => {
    const [from, of] = [elsewhere(), await structure()];
    const before = await db.$count(account);
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, () => register(of, person(), from)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(20);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      code: "tooManyRegistrations",
      params: { wait: expect.stringMatching(/^\d+\sminutes$/) as unknown },
    });
    expect(await db.$count(account)).toBe(before + 20);
    expect(await register(of, person(), elsewhere())).toMatchObject({ ok: true });
    shiftClock(hour);
    expect(await register(of, person(), from)).toMatchObject({ ok: true });
  });
});

describe("what a stranger sends", () => {
  it("560 messages of one visitor do not close the form for others", async () => {
    const reference = (await rowOf(await approved(await newOfferor()))).reference;
    const other = (await rowOf(await approved(await newOfferor()))).reference;
    const flood = elsewhere();
    const outcomes = [];
    for (let turn = 0; turn < 560; turn++)
      outcomes.push(await writeToStructure(messageTo(turn % 2 === 0 ? reference : other), flood));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(20);
    expect(outcomes.at(-1)).toMatchObject({
      code: "tooManyMessages",
      params: { wait: "60 minutes" },
    });
    for (const about of [reference, other])
      expect(await writeToStructure(messageTo(about), elsewhere())).toMatchObject({ ok: true });
    expect(await db.$count(offerMessage)).toBe(22);
  });

  it("a burst does not spend what is shared either", async () => {
    const { reference } = await rowOf(await approved(await newOfferor()));
    const words = { reference, reason: "outdated" as const, words: "Fermé.", email: undefined };
    const flood = elsewhere();
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, () => reportOffer(words, flood)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10);
    const others = await Promise.all(
      Array.from({ length: 60 }, () => reportOffer(words, elsewhere())),
    );
    expect(others.filter(({ ok }) => ok)).toHaveLength(50);
  });

  it(
    "an address is written to about alerts twenty times a day, by everyone together, and " +
      "five by one",
    async () => {
      const [email, from] = [newAddress(), elsewhere()];
      const ask = (turn: number, caller: Caller) =>
        subscribeAlert({ recherche: `mois=${(turn % 12) + 1}&places=${turn + 1}`, email }, caller);
      for (let turn = 0; turn < 7; turn++) expect((await ask(turn, from)).ok).toBe(turn < 5);
      for (let turn = 7; turn < 25; turn++)
        expect((await ask(turn, elsewhere())).ok).toBe(turn < 22);
      expect(
        await db.$count(mail, and(eq(mail.recipient, email), eq(mail.kind, "confirmAlert"))),
      ).toBe(20);
      shiftClock(24 * hour);
      expect((await ask(30, from)).ok).toBe(true);
    },
  );
});

describe("the counters", () => {
  it("take no more than the limit of attempts that come at once", async () => {
    const key = newId();
    const counted = await Promise.all(
      Array.from({ length: 100 }, () => countAttempt(key, { max: 7, seconds: 60 })),
    );
    expect(counted.filter(({ allowed }) => allowed)).toHaveLength(7);
  });

  it.each([
    ["two hours", 2 * hour],
    ["years", 30_000 * hour],
  ])("shut nobody out that a clock %s ahead wrote", async (_, ahead) => {
    const rule = { max: 2, seconds: 60, delays: [60] };
    const key = newId();
    shiftClock(ahead);
    await countAttempt(key, rule);
    shiftClock(0);
    expect(await countAttempt(key, rule)).toMatchObject({ allowed: true, resetsIn: 60 });
    expect(await countAttempt(key, rule)).toMatchObject({ allowed: false, resetsIn: 60 });
  });

  it("make nobody wait longer than the rule does for what a clock ahead wrote", async () => {
    const rule = { max: 20, seconds: 24 * 3600, delays: [60] };
    const key = newId();
    await countAttempt(key, rule);
    shiftClock(2 * hour);
    await countAttempt(key, rule);
    shiftClock(2 * minute);
    expect((await countAttempt(key, rule)).allowed).toBe(true);
  });

  it("are not begun anew by an instance whose clock is a little behind", async () => {
    const [key, rule] = [newId(), { max: 3, seconds: 60, delays: [0, 30] }];
    for (const seconds of [0, -2, -4]) {
      shiftClock(seconds * 1000);
      await countAttempt(key, rule);
    }
    shiftClock(-2000);
    expect((await countAttempt(key, rule)).allowed).toBe(false);
  });

  it("name nobody, and are gone when they are over", async () => {
    await db.delete(throttle);
    await limitReached("passwordLink", { network: "198.51.100.250", target: "canari@exemple.fr" });
    const rows = await db.select().from(throttle);
    expect(rows.map(({ key }) => key)).toEqual(
      rows.map(() => expect.stringMatching(/^[0-9a-f]{64}$/) as unknown),
    );
    // Written by a clock that was ahead.
    shiftClock(30_000 * hour);
    await countAttempt(newId(), { max: 2, seconds: 60 });
    shiftClock(2 * hour + 1000);
    await purgeTraces();
    expect(await db.$count(throttle)).toBe(0);
  });

  it.each([
    [1, "1 seconde"],
    [40, "40 secondes"],
    [61, "2 minutes"],
    [720, "12 minutes"],
    [5400, "90 minutes"],
    [5401, "2 heures"],
    [86_400, "24 heures"],
  ])("say %s seconds as « %s »", (seconds, words) => {
    expect(waitInWords(seconds)).toBe(words);
  });
});

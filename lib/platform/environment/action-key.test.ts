import { describe, expect, it } from "vitest";
import { actionKeyFrom, fingerprintOf } from "./action-key";
import { checkStart } from "./check-start";

describe("the key of the actions", () => {
  const secret = "only-for-tests-only-for-tests-only-for-tests";

  it("is the same for every build with one secret, today and later", () => {
    // Another value here breaks every form that is open while a version with it is deployed.
    expect(actionKeyFrom(secret)).toBe("+7Ivv4mh5BYNYMCRmw6VY/b+6Z1YoEaRQyknyJqTKSw=");
    expect(actionKeyFrom(`${secret}.`)).not.toBe(actionKeyFrom(secret));
  });

  it("is not told by its fingerprint", () => {
    const key = actionKeyFrom(secret);
    expect(fingerprintOf(key)).toMatch(/^[\w-]{16}$/);
    expect(fingerprintOf(actionKeyFrom(`${secret}.`))).not.toBe(fingerprintOf(key));
  });
});

describe("the check at a server's start", () => {
  const local = { AUTH_SECRET: "x".repeat(40), DATABASE_URL: "postgres://u:p@h/d" };
  const production = {
    ...local,
    SITE_ORIGIN: "https://portail.example",
    RESEND_API_KEY: "re_1",
    MAIL_FROM: "a@example.fr",
    AGENCY_CONTACT: "agence@example.fr",
  };
  const built = fingerprintOf(actionKeyFrom(local.AUTH_SECRET));

  function check(environment: Record<string, string>, builtWith: string) {
    // oxlint-disable-next-line @typescript-eslint/unbound-method -- put back where it was
    const [kept, exit, error, warn] = [process.env, process.exit, console.error, console.warn];
    const said: string[] = [];
    let code: unknown = null;
    process.env = environment as unknown as NodeJS.ProcessEnv;
    process.exit = ((given: number) => void (code = given)) as typeof process.exit;
    console.error = console.warn = (message: string) => void said.push(message);
    try {
      checkStart(builtWith);
    } finally {
      process.env = kept;
      Object.assign(process, { exit });
      Object.assign(console, { error, warn });
    }
    return { code, said: said.join("\n") };
  }

  it("lets a build of the same secret start", () => {
    expect(check(production, built)).toEqual({ code: null, said: "" });
  });

  it.each([
    ["ends a production whose build has another secret", production, 78],
    ["only warns a local portal", { ...local, PORTAL_MODE: "local" }, null],
  ])("%s", (_, environment, code) => {
    const checked = check(environment, fingerprintOf(actionKeyFrom("y".repeat(40))));
    expect(checked.code).toBe(code);
    expect(checked.said).toMatch(/^AUTH_SECRET\s: ce n’est pas le secret avec lequel .*\.$/);
  });

  it("ends one that is configured wrongly, with a sentence and no stack", () => {
    const { code, said } = check({ ...production, PORT: "abc" }, built);
    expect(code).toBe(78);
    expect(said).toMatch(/- PORT\s: «\sabc\s» n’est pas un port/);
    expect(said).not.toMatch(/Error|^\s+at /m);
  });
});

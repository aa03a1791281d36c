import { describe, expect, it } from "vitest";
import { EnvironmentError, readEnvironment } from "./env";

const local = {
  DATABASE_URL: "postgres://u:p@127.0.0.1:5432/portail",
  AUTH_SECRET: "x".repeat(32),
  PORTAL_MODE: "local",
};

describe("the environment", () => {
  it("needs little in local mode", () => {
    expect(readEnvironment(local)).toMatchObject({
      mode: "local",
      origin: "http://localhost:3000",
      jobs: "inline",
    });
  });

  it("names everything that production misses at once", () => {
    const read = () => readEnvironment({ DATABASE_URL: local.DATABASE_URL });
    expect(read).toThrow(EnvironmentError);
    for (const name of [
      "AUTH_SECRET",
      "SITE_ORIGIN",
      "RESEND_API_KEY",
      "MAIL_FROM",
      "AGENCY_CONTACT",
    ])
      expect(read).toThrow(name);
  });

  const sentences = (changes: Record<string, string>) => {
    try {
      readEnvironment({ ...local, ...changes });
    } catch (error) {
      if (error instanceof EnvironmentError) return error.problems;
      throw error;
    }
    return [];
  };

  it.each([
    ["PORT", "abc"],
    ["PORT", "0"],
    ["PORT", "-1"],
    ["PORT", "99999"],
    ["PORT", "65536"],
    ["PORT", "3000.5"],
    ["PORT", "0x10"],
    ["PORT", "1e3"],
    ["TRUSTED_RELAYS", "-1"],
    ["TRUSTED_RELAYS", "11"],
    ["TRUSTED_RELAYS", "true"],
    ["NETWORK_LIMIT_FACTOR", "0"],
    ["HOST", "portail"],
    ["HOST", "0.0.0.256"],
    ["HOST", "http://0.0.0.0"],
    ["DATABASE_URL", "mysql://u:p@h/d"],
    ["DATABASE_URL", "localhost:5432/portail"],
    ["DATABASE_URL", "portail"],
    ["DATABASE_URL", "postgres://u:mot#passe@h:5432/d"],
    ["DATABASE_URL", "postgres://u:100%@h:5432/d"],
    ["DATABASE_URL", "postgres://u:p@h:99999/d"],
    ["DATABASE_URL", "postgres://u:p@h:5432/d?sslmode=no-verify"],
    ["SITE_ORIGIN", "portail.example"],
    ["SITE_ORIGIN", "ftp://portail.example"],
    ["SITE_ORIGIN", "https://"],
    ["SITE_ORIGIN", "https://portail.example/stages"],
    ["SITE_ORIGIN", "https://portail.example/?a=1"],
    ["SITE_ORIGIN", "https://portail.example/#haut"],
    ["SITE_ORIGIN", "https://portail.example?"],
    ["SITE_ORIGIN", "https://moi:secret@portail.example"],
    ["MAIL_FROM", "ARS"],
    ["MAIL_FROM", "ARS <ars>"],
    ["MAIL_FROM", "ARS <a@example.fr"],
    ["MAIL_FROM", "a@example.fr, b@example.fr"],
    ["MAIL_FROM", "ARS, Grand Est <a@example.fr>"],
    ["MAIL_FROM", "ARS\r\nBcc: <a@example.fr>"],
    ["RESEND_API_KEY", '"re_123"'],
    ["RESEND_BASE_URL", "resend"],
    ["LOG_LEVEL", "loud"],
    ["JOBS", "never"],
    ["PORTAL_MODE", "prod"],
    ["AUTH_SECRET", "short"],
    ["CRON_SECRET", "short"],
    ["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "key"],
    ["AGENCY_ACCENT", "#ffff00"],
    ["AGENCY_ACCENT", "green"],
    ["AGENCY_CONTACT", "agence"],
    ["AGENCY_DEPARTMENTS", "Vosges"],
    ["AGENCY_LOGO", "https://elsewhere.example/logo.svg"],
    ["PUBLICATION_DIRECTOR", "x".repeat(151)],
    ["PUBLICATION_DIRECTOR", '"Jeanne Martin"'],
    ["PUBLICATION_DIRECTOR", "Jeanne\nMartin"],
    ["PUBLICATION_DIRECTOR", "jeanne.martin@ars.example"],
    ["PUBLICATION_DIRECTOR", "…"],
    ["HOSTING_PROVIDER", "OVHcloud"],
    ["HOSTING_PROVIDER", "OVH SAS, 2 rue Kellermann, 59100 Roubaix"],
    ["HOSTING_PROVIDER", "OVH SAS, , 1007"],
    ["HOSTING_PROVIDER", "OVH SAS,\n2 rue Kellermann, 59100 Roubaix, 1007"],
    ["HOSTING_PROVIDER", '"OVH SAS, 2 rue Kellermann, 59100 Roubaix, 1007"'],
    ["HOSTING_PROVIDER", `${"x".repeat(290)}, 59100 Roubaix, 1007`],
  ])("refuses %s=%s with one sentence in French", (name, value) => {
    const [sentence, ...others] = sentences({ [name]: value });
    expect(others).toEqual([]);
    expect(sentence).toMatch(new RegExp(`^${name} : .*\\.$`));
    expect(sentence).not.toMatch(/Invalid|expected|Too |undefined|'/);
  });

  it("never repeats what may be a secret", () => {
    const told = [
      "DATABASE_URL",
      "AUTH_SECRET",
      "CRON_SECRET",
      "SITE_ORIGIN",
      "RESEND_API_KEY",
    ].flatMap((name) =>
      ["canary%", '"canary"', "https://u:canary@h.example/", "postgres://u:canary#x@h/d"].flatMap(
        (value) => sentences({ [name]: value }),
      ),
    );
    expect(told.length).toBeGreaterThan(6);
    expect(told.join("\n")).not.toContain("canary");
  });

  it("tells everything that is wrong or missing at once", () => {
    const wrong = {
      DATABASE_URL: local.DATABASE_URL,
      PORT: "abc",
      MAIL_FROM: "ARS",
      JOBS: "cron",
      SITE_ORIGIN: "https://portail.example/stages",
    };
    expect(
      sentences({ ...wrong, AUTH_SECRET: "", PORTAL_MODE: "" }).map(
        (sentence) => sentence.split("\u00a0")[0],
      ),
    ).toEqual(
      expect.arrayContaining([
        "PORT",
        "SITE_ORIGIN",
        "MAIL_FROM",
        "AUTH_SECRET",
        "RESEND_API_KEY",
        "CRON_SECRET",
      ]),
    );
  });

  it.each([
    [{ JOBS: "cron" }, "avec JOBS=cron"],
    [{ VERCEL: "1" }, "sur Vercel"],
  ])("asks for the secret of the scheduled call with %j", (changes, words) => {
    expect(sentences(changes)).toEqual([
      expect.stringMatching(new RegExp(`^CRON_SECRET : manque ${words}.*\\.$`)),
    ]);
    expect(sentences({ ...changes, CRON_SECRET: "x".repeat(16) })).toEqual([]);
  });

  it.each([
    ["https://Portail.Example:443/", "https://portail.example"],
    ["http://localhost:3300", "http://localhost:3300"],
    ["https://équipe.example", "https://xn--quipe-9ra.example"],
  ])("reads %s as browsers write it", (given, written) => {
    expect(readEnvironment({ ...local, SITE_ORIGIN: given }).origin).toBe(written);
  });

  it.each([
    "a@example.fr",
    "<a@example.fr>",
    "Service sanitaire <a@example.fr>",
    '"ARS, Grand Est" <a@example.fr>',
    "Agence régionale – Grand Est <a@example.fr>",
  ])("takes %s as the sender of mails", (sender) => {
    expect(readEnvironment({ ...local, MAIL_FROM: sender }).mailFrom).toBe(sender);
  });

  it.each([
    "postgres://u:p@h/d",
    "postgresql://u:p%23%40@h:5432/d?sslmode=require",
    "postgres://u@[::1]:5432/d",
  ])("takes the database %s", (url) => {
    expect(readEnvironment({ ...local, DATABASE_URL: url }).databaseUrl).toBe(url);
  });

  it.each([
    "OVH SAS, 2 rue Kellermann, 59100 Roubaix, 1007",
    "Hébergeur SA, 1 rue du Port, 67000 Strasbourg, tél. : 03 88 00 00 00",
    "Provider Inc., 1 Main St #4, Covina, CA 91723, États-Unis, +1 (559) 288-7060",
  ])("takes %s as the host that the legal page names", (provider) => {
    const { legal } = readEnvironment({ ...local, HOSTING_PROVIDER: provider });
    expect(legal).toEqual({ publicationDirector: undefined, hostingProvider: provider });
  });

  it("takes who directs the publication with what they are", () => {
    const director = "Dr Jeanne L’Hôte-Martin, directrice générale";
    expect(
      readEnvironment({ ...local, PUBLICATION_DIRECTOR: ` ${director} ` }).legal,
    ).toMatchObject({ publicationDirector: director });
  });

  it("takes an empty variable for an absent one", () => {
    expect(readEnvironment({ ...local, RESEND_API_KEY: " " }).resendApiKey).toBeUndefined();
  });
});

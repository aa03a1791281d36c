import { describe, expect, it } from "vitest";
import { EnvironmentError, readEnvironment } from "./env";

const local = { DATABASE_URL: "postgres://u:p@127.0.0.1:5432/portail", AUTH_SECRET: "x".repeat(32), PORTAL_MODE: "local" };

describe("the environment", () => {
  it("needs little in local mode", () => {
    expect(readEnvironment(local)).toMatchObject({ mode: "local", origin: "http://localhost:3000", jobs: "inline" });
  });

  it("names everything that production misses at once", () => {
    const read = () => readEnvironment({ DATABASE_URL: local.DATABASE_URL });
    expect(read).toThrow(EnvironmentError);
    for (const name of ["AUTH_SECRET", "SITE_ORIGIN", "RESEND_API_KEY", "MAIL_FROM"]) expect(read).toThrow(name);
  });

  it.each([
    ["DATABASE_URL", "mysql://x"],
    ["AUTH_SECRET", "short"],
    ["AGENCY_ACCENT", "#ffff00"],
    ["AGENCY_DEPARTMENTS", "Vosges"],
    ["PORT", "many"],
  ])("refuses %s=%s by name", (name, value) => {
    expect(() => readEnvironment({ ...local, [name]: value })).toThrow(name);
  });

  it("takes an empty variable for an absent one", () => {
    expect(readEnvironment({ ...local, RESEND_API_KEY: " " }).resendApiKey).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { badLines } from "@/tests/support/log-judge";

describe("the judge of the log", () => {
  it.each([
    "Error: Failed query: select 1\nparams: a,b",
    '{"level":50,"err":{"detail":"Key (email)=(x) already exists."}}',
    "mail to claire.1@college.example",
    "03 29 00 00 00",
    "/invitation/01890a5d-ac96-774b-bcce-b302099a8057.9XiRYw-9fnTapIHfyIJ8NDtUYva7O",
    "    at handle (/app/node_modules/postgres/src/connection.js:489:6)",
    '{"msg":"request refused","err":{"stack":"at x"}}',
  ])("does not let pass: %s", (printed) => {
    expect(badLines(printed)).not.toEqual([]);
  });

  it.each([
    '{"level":50,"time":"2026-11-28T08:26:43.443Z","reference":"0583058459","method":"POST",' +
      '"path":"/connexion","err":{"type":"Error","message":"Failed query","stack":"    at x"},' +
      '"msg":"request failed"}',
    '{"level":40,"msg":"request refused","status":403,"path":"/espace"}',
    "✓ Ready in 142ms",
  ])("lets pass: %s", (printed) => {
    expect(badLines(printed)).toEqual([]);
  });
});

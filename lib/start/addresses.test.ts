import { describe, expect, it } from "vitest";
import { describeAddresses, listenAddresses } from "./addresses";

describe("where the server listens", () => {
  it.each([
    ["local", undefined, ["127.0.0.1", "::1"], /^cette machine seulement/],
    ["demo", undefined, ["127.0.0.1", "::1"], /^cette machine seulement/],
    ["production", undefined, [], /^toutes les adresses/],
    ["local", "0.0.0.0", ["0.0.0.0"], /^toutes les adresses/],
    ["demo", "::", ["::"], /^toutes les adresses/],
    ["local", "192.0.2.7", ["192.0.2.7"], /^192\.0\.2\.7$/],
    ["production", "127.0.0.1", ["127.0.0.1"], /^cette machine seulement/],
    ["production", "localhost", ["127.0.0.1", "::1"], /^cette machine seulement/],
  ] as const)("in %s mode with HOST=%s is %j", (mode, host, addresses, words) => {
    expect(listenAddresses({ mode, host })).toEqual(addresses);
    expect(describeAddresses(listenAddresses({ mode, host }))).toMatch(words);
  });
});

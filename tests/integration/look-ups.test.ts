import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { GET as addresses } from "@/app/api/adresses/route";
import { GET as organisations } from "@/app/api/organismes/route";
import { readEnvironment } from "@/lib/platform/environment/env";
import { mendCircuits } from "@/lib/platform/load/ask-service";
import { documentedAnswer, type FakeAnswer, fakeLookUps } from "../support/fake-look-ups";

// The two public services on this machine, answering as they document it, or as they fail.

vi.mock("@/lib/platform/environment/env", async (original) => ({
  ...(await original<typeof import("@/lib/platform/environment/env")>()),
  env: new Proxy(
    {},
    { get: (_, name) => Reflect.get(readEnvironment(process.env), name) as unknown },
  ),
}));

let services: Awaited<ReturnType<typeof fakeLookUps>>;

beforeEach(async () => {
  mendCircuits();
  services = await fakeLookUps();
  for (const [name, url] of Object.entries(services.environment)) vi.stubEnv(name, url);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await services.stop();
});

const found = async (get: (request: Request) => Promise<Response>, typed: string) => {
  const response = await get(new Request(`http://localhost/api?q=${encodeURIComponent(typed)}`));
  return (await response.json()) as unknown;
};

it("proposes addresses and organisations as the services find them", async () => {
  expect(await found(addresses, "12 rue des ec")).toEqual([
    { street: "12 Rue des Écoles", postcode: "88000", commune: "Épinal" },
  ]);
  expect(await found(organisations, "198 800 012 00017")).toMatchObject([
    {
      name: "COLLEGE JULES FERRY",
      street: "12 RUE DES ECOLES",
      commune: "Épinal",
      type: "Collège",
    },
  ]);
  expect(services.asked[0]).toMatch(/^\/geocodage\/search\?q=12\+rue/);
  expect(services.asked[1]).toMatch(/^\/search\?q=19880001200017&/);
});

it("asks nobody for less than three letters, nor where no service is configured", async () => {
  expect(await found(addresses, "12")).toEqual([]);
  vi.stubEnv("ADDRESS_SERVICE_URL", "");
  expect(await found(addresses, "12 rue des ec")).toEqual([]);
  expect(services.asked).toEqual([]);
});

it.each<[string, FakeAnswer]>([
  ["fails", { status: 500, body: "" }],
  ["is too slow", { ...documentedAnswer("/search?autocomplete=1"), after: 1_800 }],
  ["answers no JSON", { body: "<html>" }],
  ["answers without end", { body: "x".repeat(300_000) }],
  ["is refused to us", { status: 429, body: "{}" }],
])("proposes nothing where a service %s, and leaves it alone after three times", async (_, bad) => {
  services.told.answer = () => bad;
  for (let time = 0; time < 5; time++) expect(await found(addresses, "12 rue")).toEqual([]);
  expect(services.asked).toHaveLength(3);
});

it("goes on asking a service that only refuses a question", async () => {
  services.told.answer = () => ({ status: 400, body: "{}" });
  for (let time = 0; time < 5; time++) expect(await found(addresses, "???")).toEqual([]);
  expect(services.asked).toHaveLength(5);
});

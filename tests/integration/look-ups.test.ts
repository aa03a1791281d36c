import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { GET as addresses } from "@/app/api/adresses/route";
import { GET as organisations } from "@/app/api/organismes/route";
import { readEnvironment } from "@/lib/platform/environment/env";
import { mendCircuits } from "@/lib/platform/load/ask-service";

// The two public services on this machine, answering as they document it, or as they fail.

vi.mock("@/lib/platform/environment/env", async (original) => ({
  ...(await original<typeof import("@/lib/platform/environment/env")>()),
  env: new Proxy(
    {},
    { get: (_, name) => Reflect.get(readEnvironment(process.env), name) as unknown },
  ),
}));

let server: Server;
let answer: (path: string) => { status?: number; body: string; after?: number };
let asked: string[];

const address = {
  type: "FeatureCollection",
  features: [
    {
      properties: {
        type: "housenumber",
        name: "12 Rue des Écoles",
        postcode: "88000",
        city: "Épinal",
      },
    },
  ],
};
const organisation = {
  results: [
    {
      nom_complet: "COLLEGE JULES FERRY",
      nature_juridique: "7331",
      siege: {
        siret: "19880001200017",
        activite_principale: "85.31Z",
        adresse: "12 RUE DES ECOLES 88000 EPINAL",
        code_postal: "88000",
        libelle_commune: "EPINAL",
      },
      matching_etablissements: [],
    },
  ],
};

beforeEach(async () => {
  asked = [];
  mendCircuits();
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const { status = 200, body, after = 0 } = answer(request.url ?? "");
    setTimeout(() => response.writeHead(status).end(body), after);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/geocodage`;
  vi.stubEnv("ADDRESS_SERVICE_URL", url);
  vi.stubEnv("ORGANISATION_SERVICE_URL", url.replace("/geocodage", ""));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const found = async (get: (request: Request) => Promise<Response>, typed: string) => {
  const response = await get(new Request(`http://localhost/api?q=${encodeURIComponent(typed)}`));
  return (await response.json()) as unknown;
};

it("proposes addresses and organisations as the services find them", async () => {
  answer = (path) => ({
    body: JSON.stringify(path.includes("autocomplete") ? address : organisation),
  });
  expect(await found(addresses, "12 rue des ec")).toEqual([
    { street: "12 Rue des Écoles", postcode: "88000", commune: "Épinal" },
  ]);
  expect(await found(organisations, "198 800 012 00017")).toMatchObject([
    { name: "COLLEGE JULES FERRY", street: "12 RUE DES ECOLES", type: "Collège" },
  ]);
  expect(asked[0]).toMatch(/^\/geocodage\/search\?q=12\+rue/);
  expect(asked[1]).toMatch(/^\/search\?q=19880001200017&/);
});

it("asks nobody for less than three letters, nor where no service is configured", async () => {
  answer = () => ({ body: JSON.stringify(address) });
  expect(await found(addresses, "12")).toEqual([]);
  vi.stubEnv("ADDRESS_SERVICE_URL", "");
  expect(await found(addresses, "12 rue des ec")).toEqual([]);
  expect(asked).toEqual([]);
});

it.each<[string, ReturnType<typeof answer>]>([
  ["fails", { status: 500, body: "" }],
  ["is too slow", { body: JSON.stringify(address), after: 1_800 }],
  ["answers no JSON", { body: "<html>" }],
  ["answers without end", { body: "x".repeat(300_000) }],
  ["is refused to us", { status: 429, body: "{}" }],
])("proposes nothing where a service %s, and leaves it alone after three times", async (_, bad) => {
  answer = () => bad;
  for (let time = 0; time < 5; time++) expect(await found(addresses, "12 rue")).toEqual([]);
  expect(asked).toHaveLength(3);
});

it("goes on asking a service that only refuses a question", async () => {
  answer = () => ({ status: 400, body: "{}" });
  for (let time = 0; time < 5; time++) expect(await found(addresses, "???")).toEqual([]);
  expect(asked).toHaveLength(5);
});

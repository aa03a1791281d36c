import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What a service outside the portal answers to one question. */
export interface FakeAnswer {
  status?: number;
  body: string;
  /** Milliseconds until it does. */
  after?: number;
}

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

/** What both services answer where they find one thing, as they document it. */
export const documentedAnswer = (path: string): FakeAnswer => ({
  body: JSON.stringify(path.includes("autocomplete") ? address : organisation),
});

/** The two public services of look-ups on this machine, answering as they are told to. */
export async function fakeLookUps() {
  const asked: string[] = [];
  const told = { answer: documentedAnswer };
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    const { status = 200, body, after = 0 } = told.answer(path);
    setTimeout(() => response.writeHead(status).end(body), after);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    asked,
    told,
    environment: {
      ADDRESS_SERVICE_URL: `${origin}/geocodage`,
      ORGANISATION_SERVICE_URL: origin,
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

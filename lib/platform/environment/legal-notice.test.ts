import { expect, it } from "vitest";
import { missingOfLegalNotice } from "./legal-notice";

const director = "Jeanne Martin";
const provider = "Hébergeur SA, 1 rue du Port, 67000 Strasbourg, 03 88 00 00 00";

it.each([
  [undefined, undefined, ["PUBLICATION_DIRECTOR", "HOSTING_PROVIDER"]],
  [director, undefined, ["HOSTING_PROVIDER"]],
  [undefined, provider, ["PUBLICATION_DIRECTOR"]],
  [director, provider, []],
])(
  "of %s and %s tells the operator what is missing",
  (publicationDirector, hostingProvider, names) => {
    const legal = { publicationDirector, hostingProvider };
    const words = missingOfLegalNotice({ mode: "production", legal });
    expect(words?.match(/[A-Z]{2,}_[A-Z]+/g) ?? []).toEqual(names);
    expect(missingOfLegalNotice({ mode: "local", legal })).toBeNull();
  },
);

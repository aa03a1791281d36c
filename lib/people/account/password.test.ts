import { hash } from "@node-rs/argon2";
import { expect, it } from "vitest";
import { hashPassword, passwordMatches } from "./password";

const [composed, decomposed] = ["Prévention1é".normalize("NFC"), "Prévention1é".normalize("NFD")];

it("a password is the same however its accents are made", async () => {
  for (const chosen of [composed, decomposed]) {
    const now = await hashPassword(chosen);
    // As hashes were made before.
    const before = await hash(chosen, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    for (const typed of [composed, decomposed])
      for (const stored of [now, before]) expect(await passwordMatches(stored, typed)).toBe(true);
    expect(await passwordMatches(now, "Prevention1e")).toBe(false);
  }
  expect(await passwordMatches(null, composed)).toBe(false);
});

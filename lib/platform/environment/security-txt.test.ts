import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { securityText } from "./security-txt";

describe("security.txt", () => {
  it("says whom to write to, in which language, until when and where it stands", () => {
    expect(securityText("securite@ars.example", "https://portail.example", "2026-11-28")).toBe(
      "Contact: mailto:securite@ars.example\nExpires: 2027-05-27T00:00:00Z\n" +
        "Preferred-Languages: fr\nCanonical: https://portail.example/.well-known/security.txt\n",
    );
  });

  it("has not expired and does so within a year, whatever the day", () => {
    const days = fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const text = securityText(
          "a@b.example",
          "https://c.example",
          day.toISOString().slice(0, 10),
        );
        const left = Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? "") - day.getTime();
        expect(left).toBeGreaterThan(30 * 86_400_000);
        expect(left).toBeLessThan(365 * 86_400_000);
      }),
    );
  });
});

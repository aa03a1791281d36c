import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { MailKind } from "@/lib/platform/outbox/kinds";
import { agencyTexts, textCodes } from "@/lib/reference/text/texts";
import type { MailFrame } from "./frame";
import { mailOf, mails } from "./registry";

const frame: MailFrame = {
  agencyName: "ARS Grand Est",
  origin: "https://portail.example",
  contactAddress: "contact@ars.example",
  texts: Object.fromEntries(
    textCodes.map((code) => [code, agencyTexts[code].words]),
  ) as MailFrame["texts"],
};

/** `offer-received.tsx` as the kind it declares. */
const kindOf = (file: string) =>
  file.replace(".tsx", "").replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

describe("the registry of letters", () => {
  it("has every letter of the folder, once, under the name of its file", () => {
    const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".tsx"));
    expect(mails.map(({ kind }) => kind).sort()).toEqual(
      files
        .filter((file) => file !== "layout.tsx")
        .map(kindOf)
        .sort(),
    );
  });

  it("gives each text the agency may change to one letter, or to all of them", () => {
    const own = mails.flatMap((mail) => ("text" in mail ? [mail.text] : []));
    const ofMails = textCodes.filter((code) => agencyTexts[code].where === "mail");
    expect([...own, "mailClosing"].sort()).toEqual([...ofMails].sort());
  });

  it.each(mails.map((mail) => [mail.kind, mail] as const))(
    "writes %s about its sample, in French, with a text part",
    async (_, mail) => {
      const { subject, html, text } = await mail.example(frame);
      expect(subject).not.toBe("");
      expect(html).toContain('lang="fr"');
      expect(text).toContain(agencyTexts.mailClosing.words);
      expect(`${subject}${html}${text}`).not.toMatch(/undefined|\[object/);
    },
  );

  it("ends in the agency's closing words, their line ends kept", async () => {
    const texts = { ...frame.texts, mailClosing: "ARS Grand Est\n3 bd Joffre" };
    const { text } = await mails[0].example({ ...frame, texts });
    expect(text).toMatch(/ARS Grand Est\n+3 bd Joffre$/);
  });

  it("is what can be enqueued, and nothing else can", () => {
    // @ts-expect-error: no letter has this kind
    const unknown: MailKind = "noSuchLetter";
    expect(mailOf(unknown)).toBeNull();
    expect(mails.every(({ kind }) => mailOf(kind satisfies MailKind)?.kind === kind)).toBe(true);
  });

  it("refuses parameters that no command of today enqueues", async () => {
    const [first] = mails;
    await expect(first.write({ structureId: "other" }, frame)).rejects.toThrow("structureId");
  });
});

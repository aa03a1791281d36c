import "server-only";
import { cache } from "react";
import { agencyText } from "@/db/schema/text";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { agencyTexts, filled, isTextCode, type TextCode, textCodes } from "./texts";

const written = cache(
  async () => new Map((await db.select().from(agencyText)).map(({ code, words }) => [code, words])),
);

/** The words of a text as people read them. Public: they stand on public pages. */
export async function textFor(code: TextCode): Promise<string> {
  return inPlace((await written()).get(code) ?? agencyTexts[code].words);
}

/** All of them at once, for the mails. */
export async function allTexts(): Promise<Record<TextCode, string>> {
  return Object.fromEntries(
    await Promise.all(textCodes.map(async (code) => [code, await textFor(code)] as const)),
  ) as Record<TextCode, string>;
}

/** Words as they would be read. */
function inPlace(words: string): string {
  return filled(words, { region: env.agency.regionName, contact: env.agency.contactAddress });
}

export interface AgencyTextDto {
  code: TextCode;
  words: string;
  isOwn: boolean;
}

/** The texts with their places unfilled, to be changed; none for anyone but a moderator. */
export async function textsToChange(viewer: Viewer): Promise<AgencyTextDto[]> {
  if (!can(viewer, "text:manage")) return [];
  const own = await written();
  return textCodes.map((code) => ({
    code,
    words: own.get(code) ?? agencyTexts[code].words,
    isOwn: own.has(code),
  }));
}

/**
 * A text with other words, as its preview shows it; null for anyone but a moderator, and for no
 * text.
 */
export function previewOfText(
  viewer: Viewer,
  code: unknown,
  words: unknown,
): { code: TextCode; words: string } | null {
  if (!can(viewer, "text:manage") || !isTextCode(code) || typeof words !== "string") return null;
  return {
    code,
    words: inPlace(words.slice(0, agencyTexts[code].limit).trim() || agencyTexts[code].words),
  };
}

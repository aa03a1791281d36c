import type { Finding } from "./judges";

/** What a program finds and the portal keeps, with the reason. */
const exceptions: readonly {
  judge: string;
  says: RegExp;
  reason: string;
}[] = [
  {
    judge: "Nu Html Checker",
    says: /^info: Trailing slash on void elements/,
    reason: "React writes elements so, and puts every attribute in quotation marks.",
  },
  {
    judge: "Nu Html Checker",
    says: /^error: Bad value “” for attribute “action”|omit the “action” attribute/,
    reason:
      "React writes so the form of an action without scripts; browsers send it to the page's own " +
      "address (HTML, form submission, step «If action is the empty string»).",
  },
];

/** The reason why a finding stands, or null: it is to be mended. */
export function reasonFor({ judge, says }: Finding): string | null {
  return exceptions.find((known) => known.judge === judge && known.says.test(says))?.reason ?? null;
}

import { Notice } from "./notice";

/** What was just done, told after a redirect: the address carries a code, the words stand in the page. */
export function DoneNotice({ code, words }: { code: string | string[] | undefined; words: Readonly<Record<string, string>> }) {
  if (typeof code !== "string" || !Object.hasOwn(words, code)) return null;
  return <Notice tone="success" title={words[code] ?? ""} focus />;
}

import type { ReactNode } from "react";
import { Toast } from "./toast";

interface Props {
  /** `?fait=` of the address; anything unknown shows nothing. */
  code: string | string[] | undefined;
  words: Readonly<Record<string, string>>;
  children?: ReactNode;
}

/**
 * What was just done, told after a redirect: the address carries a code, the words stand in the
 * page.
 */
export function DoneToast({ code, words, children }: Props) {
  if (typeof code !== "string" || !Object.hasOwn(words, code)) return null;
  return <Toast title={words[code] ?? ""}>{children}</Toast>;
}

import type { FormValues } from "@/lib/platform/form/action-result";

/** Single texts, short enough for a cookie, no password. */
export function withoutSecrets(values: FormValues): Record<string, string> {
  const kept = Object.entries(values).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === "string" && entry[1].length <= 300 && !/password|intent/i.test(entry[0]),
  );
  return Object.fromEntries(kept);
}

import type { Conflict, FormValues } from "@/lib/platform/form/action-result";

export type SaveAnswer =
  | { kind: "saved"; base: string; at: string }
  | { kind: "conflict"; conflict: Conflict }
  | { kind: "signedOut" | "offline" | "failed" }
  | { kind: "refused"; message: string };

/**
 * Sends a form as it stands and reads the answer.
 * @param keepalive the request may outlive the page
 */
export async function sendTyping(
  url: string,
  values: FormValues,
  keepalive: boolean,
): Promise<SaveAnswer> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    for (const text of Array.isArray(value) ? value : [value]) body.append(name, text);
  const headers = { Accept: "application/json" };
  const response = await fetch(url, { method: "POST", body, headers, keepalive }).catch(() => null);
  if (!response) return { kind: navigator.onLine ? "failed" : "offline" };
  if (response.status === 401) return { kind: "signedOut" };
  const answer = response.headers.get("content-type")?.includes("json")
    ? ((await response.json().catch(() => null)) as Answer | null)
    : null;
  if (response.ok && answer?.base && answer.at)
    return { kind: "saved", base: answer.base, at: answer.at };
  if (answer?.conflict) return { kind: "conflict", conflict: answer.conflict };
  return answer?.message ? { kind: "refused", message: answer.message } : { kind: "failed" };
}

interface Answer {
  base?: string;
  at?: string;
  conflict?: Conflict | null;
  message?: string;
}

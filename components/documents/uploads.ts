import { kindOfStatus } from "@/components/ui/send-problem";

/** A file on its way, or that did not get through: the browser shows it nowhere else. */
export interface Upload {
  id: number;
  name: string;
  /** None when it was sent without scripts. */
  file: File | null;
  /** Id of the document it takes the place of. */
  replaces: string | undefined;
  /** 0 to 1. */
  sent: number;
  problem: UploadProblem | null;
}

/** `refused` is the file itself; the others wait to be sent again. */
export interface UploadProblem {
  kind: "refused" | "failed" | "signedOut";
  message: string;
}

type UploadEvent =
  | { kind: "sent"; uploads: readonly Upload[] }
  | { kind: "progressed"; id: number; sent: number }
  | { kind: "answered"; id: number; problem: UploadProblem | null }
  | { kind: "closed"; id: number };

/** Sends go on beside one another: what one left is there until it is sent again or closed. */
export function afterEvent(all: readonly Upload[], event: UploadEvent): readonly Upload[] {
  if (event.kind === "sent") {
    const ids = new Set(event.uploads.map(({ id }) => id));
    return [...all.filter(({ id }) => !ids.has(id)), ...event.uploads];
  }
  return all.flatMap((upload) => {
    if (upload.id !== event.id) return upload;
    if (event.kind === "progressed") return { ...upload, sent: event.sent };
    return event.kind === "answered" && event.problem ? { ...upload, problem: event.problem } : [];
  });
}

const again = "Le fichier vous attend ici : envoyez-le de nouveau";
const failures = {
  offline: `vous êtes hors connexion. ${again} dès qu’elle sera revenue.`,
  unreachable: `le portail ne répond pas. ${again} dans un instant.`,
  busy: `le portail est très sollicité ou redémarre. ${again} dans quelques secondes.`,
  fault: `une erreur est survenue de notre côté. ${again} dans un instant.`,
};
const signedOut =
  "votre session est terminée. Reconnectez-vous dans un autre onglet, puis envoyez le fichier de " +
  "nouveau : il vous attend ici.";
const closed =
  "l’offre ne vous est plus ouverte. Rechargez la page, puis choisissez le fichier de nouveau.";

/**
 * What became of one file; null when it was taken. The body is the route's only where the status
 * does not say that nobody looked at the file.
 * @param status 0 where no answer came
 */
export function problemIn(status: number, body: string): UploadProblem | null {
  if (status === 401) return { kind: "signedOut", message: signedOut };
  const failure = kindOfStatus(status);
  const refusals = failure === "busy" ? null : refusalsIn(body);
  if (refusals !== null) return refusals === "" ? null : { kind: "refused", message: refusals };
  if (status === 403 || status === 404) return { kind: "refused", message: closed };
  return { kind: "failed", message: failures[failure] };
}

/** @returns null for what is not from the route: the connection, or something on the way */
function refusalsIn(body: string): string | null {
  try {
    const { errors } = JSON.parse(body) as { errors: { message: string }[] };
    return errors.map(({ message }) => message).join(" ");
  } catch {
    return null;
  }
}

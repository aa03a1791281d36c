"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { kindOfStatus } from "@/components/ui/send-problem";
import { counted } from "@/lib/platform/values/french";

export interface UploadProblem {
  name: string;
  message: string;
}

/** A file that did not get through. The browser shows it nowhere else, so it is kept here. */
interface Waiting {
  file: File;
  /** Id of the document it takes the place of. */
  replaces: string | undefined;
}

export interface Upload {
  id: number;
  name: string;
  /** 0 to 1. */
  sent: number;
}

const again = "Le fichier vous attend ici : envoyez-le de nouveau";
const failures = {
  offline: `vous êtes hors connexion. ${again} dès qu’elle sera revenue.`,
  unreachable: `le portail ne répond pas. ${again} dans un instant.`,
  busy: `le portail est très sollicité ou redémarre. ${again} dans quelques secondes.`,
  fault: `une erreur est survenue de notre côté. ${again} dans un instant.`,
  signedOut:
    "votre session est terminée, ou l’offre ne vous est plus ouverte. Rechargez la page, " +
    "puis choisissez le fichier de nouveau.",
};

/**
 * Files on their way to the server, one request a file: one that is refused does not take the
 * others with it.
 * @param target the route that takes them
 */
export function useUploads(target: string, refusals: readonly string[]) {
  const router = useRouter();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [problems, setProblems] = useState<UploadProblem[]>(() =>
    refusals.map((message) => ({ name: "Documents", message })),
  );
  const [said, setSaid] = useState("");
  const [waiting, setWaiting] = useState<Waiting[]>([]);

  /** @param replaces id of the document that the first file takes the place of */
  const upload = async (files: Iterable<File>, replaces?: string) => {
    const sent = [...files].slice(0, replaces ? 1 : undefined);
    if (sent.length === 0) return;
    const left: Waiting[] = [];
    setProblems([]);
    setWaiting([]);
    setSaid("");
    const queue = sent.map((file, index) => ({ id: Date.now() + index, name: file.name, sent: 0 }));
    setUploads((before) => [...before, ...queue]);
    const found: UploadProblem[] = [];
    for (const [index, file] of sent.entries()) {
      const entry = queue[index];
      if (!entry) continue;
      const body = new FormData();
      body.append(replaces ? `replacement:${replaces}` : "documents", file);
      if (replaces) body.append("intent", `replace:${replaces}`);
      const progress = (part: number) =>
        setUploads((all) =>
          all.map((known) => (known.id === entry.id ? { ...known, sent: part } : known)),
        );
      const answer = await send(target, body, progress);
      if (answer.problems)
        found.push(
          ...answer.problems.map(({ name, message }) => ({ name: name || file.name, message })),
        );
      else {
        found.push({ name: file.name, message: failures[answer.failure] });
        if (answer.failure !== "signedOut") left.push({ file, replaces });
      }
      setUploads((all) => all.filter(({ id }) => id !== entry.id));
    }
    setProblems(found);
    setWaiting(left);
    const taken = sent.length - found.length;
    setSaid(taken > 0 ? `${counted(taken, "document ajouté", "documents ajoutés")}.` : "");
    router.refresh();
  };

  const sendAgain = async () => {
    const [first] = waiting;
    await upload(
      waiting.map(({ file }) => file),
      first?.replaces,
    );
  };

  return { uploads, problems, said, upload, sendAgain: waiting.length > 0 ? sendAgain : null };
}

type Sent = { problems: UploadProblem[] } | { problems: null; failure: keyof typeof failures };

/** XMLHttpRequest, for it alone says how much of a request has left. */
function send(target: string, body: FormData, progress: (part: number) => void): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const give = () => resolve(answerOf(request));
    request.open("POST", target);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    });
    request.addEventListener("load", give);
    request.addEventListener("error", give);
    request.addEventListener("abort", give);
    request.send(body);
  });
}

function answerOf(request: XMLHttpRequest): Sent {
  try {
    const answer: unknown = JSON.parse(request.responseText);
    if (
      typeof answer === "object" &&
      answer !== null &&
      "errors" in answer &&
      Array.isArray(answer.errors)
    ) {
      return { problems: answer.errors as UploadProblem[] };
    }
  } catch {
    // Not from the route: the connection, or something on the way.
  }
  const isClosed = [401, 403, 404].includes(request.status);
  return { problems: null, failure: isClosed ? "signedOut" : kindOfStatus(request.status) };
}

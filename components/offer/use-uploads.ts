"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";

export interface UploadProblem {
  name: string;
  message: string;
}

export interface Upload {
  id: number;
  name: string;
  /** 0 to 1. */
  sent: number;
}

const failed = "L’envoi n’a pas abouti. Vérifiez votre connexion et réessayez.";

/**
 * Files on their way to the server, one request a file: one that is refused does not take the others with it.
 * @param target the route that takes them
 */
export function useUploads(target: string, refusals: readonly string[]) {
  const router = useRouter();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [problems, setProblems] = useState<UploadProblem[]>(() => refusals.map((message) => ({ name: "Documents", message })));
  const [said, setSaid] = useState("");

  /** @param replaces id of the document that the first file takes the place of */
  const upload = async (files: Iterable<File>, replaces?: string) => {
    const sent = [...files].slice(0, replaces ? 1 : undefined);
    if (sent.length === 0) return;
    setProblems([]);
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
      found.push(...(await send(target, body, (part) => setUploads((all) => all.map((known) => (known.id === entry.id ? { ...known, sent: part } : known))))).map(({ name, message }) => ({ name: name || file.name, message })));
      setUploads((all) => all.filter(({ id }) => id !== entry.id));
    }
    setProblems(found);
    const taken = sent.length - found.length;
    setSaid(taken > 0 ? `${taken} ${taken > 1 ? "documents ajoutés" : "document ajouté"}.` : "");
    router.refresh();
  };

  return { uploads, problems, said, upload };
}

/** XMLHttpRequest, for it alone says how much of a request has left. */
function send(target: string, body: FormData, progress: (part: number) => void): Promise<UploadProblem[]> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const give = () => resolve(problemsIn(request));
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

function problemsIn(request: XMLHttpRequest): UploadProblem[] {
  try {
    const answer: unknown = JSON.parse(request.responseText);
    if (typeof answer === "object" && answer !== null && "errors" in answer && Array.isArray(answer.errors)) return answer.errors as UploadProblem[];
  } catch {
    // Not from the route: the connection, or something on the way.
  }
  return [{ name: "", message: failed }];
}

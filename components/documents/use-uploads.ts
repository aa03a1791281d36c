"use client";

import { useRouter } from "next/navigation";
import { useReducer, useRef, useState } from "react";
import { counted } from "@/lib/platform/values/french";
import { afterEvent, problemIn, type Upload, type UploadProblem } from "./uploads";

const before = (refusals: readonly string[]): readonly Upload[] =>
  refusals.map((message, index) => ({
    id: -1 - index,
    name: "Documents",
    file: null,
    replaces: undefined,
    sent: 1,
    problem: { kind: "refused", message },
  }));

/**
 * Files on their way to the server, one request a file: one that is refused does not take the
 * others with it.
 * @param target the route that takes them
 * @param refusals of files that were sent without scripts
 */
export function useUploads(target: string, refusals: readonly string[]) {
  const router = useRouter();
  const [all, tell] = useReducer(afterEvent, refusals, before);
  const [said, setSaid] = useState("");
  const lastId = useRef(0);

  const deliver = async (uploads: readonly Upload[]) => {
    if (uploads.length === 0) return;
    tell({ kind: "sent", uploads });
    setSaid("");
    const problems: (UploadProblem | null)[] = [];
    for (const upload of uploads) {
      const { id } = upload;
      const problem = await send(target, upload, (sent) => tell({ kind: "progressed", id, sent }));
      problems.push(problem);
      tell({ kind: "answered", id, problem });
    }
    const taken = problems.filter((problem) => problem === null).length;
    if (taken > 0) setSaid(`${counted(taken, "document ajouté", "documents ajoutés")}.`);
    // A page made anew for nobody would take with it the files that wait.
    if (!problems.some((problem) => problem?.kind === "signedOut")) router.refresh();
  };

  /** @param replaces id of the document that the first file takes the place of */
  const upload = (files: Iterable<File>, replaces?: string) =>
    deliver(
      [...files].slice(0, replaces ? 1 : undefined).map((file) => ({
        id: (lastId.current += 1),
        name: file.name,
        file,
        replaces,
        sent: 0,
        problem: null,
      })),
    );

  const waiting = all.filter(({ problem }) => problem && problem.kind !== "refused");
  const sendAgain = () => deliver(waiting.map((each) => ({ ...each, sent: 0, problem: null })));

  return {
    uploads: all.filter(({ problem }) => !problem),
    problems: all.filter(({ problem }) => problem),
    said,
    upload,
    sendAgain: waiting.length > 0 ? sendAgain : null,
    close: (id: number) => tell({ kind: "closed", id }),
  };
}

/** XMLHttpRequest, for it alone says how much of a request has left. */
function send(
  target: string,
  { file, replaces }: Upload,
  progress: (part: number) => void,
): Promise<UploadProblem | null> {
  const body = new FormData();
  if (file) body.append(replaces ? `replacement:${replaces}` : "documents", file);
  if (replaces) body.append("intent", `replace:${replaces}`);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const give = () => resolve(problemIn(request.status, request.responseText));
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

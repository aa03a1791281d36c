import type { ServerResponse } from "node:http";

interface Holding {
  /** Asked once, before anything is sent; it may change the status. Head and body wait if so. */
  isWanted: (status: number) => boolean;
  /** Bytes after which an answer is let go as it is. */
  limit?: number;
  /** Sends the answer that is whole. @param sent to be told when it is sent */
  answer: (made: string, sent: (() => void) | undefined) => void;
}

type Write = ServerResponse["write"];
type End = ServerResponse["end"];
type Sent = () => void;

/**
 * Holds an answer of text back until it is whole, where that is wanted. Others pass as they are.
 * @param response before the framework writes to it
 */
export function holdAnswer(
  response: ServerResponse,
  { isWanted, limit = Infinity, answer }: Holding,
): void {
  // oxlint-disable-next-line @typescript-eslint/unbound-method -- put back where they were
  const { write, end, writeHead, flushHeaders } = response;
  const letPass = () => Object.assign(response, { write, end, writeHead, flushHeaders });
  let held = false;
  let bytes = 0;
  const chunks: Buffer[] = [];
  const isHeld = (status: number): boolean => {
    held ||= isWanted(status) && !response.headersSent;
    if (!held) letPass();
    return held;
  };

  response.flushHeaders = () => {
    if (!isHeld(response.statusCode)) response.flushHeaders();
  };
  response.writeHead = (status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    const given = rest.find((each) => typeof each === "object" && each !== null) as
      Record<string, string> | undefined;
    for (const [name, value] of Object.entries(given ?? {})) response.setHeader(name, value);
    if (!isHeld(status)) response.writeHead(response.statusCode);
    return response;
  };
  response.write = ((chunk: Buffer | string, ...rest: never[]) => {
    if (!isHeld(response.statusCode))
      return (response.write as (...all: unknown[]) => boolean)(chunk, ...rest);
    chunks.push(Buffer.from(chunk as string));
    bytes += chunk.length;
    if (bytes > limit) {
      letPass();
      for (const each of chunks) response.write(each);
    }
    return true;
  }) as Write;
  response.end = ((chunk?: Buffer | string | Sent, ...rest: (string | Sent)[]) => {
    if (!isHeld(response.statusCode))
      return (response.end as (...all: unknown[]) => ServerResponse)(chunk, ...rest);
    if (chunk && typeof chunk !== "function") chunks.push(Buffer.from(chunk as string));
    letPass();
    answer(
      Buffer.concat(chunks).toString(),
      [chunk, ...rest].find((each) => typeof each === "function"),
    );
    return response;
  }) as End;
}

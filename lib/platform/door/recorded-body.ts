import type { IncomingMessage } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/** What somebody had typed in a form that was not taken. */
export interface SubmittedForm {
  /** Names and texts, in order, as they would be sent again; a password has no text. */
  fields: (readonly [name: string, text: string])[];
  hasFiles: boolean;
}

export interface RecordedBody {
  /**
   * Settles when the body is there, or will not be: too many bytes, no room, too slow, or its
   * sender left.
   */
  arrived: () => Promise<Outcome | "late">;
  /**
   * Waits for the rest of the body, or as much of it as is remembered. Null when no form was sent,
   * or it cannot be read.
   */
  typed: () => Promise<SubmittedForm | null>;
}

type Outcome = "whole" | "tooLarge" | "full" | "gone";

interface Bounds {
  /** Bytes; at one more the rest is thrown away, and `tooLarge` is called. */
  limit: number;
  /** Whether the body is let in before anybody reads it; else its reader sets the pace. */
  ahead: boolean;
  /** Bytes that are remembered, for a form's texts; 0 where nobody would ask for them. */
  remembered: number;
  /** Told of the bytes of each piece: whether there is room for them. */
  hasRoom: (bytes: number) => boolean;
  tooLarge: () => void;
}

const fieldsRemembered = 400;
/** Milliseconds in which a form arrives. */
const patience = 30_000;

/**
 * Counts the bytes of a body while others read it, and remembers those of a form that a browser
 * without scripts sends, so that a fault can give back what was typed.
 */
export function recordBody(
  request: IncomingMessage,
  { limit, ahead, remembered, hasRoom, tooLarge }: Bounds,
): RecordedBody {
  const type = request.headers["content-type"] ?? "";
  const isForm =
    remembered > 0 &&
    /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type) &&
    request.headers["next-action"] === undefined;
  const kept: Buffer[] = [];
  let passed = 0;
  let isDropped = false;
  let settle: (outcome: Outcome) => void = () => undefined;
  const settled = new Promise<Outcome>((done) => (settle = done));
  let beFull: () => void = () => undefined;
  const full = new Promise<void>((done) => (beFull = done));
  request.once("close", () => settle("gone"));
  const push = request.push.bind(request);
  // Where every byte comes by, whoever reads and whenever: a listener of our own would set the
  // stream going. What push() answers is only whether to pause the sender.
  request.push = (chunk: Buffer | null, encoding) => {
    if (chunk === null) {
      settle("whole");
      return push(chunk, encoding);
    }
    if (isDropped) return true;
    if (isForm && passed < remembered) kept.push(chunk.subarray(0, remembered - passed));
    passed += chunk.length;
    if (passed > remembered) beFull();
    isDropped = passed > limit || (ahead && !hasRoom(chunk.length));
    if (!isDropped) return push(chunk, encoding) || ahead;
    settle(passed > limit ? "tooLarge" : "full");
    if (passed > limit) tooLarge();
    return true;
  };
  const arrived = async () => {
    const late = new AbortController();
    const timer = pause(patience, "late" as const, { signal: late.signal, ref: false }).catch(
      () => "late" as const,
    );
    const outcome = await Promise.race([settled, timer]);
    late.abort();
    return outcome;
  };
  return {
    arrived,
    typed: async () => {
      if (!isForm) return null;
      if (!request.complete) {
        request.resume();
        await Promise.race([full, arrived()]);
      }
      return parsed(Buffer.concat(kept), type, passed > remembered);
    },
  };
}

async function parsed(
  bytes: Buffer<ArrayBuffer>,
  type: string,
  isCut: boolean,
): Promise<SubmittedForm | null> {
  const boundary = /boundary="?([^";]+)/i.exec(type)?.[1];
  // What was cut off is a file's: its part is closed, and everything before it can be read.
  const whole =
    isCut && boundary ? Buffer.concat([bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]) : bytes;
  const form = await new Response(whole, { headers: { "content-type": type } })
    .formData()
    .catch(() => null);
  if (!form) return null;
  const fields: (readonly [string, string])[] = [];
  let hasFiles = false;
  for (const [name, value] of form) {
    if (typeof value !== "string") hasFiles ||= value.name !== "";
    else if (fields.length < fieldsRemembered)
      fields.push([name, /password/i.test(name) ? "" : value]);
  }
  return { fields, hasFiles };
}

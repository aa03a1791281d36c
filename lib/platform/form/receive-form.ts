import "server-only";
import { randomUUID } from "node:crypto";
import { type FileHandle, open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Busboy } from "@fastify/busboy";
import { setTransportSecurity } from "@/lib/platform/environment/transport-security";
import { done, type Outcome, refused } from "./action-result";

/**
 * A file that was sent. It waits on the disk without a name, so that nothing of it is left behind
 * whatever happens.
 */
export interface ReceivedFile {
  /** Name of the form's field. */
  field: string;
  /** As sent. */
  name: string;
  /** Bytes kept: at its limit and one more, it was larger. */
  size: number;
  /** @param into memory to read it into, in place of new one */
  read: (into?: Buffer) => Promise<Buffer>;
}

export interface ReceivedForm {
  /** Its texts. */
  fields: FormData;
  files: ReceivedFile[];
  /** More came than a request may bring. */
  areFilesLeft: boolean;
  /** Lets go of the files. */
  discard: () => Promise<void>;
}

export interface FormLimits {
  /** Those behind are let in and dropped, so that what was typed with them still arrives. */
  files: number;
  /** Bytes of one file; one more is read, to tell that it is larger. */
  fileSize: number;
  fields: number;
  /** Bytes of one text. */
  fieldSize: number;
  /** Bytes of the request. */
  body: number;
}

/**
 * `wrongType`: no multipart form. `malformed`: cut off or against the rules of such forms. `busy`:
 * too many arrive already.
 */
export type ReceiveRefusal = "wrongType" | "tooLarge" | "malformed" | "busy";

/** For whoever sends something else. */
export const wrongForm =
  "Ce type de contenu n’est pas accepté ici : envoyez le formulaire de la page.";

/** Milliseconds a request may take to arrive: 50 MB on a slow line. */
const arrivalLimitMs = 10 * 60_000;
/** Requests that may arrive at once, in all and from one account. */
export const arrivingLimit = 200;
const arrivingPerAccount = 60;

// One per process, kept across the development server's reloads.
const holder = globalThis as typeof globalThis & { portalArriving?: Map<string, number> };

/**
 * Receives a multipart form within limits that hold while it arrives. Files go to the disk as they
 * come: a hundred at once take no more memory than one.
 * @param sender account that sends, known before a byte is read
 */
export async function receiveForm(
  request: Request,
  sender: string,
  limits: FormLimits,
): Promise<Outcome<ReceivedForm, ReceiveRefusal>> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(contentType) || !request.body) return refused("wrongType");
  if (Number(request.headers.get("content-length") ?? "0") > limits.body)
    return refused("tooLarge");
  const arriving = (holder.portalArriving ??= new Map<string, number>());
  const own = arriving.get(sender) ?? 0;
  if (
    own >= arrivingPerAccount ||
    [...arriving.values()].reduce((sum, count) => sum + count, 0) >= arrivingLimit
  )
    return refused("busy");
  arriving.set(sender, own + 1);
  try {
    return await receive(request.body as ReadableStream<Uint8Array>, contentType, limits);
  } finally {
    const left = (arriving.get(sender) ?? 1) - 1;
    if (left > 0) arriving.set(sender, left);
    else arriving.delete(sender);
  }
}

class Refused extends Error {
  constructor(readonly code: ReceiveRefusal) {
    super(code);
  }
}

async function receive(
  body: ReadableStream<Uint8Array>,
  contentType: string,
  limits: FormLimits,
): Promise<Outcome<ReceivedForm, ReceiveRefusal>> {
  const fields = new FormData();
  const handles: FileHandle[] = [];
  const discard = async () => {
    await Promise.allSettled(handles.map((handle) => handle.close()));
  };
  const kept: Promise<ReceivedFile>[] = [];
  const streams: Readable[] = [];
  let areFilesLeft = false;
  try {
    const { files, fields: texts, fieldSize, fileSize } = limits;
    const form = new Busboy({
      headers: { "content-type": contentType },
      limits: {
        files,
        fields: texts,
        fieldSize,
        fileSize: fileSize + 1,
        parts: files + texts,
        fieldNameSize: 200,
        headerPairs: 20,
        headerSize: 8_192,
      },
    });
    const refuse = (code: ReceiveRefusal) => form.destroy(new Refused(code));
    form.on("filesLimit", () => (areFilesLeft = true));
    form.on("fieldsLimit", () => refuse("tooLarge"));
    form.on("partsLimit", () => refuse("tooLarge"));
    form.on("field", (name, value, nameCut, valueCut) => {
      if (nameCut || valueCut) refuse("tooLarge");
      else fields.append(decoded(name), value);
    });
    form.on("file", (field, stream, name?: string) => {
      // Cut off, it says so and does not end: whoever reads it would wait for ever.
      stream.on("error", (error) => stream.destroy(error));
      streams.push(stream);
      const file = keep(stream, { field: decoded(field), name: decoded(name ?? "") }, handles);
      // Heard below, with the others; until then it is nobody's failure.
      file.catch(() => undefined);
      kept.push(file);
    });
    await pipeline(Readable.fromWeb(body), counted(limits.body), form, {
      signal: AbortSignal.timeout(arrivalLimitMs),
    });
    return done({
      fields,
      files: (await Promise.all(kept)).filter(({ name }) => name !== ""),
      areFilesLeft,
      discard,
    });
  } catch (error) {
    for (const stream of streams) stream.destroy(new Refused("malformed"));
    await Promise.allSettled(kept);
    await discard();
    // A disk that is full is no fault of the sender.
    if (isDiskFault(error)) throw error;
    return refused(error instanceof Refused ? error.code : "malformed");
  }
}

function isDiskFault(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    /^(ENOSPC|EDQUOT|EROFS|EACCES|EMFILE|ENFILE)$/.test(error.code)
  );
}

function counted(limit: number): Transform {
  let size = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, give) {
      size += piece.length;
      if (size > limit) give(new Refused("tooLarge"));
      else give(null, piece);
    },
  });
}

async function keep(
  stream: Readable,
  about: { field: string; name: string },
  handles: FileHandle[],
): Promise<ReceivedFile> {
  let size = 0;
  if (about.name === "") {
    // A field for a file in which none was chosen.
    stream.resume();
    return { ...about, size, read: () => Promise.resolve(Buffer.alloc(0)) };
  }
  const path = join(tmpdir(), `portail-${randomUUID()}`);
  const handle = await open(path, "wx+", 0o600);
  handles.push(handle);
  await unlink(path);
  for await (const piece of stream as AsyncIterable<Buffer>) {
    await handle.write(piece, 0, piece.length, size);
    size += piece.length;
  }
  const read = async (into: Buffer = Buffer.allocUnsafeSlow(size)) => {
    const content = into.subarray(0, size);
    let at = 0;
    while (at < size) {
      const { bytesRead } = await handle.read(content, at, size - at, at);
      if (bytesRead === 0) throw new Error("A received file is shorter than it was.");
      at += bytesRead;
    }
    return content;
  };
  return { ...about, size, read };
}

/** Browsers write quotes and line ends of a name this way. */
function decoded(name: string): string {
  return name.replaceAll(/%22/g, '"').replaceAll(/%0D/gi, "\r").replaceAll(/%0A/gi, "\n");
}

/**
 * An answer to an upload carries what the proxy gives all others: uploads do not pass it, for it
 * keeps bodies in memory.
 */
export function uploadAnswer(answer: Response): Response {
  answer.headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  answer.headers.set("X-Frame-Options", "DENY");
  answer.headers.set("Cache-Control", "private, no-store");
  setTransportSecurity(answer.headers);
  return answer;
}

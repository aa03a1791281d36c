import { type Entry, fromBufferPromise } from "yauzl";

/**
 * `tooLarge`: unfolds to too much. `tooMany`: has more of something than what is asked of it can
 * have.
 */
export type FileFaultCode = "broken" | "encrypted" | "tooLarge" | "tooMany";

/** A file that cannot be read: thrown while reading it, caught where its reader answers. */
export class FileFault extends Error {
  constructor(readonly code: FileFaultCode) {
    super(code);
    this.name = "FileFault";
  }
}

export interface ZipLimits {
  /** Parts an archive may have. */
  parts: number;
  /**
   * Bytes its parts may unfold to, counted as they unfold: what its headers say is not believed.
   */
  unfolded: number;
}

export interface Zip {
  /** Names of all parts, as written. */
  names: readonly string[];
  /**
   * A part, piece by piece; names are compared as office programs do, whatever their case.
   * @throws FileFault when it is not there, is damaged or unfolds to more than what is left of the
   * limit
   */
  read: (name: string) => AsyncIterable<Uint8Array>;
}

/** Bits of an entry that say: encrypted, strongly encrypted, header masked. */
const encryptedBits = 0x2041;

/**
 * Opens an archive by its central directory, as every office program does.
 * @throws FileFault
 */
export async function openZip(content: Buffer, limits: ZipLimits): Promise<Zip> {
  // What stands before the first entry, and what follows the directory (yauzl sees to that),
  // belongs to another format.
  if (!content.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004", "latin1")))
    throw new FileFault("broken");
  const archive = await fromBufferPromise(content, {
    lazyEntries: true,
    strictFileNames: true,
    // Sizes are counted below, and told as what they are.
    validateEntrySizes: false,
  }).catch(broken);
  if (archive.entryCount > limits.parts) throw new FileFault("tooLarge");
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of archive.eachEntry()) {
      if (entry.generalPurposeBitFlag & encryptedBits) throw new FileFault("encrypted");
      const key = entry.fileName.toLowerCase();
      // Two readers of the same archive would see two different files.
      if (!isPlain(entry.fileName) || entries.has(key)) throw new FileFault("broken");
      entries.set(key, entry);
    }
  } catch (error) {
    return broken(error);
  }
  let left = limits.unfolded;
  const read = async function* (name: string): AsyncGenerator<Uint8Array> {
    const entry = entries.get(name.toLowerCase());
    if (!entry?.canDecodeFileData()) throw new FileFault("broken");
    if (entry.uncompressedSize > left) throw new FileFault("tooLarge");
    const stream = await archive.openReadStreamPromise(entry).catch(broken);
    // Heard by the loop below; one that comes after it was left has nobody else to hear it.
    stream.on("error", () => undefined);
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        left -= piece.length;
        if (left < 0) throw new FileFault("tooLarge");
        yield piece;
      }
    } catch (error) {
      broken(error);
    } finally {
      stream.destroy();
    }
  };
  return { names: [...entries.values()].map(({ fileName }) => fileName), read };
}

/**
 * A part at once, for those that are small by their nature. @throws FileFault also when it is
 * longer than `limit` bytes
 */
export async function readWhole(zip: Zip, name: string, limit: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of zip.read(name)) {
    size += piece.length;
    if (size > limit) throw new FileFault("tooLarge");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function isPlain(name: string): boolean {
  return name !== "" && !/[\p{Cc}\p{Cf}]/u.test(name);
}

function broken(error: unknown): never {
  throw error instanceof FileFault ? error : new FileFault("broken");
}

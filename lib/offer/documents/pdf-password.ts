import { createCipheriv, createHash } from "node:crypto";

/** What a password is padded with (ISO 32000-1, 7.6.3.3). */
const padding = Buffer.from(
  "28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a",
  "hex",
);
/** Bytes of a dictionary that is looked at. */
const dictionaryLimit = 10_000;

/**
 * Whether a PDF can be read without a password. One that only forbids printing or copying can: it
 * is encrypted with the empty password (ISO 32000-1, 7.6.3, algorithms 2, 4, 5; ISO 32000-2, 2.A).
 * What is encrypted in a way nobody opens without more (certificates) cannot.
 */
export function opensWithoutPassword(content: Buffer): boolean {
  const text = content.toString("latin1");
  // The last one counts: a file that was saved again says it anew.
  const at = text.lastIndexOf("/Encrypt");
  if (at < 0) return true;
  const named = /^\/Encrypt\s+(\d+)\s+(\d+)\s+R/.exec(text.slice(at, at + 60));
  const direct = /^\/Encrypt\s*<</.test(text.slice(at, at + 20));
  if (!named && !direct) return true;
  const object = named
    ? new RegExp(`(?<!\\d)${named[1]}\\s+${named[2]}\\s+obj\\b`).exec(text)?.index
    : at;
  if (object === undefined) return true;
  const dictionary = text.slice(object, object + dictionaryLimit);
  if (!/\/Filter\s*\/Standard/.test(dictionary)) return false;
  const number = (key: string) =>
    Number(new RegExp(`/${key}\\s+(-?\\d+)`).exec(dictionary)?.[1] ?? Number.NaN);
  const [owner, user] = [stringAfter(dictionary, "O"), stringAfter(dictionary, "U")];
  const revision = number("R");
  if (!owner || !user || Number.isNaN(revision)) return true;
  if (revision >= 5) return user.subarray(0, 32).equals(hashOf(user.subarray(32, 40), revision));
  const id = stringAfter(idsOf(text), "ID\\s*\\[") ?? Buffer.alloc(0);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(number("P") | 0);
  const open = Buffer.from(/\/EncryptMetadata\s+false/.test(dictionary) ? "ffffffff" : "", "hex");
  const length = revision === 2 ? 5 : Math.min(16, Math.max(5, (number("Length") || 40) / 8));
  let key = md5(padding, owner.subarray(0, 32), permissions, id, revision >= 4 ? open : "");
  if (revision >= 3) for (let turn = 0; turn < 50; turn++) key = md5(key.subarray(0, length));
  key = key.subarray(0, length);
  if (revision === 2) return rc4(key, padding).equals(user.subarray(0, 32));
  let expected = rc4(key, md5(padding, id));
  for (let turn = 1; turn < 20; turn++)
    expected = rc4(
      key.map((byte) => byte ^ turn),
      expected,
    );
  return expected.equals(user.subarray(0, 16));
}

/** Two strings after the last trailer, or nothing. */
function idsOf(text: string): string {
  const at = text.lastIndexOf("/ID");
  return at < 0 ? "" : text.slice(at, at + 1_000);
}

function md5(...parts: (Buffer | string)[]): Buffer {
  const hash = createHash("md5");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The hash of the empty password, of revisions 5 and 6. */
function hashOf(salt: Buffer, revision: number): Buffer {
  let key = createHash("sha256").update(salt).digest();
  if (revision === 5) return key;
  for (let turn = 0, last = 0; turn < 64 || last > turn - 32; turn++) {
    const cipher = createCipheriv("aes-128-cbc", key.subarray(0, 16), key.subarray(16, 32));
    const mixed = cipher.setAutoPadding(false).update(Buffer.concat(Array<Buffer>(64).fill(key)));
    const which = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(["sha256", "sha384", "sha512"][which] ?? "")
      .update(mixed)
      .digest();
    last = mixed.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

/** OpenSSL has it no more: nothing is kept secret with it here. */
function rc4(key: Uint8Array, data: Buffer): Buffer {
  const box = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (one: number, other: number) => {
    [box[one], box[other]] = [box[other] ?? 0, box[one] ?? 0];
  };
  for (let index = 0, other = 0; index < 256; index++) {
    other = (other + (box[index] ?? 0) + (key[index % key.length] ?? 0)) & 255;
    swap(index, other);
  }
  let [one, other] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      one = (one + 1) & 255;
      other = (other + (box[one] ?? 0)) & 255;
      swap(one, other);
      return byte ^ (box[((box[one] ?? 0) + (box[other] ?? 0)) & 255] ?? 0);
    }),
  );
}

/** The string of a key, written in hexadecimals or in parentheses. */
function stringAfter(dictionary: string, key: string): Buffer | null {
  const found = new RegExp(`/${key}\\s*([<(])(?!<)`).exec(dictionary);
  if (!found) return null;
  const rest = dictionary.slice(found.index + found[0].length);
  if (found[1] === "<")
    return Buffer.from(rest.slice(0, rest.indexOf(">")).replaceAll(/\s/g, ""), "hex");
  const bytes: number[] = [];
  const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
  for (let at = 0, depth = 0; at < rest.length; at++) {
    const char = rest[at] ?? "";
    if (char === ")" && depth-- === 0) return Buffer.from(bytes);
    if (char === "(") depth += 1;
    if (char !== "\\") {
      bytes.push(char.charCodeAt(0));
      continue;
    }
    const octal = /^[0-7]{1,3}/.exec(rest.slice(at + 1, at + 4))?.[0];
    const next = rest[at + 1] ?? "";
    at += octal?.length ?? 1;
    if (octal) bytes.push(Number.parseInt(octal, 8) & 255);
    else if (next === "\r" && rest[at + 1] === "\n") at += 1;
    else if (next !== "\n" && next !== "\r") bytes.push(escapes[next] ?? next.charCodeAt(0));
  }
  return null;
}

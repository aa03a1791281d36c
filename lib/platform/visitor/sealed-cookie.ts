import "server-only";
import { createHash } from "node:crypto";
import { EncryptJWT, jwtDecrypt } from "jose";
import { cookies } from "next/headers";
import { env } from "@/lib/platform/environment/env";

function keyFor(name: string): Uint8Array {
  return createHash("sha256").update(`${name}:${env.secret}`).digest();
}

/**
 * Keeps a small value with the visitor, encrypted: nothing is stored about someone who has no
 * account yet.
 * @param value flat strings; about 2,500 characters fit in a cookie
 * @param lifetimeSeconds how long the browser keeps it
 * @returns false where it does not fit: nothing is kept then, what was kept before neither
 */
export async function writeSealedCookie(
  name: string,
  value: Record<string, string>,
  lifetimeSeconds: number,
): Promise<boolean> {
  const sealed = await new EncryptJWT(value)
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .setExpirationTime(`${lifetimeSeconds}s`)
    .encrypt(keyFor(name));
  if (sealed.length > 4000) {
    await clearSealedCookie(name);
    return false;
  }
  (await cookies()).set(name, sealed, {
    httpOnly: true,
    sameSite: "lax",
    secure: env.origin.startsWith("https://"),
    path: "/",
    maxAge: lifetimeSeconds,
  });
  return true;
}

/**
 * @returns what was kept, or an empty object when there is nothing, it expired or was tampered with
 */
export async function readSealedCookie(name: string): Promise<Record<string, string>> {
  const sealed = (await cookies()).get(name)?.value;
  if (!sealed) return {};
  try {
    const { payload } = await jwtDecrypt(sealed, keyFor(name));
    return Object.fromEntries(
      Object.entries(payload).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    );
  } catch {
    return {};
  }
}

export async function clearSealedCookie(name: string): Promise<void> {
  (await cookies()).delete(name);
}

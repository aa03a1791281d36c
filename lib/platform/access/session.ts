import "server-only";
import { and, eq, exists, gt, isNull, lt, or, sql } from "drizzle-orm";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getServerSession, type NextAuthOptions } from "next-auth";
import { encode } from "next-auth/jwt";
import { cache } from "react";
import { account, session } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { suspendsAccount } from "@/db/suspended";
import { db } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { log } from "@/lib/platform/environment/log";
import { withConfirmation, withoutConfirmation } from "@/lib/platform/form/confirmations";
import { now } from "@/lib/platform/values/clock";
import { isUuid } from "@/lib/platform/values/id";
import { asRoute } from "@/lib/platform/values/route";
import { rememberDevice } from "@/lib/platform/visitor/device";
import { mayAttempt, type Permission, type Viewer } from "./policy";
import { addressHeader, sessionCookie, sessionHint } from "./session-hint";
import { sessionLifetime } from "./session-lifetime";

function secure(): boolean {
  return env.origin.startsWith("https://");
}

function cookieName(): string {
  return sessionCookie(secure());
}

/**
 * next-auth reads and writes the encrypted cookie; who it belongs to is read from the database at
 * each request. It has no provider: signing in is a server action of ours
 * (docs/decisions/0001-session.md).
 */
function authOptions(): NextAuthOptions {
  return {
    secret: env.secret,
    useSecureCookies: secure(),
    session: { strategy: "jwt", maxAge: sessionLifetime },
    pages: { signIn: "/connexion", error: "/connexion", signOut: "/connexion" },
    providers: [],
    callbacks: {
      session: ({ token }) => ({
        expires: "",
        sessionId: typeof token.sessionId === "string" ? token.sessionId : "",
      }),
    },
  };
}

/** What the cookie of a session row holds. */
export function sealSession(sessionId: string): Promise<string> {
  return encode({ token: { sessionId }, secret: env.secret, maxAge: sessionLifetime });
}

/**
 * Puts the cookie of a session row on the answer, and remembers the browser. Only in an action or a
 * route handler.
 */
export async function writeSessionCookie(sessionId: string): Promise<void> {
  const [opened] = await db
    .select({ accountId: session.accountId })
    .from(session)
    .where(eq(session.id, sessionId));
  if (opened) await rememberDevice(opened.accountId);
  const jar = await cookies();
  jar.set(cookieName(), await sealSession(sessionId), {
    ...scope(),
    httpOnly: true,
    maxAge: sessionLifetime,
  });
  jar.set(sessionHint, "1", { ...scope(), maxAge: sessionLifetime });
}

export async function clearSessionCookie(): Promise<void> {
  const jar = await cookies();
  jar.delete({ ...scope(), name: cookieName(), httpOnly: true });
  jar.delete({ ...scope(), name: sessionHint });
}

function scope() {
  return { sameSite: "lax", secure: secure(), path: "/" } as const;
}

/** The browser as it presents itself, to be kept with the session it opens. */
export async function requestUserAgent(): Promise<string> {
  return (await headers()).get("user-agent") ?? "";
}

/** Who is asking: the cookie and the database, once per request. */
export const getViewer = cache(async (): Promise<Viewer> => {
  const cookie = await getServerSession<NextAuthOptions, { sessionId?: string }>(authOptions());
  return cookie?.sessionId ? viewerOf(cookie.sessionId) : { kind: "anonymous" };
});

/**
 * @param sessionId id of a `session` row; anything else, ended sessions and disabled accounts are
 * anonymous
 */
export async function viewerOf(sessionId: string): Promise<Viewer> {
  if (!isUuid(sessionId)) return { kind: "anonymous" };
  const [row] = await db
    .select({
      accountId: account.id,
      role: account.role,
      firstName: account.firstName,
      lastName: account.lastName,
      confirmedAt: account.emailConfirmedAt,
      portalAdministrator: account.portalAdministrator,
      structureId: account.structureId,
      readOnly: sql<boolean>`${exists(db.select({ id: suspension.id }).from(suspension).where(suspendsAccount))}`,
      lastSeenAt: session.lastSeenAt,
      viewingAccountId: session.viewingAccountId,
      viewingUntil: session.viewingUntil,
    })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .leftJoin(structure, eq(structure.id, account.structureId))
    .where(
      and(
        eq(session.id, sessionId),
        isNull(session.revokedAt),
        gt(session.expiresAt, now()),
        eq(account.state, "active"),
      ),
    );
  if (!row) return { kind: "anonymous" };
  await markSeen(sessionId, row.lastSeenAt);
  const name = `${row.firstName} ${row.lastName}`.trim();
  if (
    row.role === "moderator" &&
    row.viewingAccountId &&
    row.viewingUntil &&
    row.viewingUntil > now()
  ) {
    const seen = await seenBy(sessionId, row.accountId, row.viewingAccountId, row.viewingUntil);
    if (seen) return seen;
  }
  if (row.role === "moderator") {
    const role = row.portalAdministrator ? "administrator" : "moderator";
    const viewedAccountId = row.viewingAccountId ?? undefined;
    return {
      kind: "moderator",
      accountId: row.accountId,
      sessionId,
      role,
      name,
      ...(viewedAccountId ? { viewedAccountId } : {}),
    };
  }
  if (!row.structureId) return { kind: "anonymous" };
  return {
    kind: "offeror",
    accountId: row.accountId,
    sessionId,
    structureId: row.structureId,
    role: row.role,
    name,
    addressConfirmed: row.confirmedAt !== null,
    readOnly: row.readOnly,
  };
}

/**
 * The viewer a moderator has become to see what an account sees; null once that account is no more.
 */
async function seenBy(
  sessionId: string,
  moderatorId: string,
  accountId: string,
  until: Date,
): Promise<Viewer | null> {
  const [row] = await db
    .select({
      role: account.role,
      firstName: account.firstName,
      lastName: account.lastName,
      confirmedAt: account.emailConfirmedAt,
      structureId: structure.id,
      structureName: structure.name,
    })
    .from(account)
    .innerJoin(structure, eq(structure.id, account.structureId))
    .where(
      and(eq(account.id, accountId), eq(account.state, "active"), eq(structure.state, "active")),
    );
  if (!row || (row.role !== "administrator" && row.role !== "editor")) return null;
  return {
    kind: "offeror",
    accountId,
    sessionId,
    structureId: row.structureId,
    role: row.role,
    name: `${row.firstName} ${row.lastName}`.trim(),
    addressConfirmed: row.confirmedAt !== null,
    readOnly: true,
    viewedBy: { accountId: moderatorId, structureName: row.structureName, until },
  };
}

/**
 * Once an hour: enough for its owner to recognise a session. What cannot be noted keeps nobody out.
 */
async function markSeen(sessionId: string, lastSeenAt: Date | null): Promise<void> {
  const anHourAgo = new Date(now().getTime() - 3600_000);
  if (lastSeenAt && lastSeenAt > anHourAgo) return;
  await db
    .update(session)
    .set({ lastSeenAt: now() })
    .where(
      and(
        eq(session.id, sessionId),
        or(isNull(session.lastSeenAt), lt(session.lastSeenAt, anHourAgo)),
      ),
    )
    .catch((error: unknown) => log.warn({ err: error }, "session not marked as seen"));
}

/**
 * The viewer of a page that needs a permission: sends an anonymous visitor to sign in and back,
 * answers anyone else who may not with «introuvable». The queries of the page decide again.
 * @param back where to come back to after signing in, when not to the page itself
 */
export async function pageViewer(
  permission: Permission,
  back?: string,
): Promise<Exclude<Viewer, { kind: "anonymous" }>> {
  const viewer = await getViewer();
  const path = back ?? withoutConfirmation((await headers()).get(addressHeader) ?? "/");
  if (viewer.kind === "anonymous") redirect(`/connexion?suite=${encodeURIComponent(path)}`);
  if (viewer.kind === "moderator" && viewer.viewedAccountId && path.startsWith("/espace")) {
    redirect(withConfirmation(`/admin/structures/comptes/${viewer.viewedAccountId}`, "vue-finie"));
  }
  if (viewer.kind === "offeror" && viewer.viewedBy && path.startsWith("/admin"))
    redirect(asRoute(withConfirmation("/espace", "vue-en-cours")));
  if (!mayAttempt(viewer, permission)) notFound();
  return viewer;
}

import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { OperatorError } from "@/lib/platform/environment/env";

const oldest = 14;

export interface ReachOptions {
  /** Seconds for which a database that is not there yet is waited for; 60 by default. */
  patience?: number;
  /** Says once that it is waited for. */
  tell: (message: string) => void;
  /** Gives the wait up. */
  signal?: AbortSignal;
}

/**
 * Waits until a database answers: it may start with the portal, or be starting again.
 * @param url of DATABASE_URL
 * @throws OperatorError, in French, for what waiting does not mend (a password, a name), or when
 * the patience is over; the signal's reason once it is aborted
 */
export async function reachDatabase(url: string, options: ReachOptions): Promise<void> {
  const { patience = 60, tell, signal } = options;
  const until = Date.now() + patience * 1000;
  let told = false;
  for (;;) {
    signal?.throwIfAborted();
    const error = await attempt(url);
    if (error === null) return;
    const refusal = refusalWords(error, url);
    if (refusal) throw new OperatorError(`DATABASE_URL : ${refusal}`);
    const state = absenceWords(error, url);
    if (Date.now() >= until) {
      throw new OperatorError(
        `DATABASE_URL : ${state}, depuis ${patience} s. Vérifiez l’adresse, et que ` +
          "PostgreSQL tourne.",
      );
    }
    if (!told) tell(`La base n’est pas encore là : ${state}. Attente de ${patience} s au plus…`);
    told = true;
    await pause(500, undefined, { signal });
  }
}

interface Failure {
  code: string;
  message: string;
}

async function attempt(url: string): Promise<Failure | null> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => undefined,
  });
  try {
    const [row] = await sql<{ version: number }[]>`
      select current_setting('server_version_num')::int / 10000 as version`;
    const version = row?.version ?? 0;
    return version >= oldest ? null : { code: "oldServer", message: String(version) };
  } catch (error) {
    const { code = "", message } = error as Error & { code?: string };
    return { code, message };
  } finally {
    await sql.end({ timeout: 1 }).catch(() => undefined);
  }
}

/** What the operator has to change; null for what may pass by itself. */
function refusalWords({ code, message }: Failure, url: string): string | null {
  const { host, user, database } = partsOf(url);
  switch (code) {
    case "28P01":
      return `PostgreSQL (${host}) refuse le mot de passe de l’utilisateur «\u00a0${user}\u00a0».`;
    case "28000":
      return (
        `PostgreSQL (${host}) ne laisse pas entrer l’utilisateur «\u00a0${user}\u00a0» : ` +
        "il n’existe pas, ou pg_hba.conf l’exclut."
      );
    case "3D000":
      return (
        `la base «\u00a0${database}\u00a0» n’existe pas sur ${host}. Créez-la, ou corrigez ` +
        "son nom."
      );
    case "42501":
      return (
        `l’utilisateur «\u00a0${user}\u00a0» n’a pas le droit d’ouvrir la base ` +
        `«\u00a0${database}\u00a0» sur ${host}.`
      );
    case "oldServer":
      return (
        `PostgreSQL ${message} (${host}) est trop ancien ; il faut la version ${oldest} ou ` +
        "une plus récente."
      );
    default:
      return isAbsence(code) ? null : `la base de ${host} ne s’ouvre pas (${code || message}).`;
  }
}

/** Connections that are refused, cut or not answered; a server that starts, stops, or is full. */
function isAbsence(code: string): boolean {
  return /^E[A-Z_]+$|^CONNECT|^57P0|^53300$|^08/.test(code);
}

function absenceWords({ code }: Failure, url: string): string {
  const { host, hostname } = partsOf(url);
  switch (code) {
    case "ECONNREFUSED":
      return `rien n’écoute sur ${host}`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `le serveur «\u00a0${hostname}\u00a0» est inconnu`;
    case "57P03":
      return `PostgreSQL (${host}) démarre ou s’arrête`;
    case "53300":
      return `toutes les connexions de PostgreSQL (${host}) sont prises`;
    default:
      return `${host} ne répond pas (${code})`;
  }
}

function partsOf(url: string) {
  const { hostname, host, port, username, pathname } = new URL(url);
  const user = decodeURIComponent(username);
  const database = decodeURIComponent(pathname.slice(1)) || user;
  return { hostname, host: port ? host : `${host}:5432`, user, database };
}

import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { settings } from "@/lib/platform/database/client";
import { OperatorError } from "@/lib/platform/environment/env";
import { quoted } from "@/lib/platform/values/french";
import { type Facts, missingNeeds } from "./needs";

export interface ReachOptions {
  /** Seconds for which a database that is not there yet is waited for; 60 by default. */
  patience?: number;
  /** Says once that it is waited for. */
  tell: (message: string) => void;
  /** Gives the wait up. */
  signal?: AbortSignal;
}

/**
 * Waits until a database answers: it may start with the portal, or be starting again. Asks it for
 * all that the migrations rely on, so that none of them stops half-way.
 * @param url of DATABASE_URL
 * @throws OperatorError, in French, for what waiting does not mend (a password, a name, everything
 * that is missing), or when the patience is over; the signal's reason once it is aborted
 */
export async function reachDatabase(url: string, options: ReachOptions): Promise<void> {
  const { patience = 60, tell, signal } = options;
  const until = Date.now() + patience * 1000;
  let told = false;
  for (;;) {
    signal?.throwIfAborted();
    const answer = await attempt(url);
    if (!("code" in answer)) {
      requireFit(answer, url);
      return;
    }
    const refusal = refusalWords(answer, url);
    if (refusal) throw new OperatorError(`DATABASE_URL : ${refusal}`);
    const state = absenceWords(answer, url);
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

/** @throws OperatorError with all that is missing, and what mends it */
function requireFit(facts: Facts, url: string): void {
  const missing = missingNeeds(facts);
  if (missing.length === 0) return;
  const { host, database } = partsOf(url);
  throw new OperatorError(
    `DATABASE_URL : la base ${quoted(database)} (${host}) ne convient pas. Ce qui suit se ` +
      "demande à PostgreSQL, dans cette base, sous un rôle administrateur :\n" +
      missing.map((line) => `  - ${line}`).join("\n"),
  );
}

async function attempt(url: string): Promise<Facts | Failure> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 5,
    fetch_types: false,
    // As the portal's own will be: what refuses these is told now.
    connection: settings,
    onnotice: () => undefined,
  });
  try {
    const [facts] = await sql<[Facts]>`
      select current_setting('server_version_num')::int / 10000 as version,
        current_setting('server_encoding') as encoding,
        current_database() as database, current_user as role, current_schema() as schema,
        has_database_privilege(current_database(), 'create') as "createsSchemas",
        (select has_schema_privilege(oid, 'create') from pg_namespace where nspname = 'public')
          as "createsTables",
        (select json_object_agg(name, nspname) from pg_available_extensions
          left join pg_extension on extname = name
          left join pg_namespace on pg_namespace.oid = extnamespace
          where name in ('unaccent', 'pg_trgm')) as extensions`;
    return facts;
  } catch (error) {
    const { code = "", message } = error as Error & { code?: string };
    return { code, message };
  } finally {
    await sql.end({ timeout: 1 }).catch(() => undefined);
  }
}

/** What the operator has to change; null for what may pass by itself. */
function refusalWords({ code, message }: Failure, url: string): string | null {
  const { host, user, database, parameters, isEncrypted } = partsOf(url);
  const unknown = parameters.find((name) => message.includes(name));
  switch (code) {
    case "42704":
      if (unknown === undefined) break;
      return (
        `ni le portail ni PostgreSQL (${host}) ne connaissent le paramètre ${quoted(unknown)} de ` +
        "cette adresse. Retirez-le."
      );
    case "08P01":
      if (!message.includes("startup parameter")) return null;
      return (
        `${host} est un intermédiaire (PgBouncer ou semblable) qui refuse les réglages des ` +
        "connexions du portail. Donnez l’adresse directe de PostgreSQL."
      );
    case "28P01":
      return `PostgreSQL (${host}) refuse le mot de passe de l’utilisateur «\u00a0${user}\u00a0».`;
    case "28000":
      return (
        `PostgreSQL (${host}) ne laisse pas entrer l’utilisateur ${quoted(user)} : ` +
        (message.includes("pg_hba.conf") && !isEncrypted
          ? "il n’accepte que des connexions chiffrées (ajoutez ?sslmode=require à l’adresse), " +
            "ou pg_hba.conf exclut cet utilisateur, cette base ou cette machine."
          : "il n’existe pas, ou pg_hba.conf l’exclut.")
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
  }
  if (isAbsence(code)) return null;
  if (/CERT|VERIFY/.test(code)) {
    return (
      `le certificat de ${host} n’est pas reconnu (${code}). Donnez le fichier de son autorité ` +
      "dans NODE_EXTRA_CA_CERTS (pas dans .env), ou sslmode=require, qui ne vérifie pas."
    );
  }
  return `la base de ${host} ne s’ouvre pas (${code || message}).`;
}

/** Connections that are refused, cut or not answered; a server that starts, stops, or is full. */
function isAbsence(code: string): boolean {
  return /^E(?!RR_)[A-Z_]+$|^CONNECT|^57P0|^53300$|^08/.test(code);
}

function absenceWords({ code }: Failure, url: string): string {
  const { host, hostname, isEncrypted } = partsOf(url);
  if (code === "ECONNRESET" && isEncrypted)
    return `${host} coupe la connexion chiffrée que sslmode demande`;
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
  const { hostname, host, port, username, pathname, searchParams } = new URL(url);
  const user = decodeURIComponent(username);
  const database = decodeURIComponent(pathname.slice(1)) || user;
  return {
    hostname,
    host: port ? host : `${host}:5432`,
    user,
    database,
    parameters: [...searchParams.keys()],
    isEncrypted: (searchParams.get("sslmode") ?? "disable") !== "disable",
  };
}

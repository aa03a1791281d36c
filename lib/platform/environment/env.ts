import { z } from "zod";
import { contrast } from "@/lib/platform/values/contrast";
import { departmentPattern } from "@/lib/platform/values/department-code";
import { lazy } from "@/lib/platform/values/lazy";
import {
  actionKey,
  databaseAddress,
  hostingProvider,
  isNot,
  listenAddress,
  origin,
  port,
  providerKey,
  publicationDirector,
  sender,
  serviceAddress,
  text,
  wholeNumber,
} from "./env-values";

/** An empty variable is an absent one: that is how hosting consoles leave them. */
const variables = z.object({
  PORTAL_MODE: z
    .enum(["local", "demo", "production"], {
      error: isNot("un mode. Donnez local, demo ou production."),
    })
    .optional(),
  DATABASE_URL: databaseAddress.optional(),
  SITE_ORIGIN: origin.optional(),
  PORT: port.default(3000),
  HOST: listenAddress.optional(),
  // Set by our own server, which listens where the mode says (lib/start/serve.ts).
  LISTENS_AS_TOLD: text.optional(),
  AUTH_SECRET: text
    .min(
      32,
      "Ce secret est trop court : au moins 32 caractères sont demandés (openssl rand -base64 48).",
    )
    .optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionKey.optional(),
  RESEND_API_KEY: providerKey.optional(),
  RESEND_BASE_URL: z
    .url({ protocol: /^https?$/, error: isNot("une adresse, par exemple https://api.resend.com.") })
    .optional(),
  MAIL_FROM: sender.optional(),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error"], {
      error: isNot("un niveau. Donnez debug, info, warn ou error."),
    })
    .default("info"),
  JOBS: z
    .enum(["inline", "cron"], {
      error: isNot("une façon de faire les travaux. Donnez inline ou cron."),
    })
    .optional(),
  VERCEL: text.optional(),
  CRON_SECRET: text
    .min(16, "Ce secret est trop court : au moins 16 caractères sont demandés.")
    .optional(),
  TRUSTED_RELAYS: wholeNumber(0, 10).optional(),
  NETWORK_LIMIT_FACTOR: wholeNumber(1, 10_000).default(1),
  PEER_HEADER: text.optional(),
  MADE_FOR_ALL_HEADER: text.optional(),
  ADDRESS_SERVICE_URL: serviceAddress.optional(),
  ORGANISATION_SERVICE_URL: serviceAddress.optional(),
  AGENCY_REGION: text.default("Grand Est"),
  AGENCY_NAME: text.default("Agence régionale de santé Grand Est"),
  AGENCY_SHORT_NAME: text.default("ARS Grand Est"),
  AGENCY_CONTACT: z
    .email({ error: isNot("une adresse email.") })
    // Nobody reads it: production has to give another.
    .default("service-sanitaire@ars-grand-est.example"),
  AGENCY_DEPARTMENTS: text
    .default("08,10,51,52,54,55,57,67,68,88")
    .transform((list) => list.split(",").map((code) => code.trim()))
    .pipe(
      z.array(
        z.string().regex(departmentPattern, {
          error: isNot(
            "un code de département. Donnez-les séparés par des virgules, par exemple 08,10,51.",
          ),
        }),
      ),
    ),
  AGENCY_ACCENT: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, {
      error: isNot("une couleur. Donnez-la en #rrvvbb, par exemple #0b6157."),
      abort: true,
    })
    .refine((colour) => contrast(colour, "#ffffff") >= 4.5, {
      error: isNot("assez foncée : le texte blanc ne s’y lit pas (contraste inférieur à 4,5)."),
    })
    .default("#0b6157"),
  AGENCY_LOGO: z
    .string()
    .regex(/^\/[\w./-]+$/, {
      error: isNot("le chemin d’un fichier de public/, par exemple /logo.svg."),
    })
    .optional(),
  PUBLICATION_DIRECTOR: publicationDirector.optional(),
  HOSTING_PROVIDER: hostingProvider.optional(),
});

export const variableNames: readonly string[] = Object.keys(variables.shape);

/** Why a variable that is missing is needed. */
const reasons = {
  DATABASE_URL: "donnez l’adresse de la base, postgres://utilisateur:motdepasse@hôte:5432/base.",
  AUTH_SECRET: "donnez un secret de 32 caractères au moins (openssl rand -base64 48).",
  SITE_ORIGIN:
    "donnez l’adresse publique du portail, par exemple https://service-sanitaire.example.",
  RESEND_API_KEY: "donnez la clé de Resend, qui envoie les courriers.",
  MAIL_FROM:
    "donnez l’expéditeur des courriers, par exemple Service sanitaire " +
    "<ne-pas-repondre@example.fr>.",
  AGENCY_CONTACT: "donnez l’adresse à laquelle on écrit à l’agence ; chaque page la montre.",
  CRON_SECRET:
    "donnez un secret de 16 caractères au moins ; l’appel planifié de /api/jobs le porte.",
} as const;

export interface Environment {
  mode: "local" | "demo" | "production";
  databaseUrl: string;
  port: number;
  /**
   * The one address to listen at; undefined: what the mode says (lib/start/addresses.ts).
   */
  host: string | undefined;
  /**
   * The local mailbox stands in for a provider, with everybody's links: only where our own server
   * keeps it to this machine, or was told in so many words not to.
   */
  mailboxOpen: boolean;
  /**
   * No trailing slash. The only origin links and checks are made with: never a header of the
   * request.
   */
  origin: string;
  /** Signs links, encrypts cookies. */
  secret: string;
  resendApiKey: string | undefined;
  resendBaseUrl: string | undefined;
  mailFrom: string;
  logLevel: "debug" | "info" | "warn" | "error";
  /**
   * Who runs the jobs: the server itself, or a scheduled call of /api/jobs where no process stays.
   */
  jobs: "inline" | "cron";
  cronSecret: string | undefined;
  /** Relays in front of the portal that each add to X-Forwarded-For the address they see. */
  trustedRelays: number;
  /** Multiplies what one network may do (lib/platform/visitor/limits.ts). */
  networkLimitFactor: number;
  /** Where our own server notes the other end of a connection; of its own making at each start. */
  peerHeader: string | undefined;
  /** What our own server says of a page that it keeps for all; likewise. */
  madeForAllHeader: string | undefined;
  /** Services that propose addresses and organisations while one types; off where undefined. */
  addressService: string | undefined;
  organisationService: string | undefined;
  agency: {
    regionName: string;
    agencyName: string;
    shortName: string;
    contactAddress: string;
    /** Department codes. */
    departments: string[];
    /** `#rrggbb`, readable under white text. */
    accent: string;
    logo: string | undefined;
  };
  /** What the law has the legal page name; where it was not given, the page says nothing of it. */
  legal: {
    publicationDirector: string | undefined;
    /** Name, address and telephone, in one line. */
    hostingProvider: string | undefined;
  };
}

/** Variables without the empty ones. */
export function filledVariables(
  source: Record<string, string | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(source).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1].trim() !== "",
    ),
  );
}

/**
 * Reads and checks the environment.
 * @throws EnvironmentError naming every variable that is missing or wrong, and what is expected
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const filled = filledVariables(source);
  const parsed = variables.safeParse(filled);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${String(path[0])} : ${message}`);
  const mode = modeOf(filled);
  const jobs = filled.JOBS ?? (filled.VERCEL ? "cron" : "inline");
  const required = [
    "DATABASE_URL",
    "AUTH_SECRET",
    ...(mode === "production"
      ? (["SITE_ORIGIN", "RESEND_API_KEY", "MAIL_FROM", "AGENCY_CONTACT"] as const)
      : []),
  ] as const;
  const missing = required
    .filter((name) => !(name in filled))
    .map((name) => `${name} : manque en mode ${mode} ; ${reasons[name]}`);
  if (jobs === "cron" && !("CRON_SECRET" in filled)) {
    missing.push(
      "CRON_SECRET : manque " +
        `${filled.JOBS ? "avec JOBS=cron" : "sur Vercel, où les travaux sont planifiés"} ; ` +
        reasons.CRON_SECRET,
    );
  }
  if (!parsed.success || missing.length > 0) throw new EnvironmentError([...problems, ...missing]);
  const given = parsed.data;
  return {
    mode,
    databaseUrl: given.DATABASE_URL ?? "",
    port: given.PORT,
    host: given.HOST,
    mailboxOpen: mode !== "production" && (given.LISTENS_AS_TOLD ?? given.HOST) !== undefined,
    origin: given.SITE_ORIGIN ?? `http://localhost:${given.PORT}`,
    secret: given.AUTH_SECRET ?? "",
    resendApiKey: given.RESEND_API_KEY,
    resendBaseUrl: given.RESEND_BASE_URL,
    mailFrom: given.MAIL_FROM ?? `Service sanitaire <${given.AGENCY_CONTACT}>`,
    logLevel: given.LOG_LEVEL,
    jobs: jobs === "cron" ? "cron" : "inline",
    cronSecret: given.CRON_SECRET,
    trustedRelays: given.TRUSTED_RELAYS ?? (given.VERCEL ? 1 : 0),
    networkLimitFactor: given.NETWORK_LIMIT_FACTOR,
    peerHeader: given.PEER_HEADER,
    madeForAllHeader: given.MADE_FOR_ALL_HEADER,
    addressService: given.ADDRESS_SERVICE_URL,
    organisationService: given.ORGANISATION_SERVICE_URL,
    agency: {
      regionName: given.AGENCY_REGION,
      agencyName: given.AGENCY_NAME,
      shortName: given.AGENCY_SHORT_NAME,
      contactAddress: given.AGENCY_CONTACT,
      departments: given.AGENCY_DEPARTMENTS,
      accent: given.AGENCY_ACCENT,
      logo: given.AGENCY_LOGO,
    },
    legal: {
      publicationDirector: given.PUBLICATION_DIRECTOR,
      hostingProvider: given.HOSTING_PROVIDER,
    },
  };
}

/** Of a word that is none of the modes, only what every mode needs is asked. */
function modeOf({
  PORTAL_MODE: mode,
  DATABASE_URL: database,
}: Record<string, string>): Environment["mode"] {
  if (mode) return mode === "production" || mode === "demo" ? mode : "local";
  return database ? "production" : "local";
}

/** What the operator has to put right, in French; never a fault of the portal's. */
export class OperatorError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "OperatorError";
  }
}

export class EnvironmentError extends OperatorError {
  constructor(readonly problems: string[]) {
    super(
      "La configuration est à corriger (voir .env.example) " +
        `:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
    );
    this.name = "EnvironmentError";
  }
}

/** The environment, read at first use: a build needs none of it. */
export const env: Environment = lazy(() => readEnvironment(process.env));

/** Whether this code runs from a build of Next.js, and not from its sources. */
export const isBundled = process.env.NEXT_RUNTIME !== undefined;

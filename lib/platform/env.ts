import { z } from "zod";
import { contrast } from "./contrast";
import { lazy } from "./lazy";

const text = z.string().trim().min(1);
const address = z.email("adresse email attendue");

/** An empty variable is an absent one: that is how hosting consoles leave them. */
const variables = z.object({
  PORTAL_MODE: z.enum(["local", "demo", "production"], "local, demo ou production").optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "adresse postgres://… attendue" }).optional(),
  SITE_ORIGIN: z.url({ protocol: /^https?$/, error: "origine https://… attendue" }).optional(),
  PORT: z.coerce.number("nombre attendu").int().min(1).max(65_535).default(3000),
  AUTH_SECRET: text.min(32, "au moins 32 caractères (openssl rand -base64 48)").optional(),
  RESEND_API_KEY: text.optional(),
  RESEND_BASE_URL: z.url().optional(),
  MAIL_FROM: text.optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  JOBS: z.enum(["inline", "cron"], "inline ou cron").optional(),
  VERCEL: text.optional(),
  CRON_SECRET: text.min(16, "au moins 16 caractères").optional(),
  AGENCY_REGION: text.default("Grand Est"),
  AGENCY_NAME: text.default("Agence régionale de santé Grand Est"),
  AGENCY_SHORT_NAME: text.default("ARS Grand Est"),
  AGENCY_CONTACT: address.default("service-sanitaire@ars-grand-est.example"),
  AGENCY_DEPARTMENTS: text
    .default("08,10,51,52,54,55,57,67,68,88")
    .transform((list) => list.split(",").map((code) => code.trim()))
    .pipe(z.array(z.string().regex(/^(\d{2,3}|2[AB])$/, "codes séparés par des virgules, par exemple 08,10,51"))),
  AGENCY_ACCENT: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, "couleur #rrvvbb attendue")
    .refine((colour) => contrast(colour, "#ffffff") >= 4.5, "contraste avec le blanc inférieur à 4,5")
    .default("#0b6157"),
  AGENCY_LOGO: z.string().regex(/^\/[\w./-]+$/, "chemin d'un fichier de public/, par exemple /logo.svg").optional(),
});

export interface Environment {
  mode: "local" | "demo" | "production";
  databaseUrl: string;
  /** No trailing slash. The only origin links and checks are made with: never a header of the request. */
  origin: string;
  /** Signs links, encrypts cookies. */
  secret: string;
  resendApiKey: string | undefined;
  resendBaseUrl: string | undefined;
  mailFrom: string;
  logLevel: "debug" | "info" | "warn" | "error";
  /** Who runs the jobs: the server itself, or a scheduled call of /api/jobs where no process stays. */
  jobs: "inline" | "cron";
  cronSecret: string | undefined;
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
}

/**
 * Reads and checks the environment.
 * @throws Error naming every variable that is missing or wrong, and what is expected
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ""));
  const parsed = variables.safeParse(filled);
  if (!parsed.success) {
    throw new EnvironmentError(parsed.error.issues.map((issue) => `${String(issue.path[0])} : ${issue.message}`));
  }
  const given = parsed.data;
  const mode = given.PORTAL_MODE ?? (given.DATABASE_URL ? "production" : "local");
  const required = ["DATABASE_URL", "AUTH_SECRET", ...(mode === "production" ? ["SITE_ORIGIN", "RESEND_API_KEY", "MAIL_FROM"] : [])];
  const missing = required.filter((name) => !(name in filled));
  if (missing.length > 0) throw new EnvironmentError(missing.map((name) => `${name} : manque (mode ${mode})`));
  return {
    mode,
    databaseUrl: given.DATABASE_URL ?? "",
    origin: (given.SITE_ORIGIN ?? `http://localhost:${given.PORT}`).replace(/\/+$/, ""),
    secret: given.AUTH_SECRET ?? "",
    resendApiKey: given.RESEND_API_KEY,
    resendBaseUrl: given.RESEND_BASE_URL,
    mailFrom: given.MAIL_FROM ?? `Service sanitaire <${given.AGENCY_CONTACT}>`,
    logLevel: given.LOG_LEVEL,
    jobs: given.JOBS ?? (given.VERCEL ? "cron" : "inline"),
    cronSecret: given.CRON_SECRET,
    agency: {
      regionName: given.AGENCY_REGION,
      agencyName: given.AGENCY_NAME,
      shortName: given.AGENCY_SHORT_NAME,
      contactAddress: given.AGENCY_CONTACT,
      departments: given.AGENCY_DEPARTMENTS,
      accent: given.AGENCY_ACCENT,
      logo: given.AGENCY_LOGO,
    },
  };
}

export class EnvironmentError extends Error {
  constructor(readonly problems: string[]) {
    super(`Configuration incomplète (voir .env.example) :\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.name = "EnvironmentError";
  }
}

/** The environment, read at first use: a build needs none of it. */
export const env: Environment = lazy(() => readEnvironment(process.env));

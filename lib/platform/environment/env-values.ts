import { z } from "zod";
import { quoted } from "@/lib/platform/values/french";

// What a variable of the environment may be, each with the sentence that refuses anything else.

export const text = z.string().trim().min(1);

/** A value as it was typed, for the sentence that refuses it; never one that may hold a secret. */
const typed = (value: unknown) =>
  quoted(
    String(value)
      .replaceAll(/\p{Cc}+/gu, " ")
      .slice(0, 60),
  );

/** @param expected the end of «… n’est pas» */
export const isNot =
  (expected: string) =>
  ({ input }: { input?: unknown }) =>
    `${typed(input)} n’est pas ${expected}`;

export const port = text
  .refine((value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535, {
    error: isNot("un port. Donnez un nombre entier de 1 à 65535, par exemple 3000."),
  })
  .transform(Number);

export const wholeNumber = (min: number, max: number) =>
  text
    .refine((value) => /^\d{1,6}$/.test(value) && Number(value) >= min && Number(value) <= max, {
      error: isNot(`un nombre qui convient. Donnez un nombre entier de ${min} à ${max}.`),
    })
    .transform(Number);

/** No names: what a name leads to may change, and some shells keep the machine's in HOST. */
export const listenAddress = z.union([z.literal("localhost"), z.ipv4(), z.ipv6()], {
  error: isNot(
    "une adresse IP. Donnez 0.0.0.0 pour que d’autres machines joignent le portail, " +
      "127.0.0.1 pour que seule celle-ci le joigne.",
  ),
});

/**
 * An address people reach the portal at, and nothing behind it; in the end as a browser writes it
 * in `Origin`, so that `https://Portail.Example:443/` is one.
 */
export const origin = text.transform((value, context) => {
  const refuse = (message: string) => {
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  };
  const url = /^https?:\/\//i.test(value) && URL.canParse(value) ? new URL(value) : null;
  if (!url) {
    return refuse(
      "Ce n’est pas l’adresse d’un site. Donnez-la en https://service-sanitaire.example.",
    );
  }
  if (url.username || url.password) {
    return refuse(
      `Cette adresse porte un nom ou un mot de passe, que tout le monde lirait. ` +
        `Donnez ${url.origin}.`,
    );
  }
  if (url.pathname !== "/" || /[?#]/.test(value)) {
    return refuse(`Cette adresse ne doit rien porter après le nom du site. Donnez ${url.origin}.`);
  }
  return url.origin;
});

/** The address of a service of others, whose paths are put behind it. */
export const serviceAddress = text.refine(
  (value) => {
    const url = URL.canParse(value) ? new URL(value) : null;
    return (
      url !== null &&
      /^https?:$/.test(url.protocol) &&
      url.username + url.password + url.search + url.hash === ""
    );
  },
  {
    error: isNot("l’adresse d’un service. Donnez-la en https://…, sans question ni mot de passe."),
  },
);

/** Read as the driver will: what it could not decode is refused here, in words. */
export const databaseAddress = text.superRefine((value, context) => {
  const message = databaseAddressProblem(value);
  if (message) context.addIssue({ code: "custom", message });
});

const model = "postgres://utilisateur:motdepasse@hôte:5432/base";
const special =
  "Codez les signes particuliers du mot de passe : " +
  "@ s’écrit %40, # %23, $ %24, / %2F, ? %3F et % %25.";

function databaseAddressProblem(value: string): string | null {
  const scheme = /^([^:/@]*):\/\//.exec(value)?.[1];
  if (scheme === undefined) return `Ce n’est pas l’adresse d’une base PostgreSQL. Donnez ${model}.`;
  if (!/^postgres(ql)?$/i.test(scheme)) {
    return (
      `${typed(`${scheme}://`)} n’est pas le début de l’adresse d’une base PostgreSQL. ` +
      `Donnez ${model}.`
    );
  }
  if (!URL.canParse(value)) return `Cette adresse ne se lit pas. Donnez ${model}. ${special}`;
  const { username, password, pathname, hash, searchParams } = new URL(value);
  try {
    for (const part of [username, password, pathname]) decodeURIComponent(part);
  } catch {
    return `Cette adresse contient un % seul. ${special}`;
  }
  if (hash !== "") return `Cette adresse contient un #. ${special}`;
  const encryption = searchParams.get("sslmode") ?? "require";
  // What the driver does not know of these it takes for the last.
  return /^(disable|allow|prefer|require|verify-ca|verify-full)$/.test(encryption)
    ? null
    : `${typed(encryption)} n’est pas un sslmode. Donnez require (connexion chiffrée) ou ` +
        "verify-full (et certificat vérifié).";
}

const email = z.email();

/** `address` or `Name <address>`, as a provider takes the sender of a mail. */
export const sender = text.superRefine((value, context) => {
  const parts = /^(?:(?:"([^"<>]*)"|([^"<>]*?))\s*<([^<>]*)>|([^<>]*))$/.exec(value);
  const [quoted = "", plain = "", address = parts?.[4] ?? ""] = parts?.slice(1, 4) ?? [];
  const refuse = (message: string) => context.addIssue({ code: "custom", message });
  if (!email.safeParse(address).success) {
    refuse(
      `${typed(value)} n’est pas un expéditeur. Donnez une adresse, seule ou après un nom : ` +
        "Service sanitaire <ne-pas-repondre@example.fr>.",
    );
  } else if (/\p{Cc}/u.test(quoted + plain) || /[,;:@()[\]\\]/.test(plain)) {
    refuse(
      "Le nom de l’expéditeur contient un signe particulier. Mettez-le entre guillemets " +
        'droits : "Agence, Grand Est" <ne-pas-repondre@example.fr>.',
    );
  }
});

/** `docker --env-file` keeps the quotes of a value, and no provider knows such a key. */
export const providerKey = text.regex(
  /^[^\s"'`]+$/,
  "Cette clé contient des guillemets ou une espace. Donnez-la seule, sans guillemets.",
);

/** As Next takes it. */
export const actionKey = text.regex(
  /^[A-Za-z0-9+/]{43}=$/,
  "Cette clé n’est pas faite de 32 octets en base64. Retirez-la : elle se déduit d’AUTH_SECRET.",
);

/** What a page says as given: one line, without the quotes that `docker --env-file` keeps. */
const isLine = (value: string, max: number) =>
  value.length <= max && /^(?!["'`])\P{Cc}+(?<!["'`])$/u.test(value);

/** The page ends the sentence. */
const withoutPoint = (value: string) => value.replace(/\.+$/, "");

export const publicationDirector = text
  .refine((value) => isLine(value, 150) && /\p{L}/u.test(value) && !value.includes("@"), {
    error: isNot(
      "le nom de qui dirige la publication. Donnez-le sur une ligne de 150 caractères au plus, " +
        "sans guillemets ni adresse, par exemple Jeanne Martin, directrice générale.",
    ),
  })
  .transform(withoutPoint);

/** Some providers answer at a short number, others abroad: a telephone is figures at the end. */
export const hostingProvider = text
  .refine(
    (value) => {
      const parts = value.split(",").map((part) => part.trim());
      const isWhole = parts.length >= 3 && parts.every((part) => part !== "");
      const isTelephone = /^\D*\d[\d\s().-]{2,24}$/.test(parts.at(-1) ?? "");
      return isLine(value, 300) && isWhole && isTelephone;
    },
    {
      error: isNot(
        "un hébergeur. Donnez son nom, son adresse et son téléphone, séparés par des virgules, " +
          "sur une ligne de 300 caractères au plus, sans guillemets, par exemple " +
          "Hébergeur SA, 1 rue du Port, 67000 Strasbourg, 03 88 00 00 00.",
      ),
    },
  )
  .transform(withoutPoint);

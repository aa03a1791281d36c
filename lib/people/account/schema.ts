import { z } from "zod";
import { emailField } from "@/lib/platform/values/email";
import { passwordCriterionLabels } from "./labels";
import { passwordLimit, unmetCriteria } from "./rules";

/** A password someone chooses. Taken as typed: no trimming, no other rule than the one shown. */
export const newPassword = z
  .string()
  .max(passwordLimit, `Le mot de passe compte au plus ${passwordLimit} caractères.`)
  .superRefine((password, context) => {
    const unmet = unmetCriteria(password);
    if (unmet.length === 0) return;
    const words = unmet.map((code) => passwordCriterionLabels[code]).join(", ");
    context.addIssue({ code: "custom", message: `Il manque à ce mot de passe : ${words}.` });
  });

export const signInSchema = z.object({
  email: emailField,
  password: z
    .string()
    .min(1, "Renseignez votre mot de passe.")
    .max(1000, "Ce mot de passe est trop long."),
  next: z.string().default(""),
});

export const forgottenPasswordSchema = z.object({ email: emailField });

export const choosePasswordSchema = z.object({ token: z.string(), password: newPassword });

export const linkSchema = z.object({ token: z.string().max(200) });

/** Stands for the portal's own: a path that leads from it to another site leads from ours. */
const anywhere = "https://portail.invalid";

/**
 * Where to go after signing in: only a path of the portal, as a browser resolves it.
 * @returns the path and query, or `fallback` for anything that could lead elsewhere
 */
export function safePath(path: string, fallback: string): string {
  // A browser takes a backslash for a slash and leaves out line ends: nobody's address holds them.
  if (
    path.length > 2000 ||
    !path.startsWith("/") ||
    /[\\\u0000-\u0020\u007f]/.test(path) ||
    !URL.canParse(path, anywhere)
  )
    return fallback;
  const { origin, pathname, search, hash } = new URL(path, anywhere);
  // «/..//elsewhere» and «/%2e%2e//elsewhere» become «//elsewhere», which is another site's.
  return origin === anywhere && !/^\/\/|^\/%(2f|5c)/i.test(pathname)
    ? pathname + search + hash
    : fallback;
}

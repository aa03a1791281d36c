import { parseArgs } from "node:util";
import { inviteModerator } from "@/lib/people/account/commands/links";
import { OperatorError } from "@/lib/platform/environment/env";
import { emailField } from "@/lib/platform/values/email";
import { withDatabase } from "./database";
import { reported } from "./ending";
import { lastStarted } from "./running";

const usage = "Usage : npm run moderator -- prenom.nom@ars.sante.fr [--prenom Prénom --nom Nom]";

/**
 * `npm run moderator -- prenom.nom@ars.sante.fr`: makes the account and prints a one-time link to
 * choose a password.
 */
async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  const email = emailField.safeParse(positionals[0] ?? "");
  if (!email.success) throw new OperatorError(`${email.error.issues[0]?.message}\n${usage}`);
  const { link } = await withDatabase(() =>
    inviteModerator({ email: email.data, firstName: values.prenom, lastName: values.nom }),
  );
  console.log(
    "\nLien à usage unique, valable deux heures, pour choisir le mot de passe de " +
      `${email.data} :\n\n  ${link}\n`,
  );
  if (!process.env.SITE_ORIGIN && !(await lastStarted())?.isAlive) {
    console.log(
      "Aucun portail ne tourne dans ce dossier : lancez « npm start » avant d’ouvrir ce lien.\n",
    );
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { prenom: { type: "string" }, nom: { type: "string" } },
    });
  } catch {
    throw new OperatorError(usage);
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => process.exit(reported(error)),
);

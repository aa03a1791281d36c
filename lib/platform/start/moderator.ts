import { parseArgs } from "node:util";
import { inviteModerator } from "@/lib/account/commands/links";
import { emailField } from "@/lib/platform/fields";
import { withDatabase } from "./database";

/** `npm run moderator -- prenom.nom@ars.sante.fr`: makes the account and prints a one-time link to choose a password. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { prenom: { type: "string" }, nom: { type: "string" } },
  });
  const email = emailField.safeParse(positionals[0] ?? "");
  if (!email.success) {
    console.error(`${email.error.issues[0]?.message}\nUsage : npm run moderator -- prenom.nom@ars.sante.fr [--prenom Prénom --nom Nom]`);
    return 1;
  }
  const { link } = await withDatabase(() => inviteModerator({ email: email.data, firstName: values.prenom, lastName: values.nom }));
  console.log(`\nLien à usage unique, valable deux heures, pour choisir le mot de passe de ${email.data} :\n\n  ${link}\n`);
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);

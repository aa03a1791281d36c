import { departmentsNobodyFollows } from "@/lib/offer/lifecycle/queries/addresses";
import { closeDatabase } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { missingOfLegalNotice } from "@/lib/platform/environment/legal-notice";
import { undeliveredWords } from "@/lib/platform/outbox/labels";
import { undelivered } from "@/lib/platform/outbox/queries";
import { describeAddresses } from "./addresses";
import type { PreparedDatabase } from "./database";

/**
 * What `npm start` says once the portal answers. Seeds the demonstration where it is asked for: its
 * links are told.
 * @param addresses where it listens (addresses.ts)
 * @returns lines for the operator
 */
export async function announcement(
  { description }: PreparedDatabase,
  addresses: readonly string[],
  { demo = false }: { demo?: boolean | undefined },
): Promise<string[]> {
  try {
    const links = demo ? await demoLinks() : [];
    const unheard = await departmentsNobodyFollows();
    const unsent = await undelivered();
    const unsaid = missingOfLegalNotice(env);
    const mailbox = `boîte locale, lisible sur ${env.origin}/boite-aux-lettres`;
    const invite = "npm run moderator -- prenom.nom@ars.sante.fr";
    return [
      "",
      `  Portail       ${env.origin}`,
      `  Écoute        ${describeAddresses(addresses)}, port ${env.port}`,
      `  Base          ${description}`,
      `  Courriers     ${env.resendApiKey ? "Resend" : mailbox}`,
      ...(links.length > 0
        ? [
            "  Se connecter (démonstration) :",
            ...links.map(({ role, link }) => `    ${role.padEnd(14)} ${link}`),
          ]
        : [`  Modération    ${invite}  (affiche un lien pour choisir un mot de passe)`]),
      ...(unheard.length > 0 ? [`  Attention     ${unheardWords(unheard)}`] : []),
      // Those nobody tried to send wait for this very start.
      ...(unsent?.lastError
        ? [`  Attention     ${undeliveredWords(unsent)} (dernier code : ${unsent.lastError})`]
        : []),
      ...(unsaid ? [`  Attention     ${unsaid}`] : []),
      "",
    ];
  } finally {
    await closeDatabase();
  }
}

async function demoLinks(): Promise<{ role: string; link: string }[]> {
  const { seedDemo } = await import("@/lib/start/seed/demo");
  return seedDemo();
}

function unheardWords(departments: readonly string[]): string {
  return departments.length === env.agency.departments.length
    ? "aucun modérateur n’est prévenu des offres soumises : aucun n’a choisi de mot de " +
        "passe, ou tous ont arrêté leurs avis"
    : `aucun modérateur n’est prévenu des offres soumises dans : ${departments.join(", ")}`;
}

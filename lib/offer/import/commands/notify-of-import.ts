import "server-only";
import { and, eq, inArray, max, notExists, or, sql } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { mail } from "@/db/schema/mail";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { moderatorAddresses } from "@/lib/offer/lifecycle/queries/addresses";
import type { Transaction } from "@/lib/platform/database/client";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import type { MailKind } from "@/lib/platform/outbox/kinds";
import { importedOfferId } from "../id";
import { offerImport } from "../tables";

/**
 * Tells the moderators, and who deposited them, of all the offers an import submitted, in one mail
 * each: five hundred would bury the others. An import that was stopped half-way tells of what it
 * had submitted by then; resumed, it tells only who deposited since, and them of all of it. Who
 * sent the file need not have started it.
 * @param tx holds the import's row: nobody else tells of it meanwhile
 */
export async function notifyOfImport(tx: Transaction, importId: string): Promise<void> {
  const [row] = await tx
    .select({ rows: offerImport.rows })
    .from(offerImport)
    .where(eq(offerImport.id, importId));
  const ids = (row?.rows ?? []).map(({ line }) => importedOfferId(importId, line));
  if (ids.length === 0) return;
  const submitted = await tx
    .selectDistinct({
      department: sql<string>`${offerRevision.content}->'site'->>'department'`,
      depositorId: offer.accountId,
    })
    .from(offer)
    .innerJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .where(inArray(offer.id, ids));
  if (submitted.length === 0) return;
  for (const address of await moderatorAddresses(
    tx,
    submitted.map(({ department }) => department),
  ))
    await enqueueMail(tx, "offersToModerate", address, { importId });
  const receipt = "offersReceived" satisfies MailKind;
  const deposited = tx
    .select({ last: max(offer.submittedAt) })
    .from(offer)
    .where(and(inArray(offer.id, ids), eq(offer.accountId, account.id)));
  // One that waits counts its offers when it leaves.
  const told = tx
    .select({ one: sql`1` })
    .from(mail)
    .where(
      and(
        eq(mail.kind, receipt),
        sql`${mail.params}->>'importId' = ${importId}`,
        eq(mail.recipient, account.email),
        or(
          eq(mail.state, "queued"),
          and(eq(mail.state, "sent"), sql`${mail.createdAt} >= (${deposited})`),
        ),
      ),
    );
  const depositors = await tx
    .select({ email: account.email })
    .from(account)
    .where(
      and(
        inArray(
          account.id,
          submitted.map(({ depositorId }) => depositorId),
        ),
        eq(account.state, "active"),
        eq(account.wantsReceipts, true),
        notExists(told),
      ),
    );
  for (const { email } of depositors) await enqueueMail(tx, receipt, email, { importId });
}

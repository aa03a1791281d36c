import type { Browser, Page } from "@playwright/test";
import postgres from "postgres";
import { approved, deposited, newOfferor, type Offeror, portal, registered } from "./portal";

export interface Published {
  offeror: Offeror;
  /** Signed in as the offeror, with scripts. */
  page: Page;
  offerId: string;
  reference: string;
}

/**
 * An offer that was deposited, its depositor's address confirmed, approved by the ARS and in the
 * catalogue.
 */
export async function publishedOffer(browser: Browser, structure: string): Promise<Published> {
  const page = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
  const offeror = newOfferor(structure);
  await registered(page, offeror);
  const offerId = await deposited(page);
  const sql = postgres(portal().databaseUrl, { max: 1 });
  const [row] = await sql<
    { reference: string }[]
  >`select reference from offer where id = ${offerId}`;
  await sql.end();
  await approved(offerId);
  return { offeror, page, offerId, reference: row?.reference ?? "" };
}

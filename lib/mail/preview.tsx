import "server-only";
import { env } from "@/lib/platform/env";
import { allTexts } from "@/lib/text/queries";
import type { TextCode } from "@/lib/text/texts";
import * as offerApproved from "./templates/offer-approved";
import * as offerReceived from "./templates/offer-received";
import * as offerRefused from "./templates/offer-refused";

const bodies: Partial<Record<TextCode, typeof offerReceived.OfferReceived>> = {
  mailApproved: offerApproved.OfferApproved,
  mailRefused: offerRefused.OfferRefused,
};
const samples: Partial<Record<TextCode, typeof offerReceived.sample>> = {
  mailApproved: offerApproved.sample,
  mailRefused: offerRefused.sample,
};

/**
 * A mail with an example's facts and other words in one of its texts.
 * @returns its HTML part
 */
export async function previewMail(code: TextCode, words: string): Promise<string> {
  const texts = { ...(await allTexts()), [code]: words };
  const frame = {
    agencyName: env.agency.agencyName,
    origin: env.origin,
    contactAddress: env.agency.contactAddress,
    texts,
  };
  const Body = bodies[code] ?? offerReceived.OfferReceived;
  const { render } = await import("@react-email/render");
  return render(<Body offer={samples[code] ?? offerReceived.sample} frame={frame} />);
}

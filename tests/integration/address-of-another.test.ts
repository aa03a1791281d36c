import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { searchAlert } from "@/db/schema/alert";
import { mail } from "@/db/schema/mail";
import { reportOffer } from "@/lib/agency/report/commands/report-offer";
import { subscribeAlert } from "@/lib/catalogue/alert/commands/subscribe-alert";
import { forgotPassword } from "@/lib/people/account/commands/links";
import { personalData } from "@/lib/people/privacy/queries";
import { requestAddressChange } from "@/lib/people/profile/commands/change-address";
import { closeAccount } from "@/lib/people/profile/commands/close-account";
import { db } from "@/lib/platform/database/client";
import { accountRow } from "../support/colleagues";
import { newModerator, newOfferor, published, submitted } from "../support/people";

const currentPassword = "Prevention1";

describe("an account at an address that nobody has shown to be theirs", () => {
  const mailsTo = (email: string) =>
    db
      .select({ kind: mail.kind, state: mail.state })
      .from(mail)
      .where(eq(mail.recipient, email))
      .orderBy(mail.id);
  const alerts = (email: string) => db.$count(searchAlert, eq(searchAlert.email, email));

  it("takes nothing of whose address it is when it is closed, and tells nothing of their mails", async () => {
    const viewer = await newOfferor({ confirmed: false });
    const { email = "" } = (await accountRow(viewer.accountId)) ?? {};
    await submitted(viewer);
    await subscribeAlert({ recherche: "mois=3", email });
    const reference = await published(await newOfferor(), await newModerator(), {});
    await reportOffer({ reference, reason: "other", words: "Une erreur.", email });
    const data = await personalData(viewer);
    expect(data?.mails.map(({ kind }) => kind)).toEqual(["confirmAddress"]);
    expect(data).toMatchObject({ alerts: [], messages: [], reports: [] });
    expect(await closeAccount(viewer, currentPassword)).toMatchObject({ ok: true });
    expect(await alerts(email)).toBe(1);
    const [asked, ...others] = await mailsTo(email);
    expect(asked).toEqual({ kind: "confirmAlert", state: "queued" });
    // The farewell.
    expect(others.map(({ kind }) => kind)).toEqual(["accountClosed"]);
  });

  it("takes nothing of somebody whose address was asked for in place of its own", async () => {
    const [viewer, other] = [await newOfferor(), await newOfferor()];
    const { email = "" } = (await accountRow(other.accountId)) ?? {};
    await subscribeAlert({ recherche: "mois=3", email });
    await forgotPassword(email);
    await requestAddressChange(viewer, { email, currentPassword });
    const before = await mailsTo(email);
    expect(before.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["confirmAlert", "choosePassword", "addressTaken"]),
    );
    expect(await closeAccount(viewer, currentPassword)).toMatchObject({ ok: true });
    expect([await mailsTo(email), await alerts(email)]).toEqual([before, 1]);
  });
});

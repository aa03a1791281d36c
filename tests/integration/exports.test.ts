import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { structure } from "@/db/schema/structure";
import { participationColumns } from "@/lib/agency/dashboard/export-columns";
import { participation, participationPages } from "@/lib/agency/dashboard/queries/participation";
import { participationFilterSchema } from "@/lib/agency/dashboard/schema";
import { structureColumns } from "@/lib/agency/help-desk/export-columns";
import { structurePages } from "@/lib/agency/help-desk/queries/structures";
import { structureFilterSchema } from "@/lib/agency/help-desk/schema";
import { queueColumns } from "@/lib/agency/moderation/export-columns";
import { pendingOffers, pendingOffersPages } from "@/lib/agency/moderation/queries/pending-offers";
import { queueFilterSchema } from "@/lib/agency/moderation/schema";
import { reportOffer } from "@/lib/agency/report/commands/report-offer";
import { reportColumns } from "@/lib/agency/report/export-columns";
import { reportPages } from "@/lib/agency/report/queries";
import { suspend } from "@/lib/agency/suspension/commands/suspend";
import { suspensionColumns } from "@/lib/agency/suspension/export-columns";
import { suspensionPages } from "@/lib/agency/suspension/queries/suspensions";
import { publicOffer } from "@/lib/offer/projection/tables";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import type { ExportColumn } from "@/lib/platform/formats/columns";
import { exportResponse } from "@/lib/platform/formats/respond";
import { approved, newModerator, newOfferor, rowOf, submitted } from "../support/people";

async function savedRows<Row>(
  columns: readonly ExportColumn<Row>[],
  pages: AsyncIterable<readonly Row[]>,
): Promise<Record<string, string>[]> {
  const text = await exportResponse(
    "liste",
    new URLSearchParams({ format: "csv" }),
    columns,
    pages,
  ).text();
  return parse<Record<string, string>>(text, { bom: true, delimiter: ";", columns: true });
}

async function everything<Row>(pages: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}

const outsiders = async (): Promise<Viewer[]> => [await newOfferor(), { kind: "anonymous" }];

describe("lists of the ARS as files", () => {
  it("the queue, with its filter, in its order", async () => {
    const [moderator, offeror] = [await newModerator(), await newOfferor({ confirmed: false })];
    const ids = [await submitted(offeror), await submitted(offeror)];
    const { structureId } = await rowOf(ids[0] ?? "");
    await db
      .update(structure)
      .set({ name: "=Collège à exporter" })
      .where(eq(structure.id, structureId));
    const filter = queueFilterSchema.parse({ q: "à exporter" });
    const rows = await savedRows(queueColumns, pendingOffersPages(moderator, filter));
    expect(rows.map(({ Identifiant }) => Identifiant)).toEqual(ids);
    expect(rows[0]).toMatchObject({
      Titre: "Prévention de l’obésité",
      Structure: "'=Collège à exporter",
      Département: "88",
      Places: "5",
      Particularités: "Adresse non confirmée",
    });
    const all = queueFilterSchema.parse({});
    expect(await everything(pendingOffersPages(moderator, all))).toHaveLength(
      (await pendingOffers(moderator, all)).total,
    );
    for (const viewer of await outsiders())
      expect(await everything(pendingOffersPages(viewer, all))).toEqual([]);
  });

  it("the structures, with their numbers", async () => {
    const [moderator, offeror] = [await newModerator(), await newOfferor()];
    await approved(offeror);
    await db
      .update(structure)
      .set({ name: "Lycée des classeurs" })
      .where(eq(structure.id, offeror.structureId));
    const rows = await savedRows(
      structureColumns,
      structurePages(moderator, structureFilterSchema.parse({ q: "classeurs" })),
    );
    expect(rows).toMatchObject([
      {
        "Raison sociale": "Lycée des classeurs",
        Commune: "Épinal",
        État: "Active",
        Comptes: "1",
        "Offres soumises": "1",
        "Dans le catalogue": "1",
      },
    ]);
    for (const viewer of await outsiders())
      expect(await everything(structurePages(viewer, structureFilterSchema.parse({})))).toEqual([]);
  });

  it("the participation of structures, and what is suspended", async () => {
    const [moderator, offeror] = [await newModerator(), await newOfferor()];
    await db
      .update(structure)
      .set({ name: "Foyer silencieux" })
      .where(eq(structure.id, offeror.structureId));
    const never = participationFilterSchema.parse({ situation: "never" });
    const rows = await savedRows(participationColumns, participationPages(moderator, never));
    expect(rows).toHaveLength((await participation(moderator, never)).total);
    expect(rows.find((row) => row["Raison sociale"] === "Foyer silencieux")).toMatchObject({
      Commune: "Épinal",
      "Offres soumises": "0",
      "Écrire à": expect.stringContaining("@exemple.fr") as string,
    });
    await suspend(moderator, {
      thing: "structure",
      id: offeror.structureId,
      message: "-1 place : fermé.",
    });
    expect(await savedRows(suspensionColumns, suspensionPages(moderator))).toMatchObject([
      { Quoi: "Structure", Nom: "Foyer silencieux", Message: "'-1 place : fermé." },
    ]);
    for (const viewer of await outsiders()) {
      expect(await everything(participationPages(viewer, never))).toEqual([]);
      expect(await everything(suspensionPages(viewer))).toEqual([]);
    }
  });

  it("the reports, without who sent them", async () => {
    const [moderator, offeror] = [await newModerator(), await newOfferor()];
    const offerId = await approved(offeror);
    const [listed] = await db.select().from(publicOffer).where(eq(publicOffer.offerId, offerId));
    await reportOffer({
      reference: listed?.reference ?? "",
      reason: "outdated",
      words: "+33 : c’est fini.",
      email: "visiteur@exemple.fr",
    });
    const rows = await savedRows(reportColumns, reportPages(moderator, "ouverts"));
    expect(rows).toMatchObject([
      {
        "Référence de l’offre": listed?.reference,
        Raison: "L’offre n’a plus cours",
        Texte: "'+33 : c’est fini.",
        Suite: "",
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain("visiteur@exemple.fr");
    expect(await savedRows(reportColumns, reportPages(moderator, "traites"))).toEqual([]);
    for (const viewer of await outsiders())
      expect(await everything(reportPages(viewer, "ouverts"))).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { drawReport } from "@/lib/agency/dashboard/draw-report";
import { dashboard } from "@/lib/agency/dashboard/queries/dashboard";
import { silentStructures } from "@/lib/agency/dashboard/queries/participation";
import { yearlyReport } from "@/lib/agency/dashboard/yearly-report";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";
import { approved, newModerator, newOfferor, published, submitted } from "../support/people";
import { open, rolesOf, textOf, untagged } from "../support/read-pdf";

const frame = {
  agencyName: "ARS Grand Est",
  accent: "#0b6157",
  madeAt: new Date("2026-11-25T09:00:00Z"),
};

async function reportOf(campaign: number, department = "") {
  const moderator = await newModerator();
  const filter = { campaign, department };
  const board = await dashboard(moderator, filter);
  if (!board) throw new Error("no dashboard");
  const silent = await silentStructures(moderator, department, 40);
  const at = "25 novembre 2026";
  return {
    board,
    silent,
    report: yearlyReport({ board, filter, regionName: "Grand Est", at, silent }),
  };
}

describe("the yearly report", () => {
  it("does not say that nobody published where nobody is missing", async () => {
    const { report } = await reportOf(campaignFor(new Date()), "974");
    const words = report.sections.flatMap(({ paragraphs }) => paragraphs).join(" ");
    expect(words).toContain("Sans aucune offre publiée jusqu’ici\u00a0: aucune structure active.");
    expect(words).not.toMatch(/aucune[^.]* n’a rien/);
  });

  it("says the dashboard's numbers, in a tagged PDF in French", async () => {
    const [one, two] = [await newOfferor(), await newOfferor()];
    await newOfferor();
    await approved(one);
    await approved(two);
    await submitted(two);
    const { board, silent, report } = await reportOf(campaignFor(new Date()));
    const content = await drawReport(report, frame);
    const read = await open(content);
    expect((await read.getMetadata()).info).toMatchObject({
      Title: report.title,
      Language: "fr-FR",
    });
    expect(await untagged(read)).toEqual([]);
    const roles = await rolesOf(read);
    expect(roles.get("H1")).toBe(1);
    expect(roles.get("H2")).toBe(7);
    expect(roles.get("Table")).toBeGreaterThanOrEqual(7);
    const text = (await textOf(read)).replaceAll(/\s+/g, " ");
    const offers = board.departments.reduce((sum, department) => sum + department.offers.value, 0);
    const places = board.departments.reduce((sum, department) => sum + department.places.value, 0);
    expect(offers).toBe(3);
    expect(text).toContain(
      `${offers} offres ont été soumises, hors refusées, pour ${places} places ; ` +
        `${board.visible.value} sont visibles dans le catalogue.`,
    );
    expect(text).toContain("Alimentation / Nutrition");
    expect(text).toContain("Lundi matin");
    expect(silent.length).toBe(board.structures.never.value);
    for (const { name } of silent) expect(text).toContain(name);
    for (const { figures } of board.comparison)
      expect(text).toContain(String(figures.places.value));
    expect(text).toMatch(/Page 1 sur \d/);
  });

  it("of a department says its numbers and its name, and the region's where it says so", async () => {
    const site = { siteStreet: "1 rue Foch", sitePostcode: "68000", siteCommune: "68066" };
    await published(await newOfferor(), await newModerator(), site);
    await submitted(await newOfferor());
    const campaign = campaignFor(new Date());
    const { report, board } = await reportOf(campaign, "68");
    const label = `${campaign}-${campaign + 1}`;
    expect(report).toMatchObject({
      title: `Rapport annuel ${label}, Haut-Rhin (68)`,
      lead: `L’offre de stage pour la campagne ${label}\u00a0: Haut-Rhin (68).`,
      identity: `Campagne ${label}, Haut-Rhin (68), chiffres au 25 novembre 2026`,
      fileName: `rapport-service-sanitaire-${campaign}-68.pdf`,
    });
    const [summary, where] = report.sections;
    expect(summary?.paragraphs[0]).toMatch(
      /^1\u00a0offre a été soumise, hors refusées, pour 5\u00a0places\u00a0; 1\u00a0est visible/,
    );
    expect(where?.title).toBe("Où, dans toute la région");
    const vosges = board.departments.find(({ code }) => code === "88");
    expect(vosges?.offers.value).toBeGreaterThan(0);
    expect(where?.table?.rows).toContainEqual([
      "Vosges (88)",
      String(vosges?.places.value),
      String(vosges?.offers.value),
    ]);
    const region = await reportOf(campaign);
    expect(region.report).toMatchObject({
      title: `Rapport annuel ${label}, région Grand Est`,
      fileName: `rapport-service-sanitaire-${campaign}.pdf`,
    });
    expect(region.report.sections[1]?.title).toBe("Où");
  });

  it("of a campaign without offers says so", async () => {
    const { report } = await reportOf(2061);
    const text = (await textOf(await open(await drawReport(report, frame)))).replaceAll(
      /\s+/g,
      " ",
    );
    expect(text).toContain("Aucune offre n’a été soumise, hors refusées, pour aucune place");
    expect(text).toContain("Aucune décision.");
  });

  it("is the ARS's alone", async () => {
    for (const viewer of [await newOfferor(), { kind: "anonymous" } as const]) {
      expect(await dashboard(viewer, { campaign: 2026, department: "" })).toBeNull();
      expect(await silentStructures(viewer, "", 40)).toEqual([]);
    }
  });
});

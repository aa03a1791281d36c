import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { campaign } from "@/db/schema/campaign";
import { mail } from "@/db/schema/mail";
import { retireTerm, takeTermBack } from "@/lib/agency/vocabulary/commands/terms";
import { compose } from "@/lib/mails/compose";
import { offer } from "@/lib/offer/content/tables";
import { correctImport } from "@/lib/offer/import/commands/correct-import";
import { prepareImport } from "@/lib/offer/import/commands/prepare-import";
import { runImport } from "@/lib/offer/import/commands/run-import";
import { cancelImport, resumeImport, startImport } from "@/lib/offer/import/commands/start-import";
import { importedOfferId } from "@/lib/offer/import/id";
import { importedBefore, importedOffers, importOf, judgeLines } from "@/lib/offer/import/queries";
import { cellName } from "@/lib/offer/import/schema";
import { shownCells, shownField } from "@/lib/offer/import/shown-cells";
import { offerImport } from "@/lib/offer/import/tables";
import { templateCsv, templateWorkbook } from "@/lib/offer/import/template";
import { moveOffer } from "@/lib/offer/lifecycle/commands/move-offer";
import { chooseMails } from "@/lib/people/profile/commands/edit-account";
import { db } from "@/lib/platform/database/client";
import type { FormValues } from "@/lib/platform/form/action-result";
import { dayAfter, dayOf } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";
import { saveCampaign } from "@/lib/reference/campaign/commands";
import { termsOf } from "@/lib/reference/vocabulary/queries";
import { accountRow, newColleague } from "../support/colleagues";
import { hostileSheets } from "../support/hostile-sheets";
import { changed, choices, csv, good, offersOf, prepared } from "../support/import-rows";
import { newModerator, newOfferor, type Offeror } from "../support/people";

const hostile: [string, Buffer, string][] = [
  // The heavy ones are read beside the code (lib/offer/import/sheet.test.ts) and on the built
  // server (tests/faults/).
  ...hostileSheets
    .filter(([, content]) => content.length < 20_000 && content.length !== 0)
    .filter(([name]) => !name.includes("bomb") && !name.includes("million")),
  ["0 bytes", Buffer.alloc(0), "empty"],
  ["headings only", csv([]), "noRow"],
  ["the template as it is", Buffer.from(templateCsv()), "noRow"],
  ["501 rows", csv(Array.from({ length: 501 }, () => good)), "tooManyRows"],
];

describe("reading a spreadsheet", () => {
  it.each(hostile)("refuses %s", async (_name, content, code) => {
    expect(await prepareImport(await newOfferor(), { name: "x.xlsx", content })).toMatchObject({
      ok: false,
      code,
    });
  });

  it("reads the row of its own workbook, and csv in both encodings and separators, the same", async () => {
    const viewer = await newOfferor();
    const vocabulary = { themes: ["=cmd|' /C calc'!A0"], audiences: [], siteTypes: [] };
    expect(
      await prepareImport(viewer, { name: "m.xlsx", content: await templateWorkbook(vocabulary) }),
    ).toMatchObject({ code: "noRow" });
    // As Excel saves it in France: the typographic apostrophe is byte 0x92.
    const windows = Buffer.from(
      csv([good]).toString("utf8").slice(1).replaceAll("’", "\u0092"),
      "latin1",
    );
    const rows = [];
    for (const file of [csv([good]), csv([good], ","), windows])
      rows.push((await importOf(viewer, await prepared(viewer, file)))?.rows);
    expect(rows[0]).toMatchObject([
      {
        line: 2,
        errors: {},
        values: {
          months: ["3", "4", "5"],
          siteCommune: "Épinal",
          referentPhone: "0329000001",
          support: ["catering"],
        },
      },
    ]);
    expect(rows[1]).toEqual(rows[0]);
    expect(rows[2]).toEqual(rows[0]);
  });

  it(
    "names what is wrong by column, and takes formulas, huge texts and strange characters " +
      "as text",
    async () => {
      const viewer = await newOfferor();
      const id = await prepared(
        viewer,
        csv([
          changed({
            themeIds: "Alimantation",
            months: "mars à mais",
            sitePostcode: "54000",
            places: "=1+1",
          }),
          changed({
            title: '=HYPERLINK("http://attacker.example")',
            description: "x".repeat(100_000),
          }),
          changed({ title: "a\u0001b\uD800", slots: "" }),
        ]),
      );
      const rows = (await importOf(viewer, id))?.rows ?? [];
      expect(Object.keys(rows[0]?.errors ?? {}).sort()).toEqual([
        "Commune",
        "Mois",
        "Nombre de places",
        "Thèmes",
      ]);
      expect(Object.keys(rows[1]?.errors ?? {})).toEqual(["Description"]);
      expect(Object.keys(rows[2]?.errors ?? {})).toEqual(["Créneaux"]);
      expect(await offersOf(viewer)).toHaveLength(0);
    },
  );
});

describe("judging lines", () => {
  it("lets the portal go on while hundreds of communes are unknown", async () => {
    const lines = Array.from({ length: 501 }, (_, index) => {
      const letters = [...String(index)].map((figure) => "abcdefghij".charAt(Number(figure)));
      const cells = new Map([["siteCommune", `Saint-Martin ${letters.join("")}ville`]] as const);
      return { line: index + 2, cells };
    });
    // The names of all communes are read once.
    await judgeLines(lines.slice(500));
    let [turns, longest, last] = [0, 0, process.cpuUsage()];
    // Of the processor: what else runs on the machine is not counted.
    const tick = setInterval(() => {
      const { user, system } = process.cpuUsage(last);
      [turns, longest, last] = [turns + 1, Math.max(longest, user + system), process.cpuUsage()];
    }, 10);
    const judged = await judgeLines(lines.slice(0, 500));
    clearInterval(tick);
    expect(longest / 1000).toBeLessThan(200);
    expect(turns).toBeGreaterThan(5);
    const messages = (judged.ok ? judged.data : []).map(({ errors }) => errors.Commune?.[0] ?? "");
    expect(messages.filter((message) => message.includes("n’est pas une commune"))).toHaveLength(
      500,
    );
    expect(messages.filter((message) => message.includes("Vouliez-vous dire"))).toHaveLength(100);
  });
});

describe("correcting an import", () => {
  it("judges what was typed as if the file had said so, row by row", async () => {
    const viewer = await newOfferor();
    const importId = await prepared(
      viewer,
      csv([good, changed({ places: "douze", months: "à définir" }), changed({ places: "1e2" })]),
    );
    const typed = { "ligne-3-places": "12", "ligne-3-months": "à définir", "ligne-4-places": "7" };
    expect(await correctImport(viewer, { importId, typed })).toMatchObject({ ok: true });
    const rows = (await importOf(viewer, importId))?.rows ?? [];
    expect(rows.map(({ errors }) => Object.keys(errors))).toEqual([[], ["Mois"], []]);
    expect(rows[1]?.errors.Mois?.[0]).toContain("« à définir »");
    expect(rows[1]?.values.places).toBe("12");
    await correctImport(viewer, { importId, typed: { "ligne-3-months": ["mars", "avril"] } });
    expect((await importOf(viewer, importId))?.rows[1]).toMatchObject({
      errors: {},
      values: { places: "12", months: ["3", "4"] },
      cells: { months: "mars ; avril" },
    });
  });

  /** The page as it shows the cells of the first row, and gives them back when nobody types. */
  const pageOf = async (viewer: Offeror, importId: string): Promise<FormValues> => {
    const cells = Object.entries((await importOf(viewer, importId))?.rows[0]?.cells ?? {}).map(
      ([field, cell]) => [cellName(2, field), cell] as const,
    );
    return {
      ...Object.fromEntries(cells.map(([name, cell]) => [name, cell.replaceAll("\n", "\r\n")])),
      [shownField]: [shownCells(cells), ""],
    };
  };

  it("takes no cell for corrected that nobody touched", async () => {
    const viewer = await newOfferor();
    const importId = await prepared(
      viewer,
      csv([changed({ places: "", slots: "lundi matin\r\nmardi matin", siteTypeId: "Château" })]),
    );
    const page = await pageOf(viewer, importId);
    const before = (await importOf(viewer, importId))?.rows;
    expect(before?.[0]?.cells).toMatchObject({ slots: "lundi matin\nmardi matin" });
    const untouched = await correctImport(viewer, { importId, typed: page });
    expect(untouched).toMatchObject({ data: { rows: 0 } });
    // Nor by an older page, where it said something else.
    const older = { [shownField]: shownCells([["ligne-2-places", "5"]]), "ligne-2-places": "5" };
    expect(await correctImport(viewer, { importId, typed: older })).toMatchObject({
      data: { rows: 0 },
    });
    expect((await importOf(viewer, importId))?.rows).toEqual(before);
  });

  it("writes nothing over what another page corrected, and says so at the cell", async () => {
    const viewer = await newOfferor();
    const importId = await prepared(viewer, csv([changed({ places: "", siteTypeId: "Château" })]));
    const older = await pageOf(viewer, importId);
    const fresh = { ...older, "ligne-2-places": "7" };
    expect(await correctImport(viewer, { importId, typed: fresh })).toMatchObject({ ok: true });
    // The older page, in which only the type was chosen, leaves the places alone.
    const typed = { ...older, "ligne-2-siteTypeId": "Milieu scolaire" };
    expect(await correctImport(viewer, { importId, typed })).toMatchObject({ data: { rows: 1 } });
    expect((await importOf(viewer, importId))?.rows[0]).toMatchObject({
      errors: {},
      cells: { places: "7", siteTypeId: "Milieu scolaire" },
    });
    const again = { ...older, "ligne-2-places": "8" };
    expect(await correctImport(viewer, { importId, typed: again })).toMatchObject({
      code: "cellChanged",
      field: "ligne-2-places",
      params: { cell: "7", typed: "8" },
    });
    // Who typed the same has nothing to be asked; who has read what it says may write over it.
    expect(await correctImport(viewer, { importId, typed: fresh })).toMatchObject({
      data: { rows: 0 },
    });
    const read = { ...(await pageOf(viewer, importId)), "ligne-2-places": "8" };
    expect(await correctImport(viewer, { importId, typed: read })).toMatchObject({
      data: { rows: 1 },
    });
  });

  it("keeps what two pages correct at once", async () => {
    const viewer = await newOfferor();
    const importId = await prepared(viewer, csv([changed({ places: "", siteTypeId: "Château" })]));
    const page = await pageOf(viewer, importId);
    await Promise.all(
      [{ "ligne-2-places": "7" }, { "ligne-2-siteTypeId": "Milieu scolaire" }].map((cells) =>
        correctImport(viewer, { importId, typed: { ...page, ...cells } }),
      ),
    );
    expect((await importOf(viewer, importId))?.rows[0]?.cells).toMatchObject({
      places: "7",
      siteTypeId: "Milieu scolaire",
    });
  });

  it("is for those whose file it is, before anything is written", async () => {
    const viewer = await newOfferor();
    const importId = await prepared(viewer, csv([good]));
    const typed = { "ligne-2-places": "9", "ligne-999-places": "1", "ligne-2-autre": "x" };
    for (const other of [await newOfferor(), await newModerator()])
      expect(await correctImport(other, { importId, typed })).toMatchObject({ code: "notFound" });
    await cancelImport(viewer, importId);
    expect(await correctImport(viewer, { importId, typed })).toMatchObject({
      code: "alreadyStarted",
    });
    expect((await importOf(viewer, importId))?.rows[0]?.values.places).toBe("5");
  });
});

/** The mails that tell who deposited the offers of an import that they were received. */
const receiptsOf = (importId: string) =>
  and(eq(mail.kind, "offersReceived"), sql`${mail.params}->>'importId' = ${importId}`);

describe("writing an import", () => {
  it("leaves rows with errors aside unless they are asked for", async () => {
    const viewer = await newOfferor();
    const importId = await prepared(viewer, csv([good, changed({ places: "" })]));
    await startImport(viewer, { importId, choices });
    await runImport({ importId, accountId: viewer.accountId, ...choices });
    expect((await offersOf(viewer)).map(({ id, validation }) => [id, validation])).toEqual([
      [importedOfferId(importId, 2), "draft"],
    ]);
    const other = await prepared(viewer, csv([changed({ places: "" })]));
    expect(await startImport(viewer, { importId: other, choices })).toMatchObject({
      code: "nothingToWrite",
    });
    await startImport(viewer, {
      importId: other,
      choices: { ...choices, keepIncomplete: true, submit: true },
    });
    await runImport({
      importId: other,
      accountId: viewer.accountId,
      ...choices,
      keepIncomplete: true,
      submit: true,
    });
    expect((await offersOf(viewer)).map(({ validation }) => validation)).toEqual([
      "draft",
      "draft",
    ]);
  });

  it("tells why what was to be submitted stayed a draft, row by row", async () => {
    const [viewer, moderator, year] = [
      await newOfferor(),
      await newModerator(),
      campaignFor(now()),
    ];
    const submit = { ...choices, submit: true };
    const content = csv([good, changed({ title: "Deux", themeIds: "Sommeil" })]);
    const [first, second] = [await prepared(viewer, content), await prepared(viewer, csv([good]))];
    const run = (importId: string) =>
      runImport({ importId, accountId: viewer.accountId, ...submit });
    const results = async (importId: string) => {
      const found = await importOf(viewer, importId);
      return found ? importedOffers(viewer, found) : [];
    };
    for (const importId of [first, second])
      expect(await startImport(viewer, { importId, choices: submit })).toMatchObject({ ok: true });
    const food = (await termsOf("theme")).find(({ label }) => label.startsWith("Alimentation"));
    await retireTerm(moderator, food?.id ?? "");
    await run(first);
    await takeTermBack(moderator, food?.id ?? "");
    expect(await results(first)).toMatchObject([
      { validation: "draft", refusal: { code: "termUnknown" } },
      { validation: "pending", refusal: null },
    ]);
    const closesOn = dayAfter(dayOf(now()), -1);
    expect(await saveCampaign(moderator, { year, opensOn: null, closesOn })).toMatchObject({
      ok: true,
    });
    try {
      await run(second);
      const [offer] = await results(second);
      expect(offer).toMatchObject({ validation: "draft", refusal: { code: "depositClosed" } });
      expect(offer?.refusal?.params.day).toMatch(/\d{4}$/);
      // From then on nothing that is to be submitted is begun, and drafts are.
      const importId = await prepared(viewer, csv([changed({ title: "Trois" })]));
      expect(await startImport(viewer, { importId, choices: submit })).toMatchObject({
        code: "depositClosed",
        params: { day: offer?.refusal?.params.day },
      });
      expect(await startImport(viewer, { importId, choices })).toMatchObject({ ok: true });
    } finally {
      await db.delete(campaign).where(eq(campaign.year, year));
    }
  });

  it("tells which of its offers were deleted since, and leads to no page of theirs", async () => {
    const viewer = await newOfferor();
    const importId = await prepared(viewer, csv([good, changed({ title: "Deux" })]));
    await startImport(viewer, { importId, choices });
    await runImport({ importId, accountId: viewer.accountId, ...choices });
    expect(await moveOffer(viewer, importedOfferId(importId, 3), "delete")).toMatchObject({
      ok: true,
    });
    const found = await importOf(viewer, importId);
    expect(found && (await importedOffers(viewer, found))).toMatchObject([
      { line: 2, inBin: false },
      { line: 3, inBin: true },
    ]);
  });

  it(
    "tells the depositor in one mail, and each moderator in one, of what it submitted; a " +
      "receipt can be declined",
    async () => {
      const [viewer, silent, moderator] = [
        await newOfferor(),
        await newOfferor(),
        await newModerator(),
      ];
      await chooseMails(silent, { receipts: false, reminders: true });
      const [person, other, agency] = await Promise.all(
        [viewer, silent, moderator].map(({ accountId }) => accountRow(accountId)),
      );
      const content = csv([
        good,
        changed({ title: "Deux" }),
        changed({ title: "Trois", places: "" }),
      ]);
      const submit = { ...choices, keepIncomplete: true, submit: true };
      for (const one of [viewer, silent]) {
        const importId = await prepared(one, content);
        await startImport(one, { importId, choices: submit });
        await runImport({ importId, accountId: one.accountId, ...submit });
      }
      // Drafts only: nobody has received anything.
      const drafts = await prepared(viewer, csv([changed({ title: "Quatre" })]));
      await startImport(viewer, { importId: drafts, choices });
      await runImport({ importId: drafts, accountId: viewer.accountId, ...choices });

      const sent = await db
        .select()
        .from(mail)
        .where(
          inArray(mail.kind, [
            "offersReceived",
            "offersToModerate",
            "offerReceived",
            "offerToModerate",
          ]),
        );
      const received = [person, other, agency].map((row) =>
        sent.filter(({ recipient }) => recipient === row?.email).map(({ kind }) => kind),
      );
      expect(received).toEqual([["offersReceived"], [], ["offersToModerate", "offersToModerate"]]);
      const [receipt] = sent.filter(({ recipient }) => recipient === person?.email);
      const composed = await compose("offersReceived", receipt?.params as { importId: string });
      expect(composed?.subject).toBe("2 offres reçues");
      expect(composed?.text).toContain(`/espace/offres/importer/${receipt?.params.importId ?? ""}`);
    },
  );

  it("tells of what it had submitted when it is stopped, once, who deposited it", async () => {
    const uploader = await newOfferor();
    const viewer = await newColleague(uploader);
    const importId = await prepared(
      uploader,
      csv(Array.from({ length: 25 }, (_, index) => changed({ title: `Atelier ${index}` }))),
    );
    const submit = { ...choices, submit: true };
    await startImport(viewer, { importId, choices: submit });
    await runImport({ importId, accountId: viewer.accountId, ...submit });
    const receipts = receiptsOf(importId);
    // As if it had been between its two batches.
    await db.delete(mail).where(receipts);
    await db
      .update(offerImport)
      .set({ state: "running", written: 20 })
      .where(eq(offerImport.id, importId));
    expect(await cancelImport(viewer, importId)).toMatchObject({ ok: true });
    expect(await cancelImport(viewer, importId)).toMatchObject({ code: "alreadyStarted" });
    const sent = await db.select().from(mail).where(receipts);
    expect(sent.map(({ recipient }) => recipient)).toEqual([
      (await accountRow(viewer.accountId))?.email,
    ]);
  });

  it("tells a depositor again only of what they deposited since, stopped and resumed", async () => {
    const uploader = await newOfferor();
    const colleague = await newColleague(uploader);
    const lines = Array.from({ length: 41 }, (_, index) => changed({ title: `Atelier ${index}` }));
    const importId = await prepared(uploader, csv(lines));
    const submit = { ...choices, submit: true };
    const told: string[][] = [];
    // Lines that cannot be written: those before them, of full batches, stay written.
    for (const [viewer, stop] of [
      [uploader, 22],
      [uploader, 42],
      [colleague, null],
    ] as const) {
      expect(await startImport(viewer, { importId, choices: submit })).toMatchObject({ ok: true });
      const run = () => runImport({ importId, accountId: viewer.accountId, ...submit });
      if (stop) {
        await db.execute(
          sql.raw(
            `alter table offer add constraint stop check (id <> '${importedOfferId(importId, stop)}')`,
          ),
        );
        await expect(run()).rejects.toThrow();
        await db.execute(sql`alter table offer drop constraint stop`);
        expect(await cancelImport(viewer, importId)).toMatchObject({ ok: true });
        expect(await resumeImport(viewer, importId)).toMatchObject({ ok: true });
      } else await run();
      const sent = await db.select().from(mail).where(receiptsOf(importId)).orderBy(mail.id);
      told.push(sent.map(({ recipient }) => recipient));
      if (stop) await db.update(mail).set({ state: "sent" }).where(receiptsOf(importId));
    }
    expect(await offersOf(uploader)).toHaveLength(41);
    const [first, second] = await Promise.all(
      [uploader, colleague].map(async ({ accountId }) => (await accountRow(accountId))?.email),
    );
    expect(told).toEqual([[first], [first, first], [first, first, second]]);
  });

  it("is resumed as it was corrected, with what is written already", async () => {
    const uploader = await newOfferor();
    const colleague = await newColleague(uploader);
    const content = csv([good, changed({ places: "" }), changed({ title: "Trois" })]);
    const importId = await prepared(uploader, content);
    const typed = { "ligne-3-places": "9" };
    await correctImport(uploader, { importId, typed });
    expect(await resumeImport(uploader, importId)).toMatchObject({ code: "alreadyStarted" });
    await startImport(uploader, { importId, choices });
    await runImport({ importId, accountId: uploader.accountId, ...choices });
    expect(await resumeImport(uploader, importId)).toMatchObject({ code: "alreadyStarted" });
    // As if it had been stopped behind its first row.
    const first = importedOfferId(importId, 2);
    await db.delete(offer).where(
      and(
        inArray(
          offer.id,
          (await offersOf(uploader)).map(({ id }) => id),
        ),
        ne(offer.id, first),
      ),
    );
    await db
      .update(offerImport)
      .set({ state: "cancelled", written: 1 })
      .where(eq(offerImport.id, importId));
    for (const other of [await newOfferor(), await newModerator()])
      expect(await resumeImport(other, importId)).toMatchObject({ code: "notFound" });
    expect(await resumeImport(colleague, importId)).toMatchObject({ ok: true });
    const found = await importOf(colleague, importId);
    const typedWrong = { "ligne-3-places": "", "ligne-4-places": "" };
    await correctImport(colleague, { importId, typed: typedWrong });
    expect(await startImport(colleague, { importId, choices })).toMatchObject({
      code: "nothingToWrite",
    });
    await correctImport(colleague, { importId, typed: { ...typed, "ligne-4-places": "5" } });
    expect(found).toMatchObject({ state: "preview", rows: [{}, { cells: { places: "9" } }, {}] });
    // Previews that were begun are not forgotten for newer ones.
    for (let sent = 0; sent < 11; sent += 1)
      await prepared(uploader, csv([changed({ title: `Autre ${sent}` })]));
    await startImport(colleague, { importId, choices });
    await runImport({ importId, accountId: colleague.accountId, ...choices });
    expect((await offersOf(uploader)).map(({ id, accountId }) => [id, accountId]).sort()).toEqual([
      [first, uploader.accountId],
      [importedOfferId(importId, 3), colleague.accountId],
      [importedOfferId(importId, 4), colleague.accountId],
    ]);
    // The same file from the colleague is another import: it is told of the first.
    const twice = await importOf(colleague, await prepared(colleague, content));
    expect(twice && (await importedBefore(colleague, twice))).toMatchObject({
      id: importId,
      offers: 3,
    });
    expect(found && (await importedBefore(colleague, found))).toBeNull();
  });

  it("stops when it is cancelled, and is nobody's but its structure's", async () => {
    const [viewer, stranger, moderator] = [
      await newOfferor(),
      await newOfferor(),
      await newModerator(),
    ];
    const content = csv([good]);
    const importId = await prepared(viewer, content);
    expect(await prepared(stranger, content)).not.toBe(importId);
    for (const other of [stranger, moderator, { kind: "anonymous" } as const]) {
      expect(await importOf(other, importId)).toBeNull();
      expect(await startImport(other, { importId, choices })).toMatchObject({ code: "notFound" });
      expect(await cancelImport(other, importId)).toMatchObject({ code: "notFound" });
    }
    expect(await prepareImport(moderator, { name: "a.csv", content })).toMatchObject({
      code: "notFound",
    });
    await startImport(viewer, { importId, choices });
    expect(await cancelImport(viewer, importId)).toMatchObject({ ok: true });
    await runImport({ importId, accountId: viewer.accountId, ...choices });
    expect(await offersOf(viewer)).toHaveLength(0);
    expect(await cancelImport(viewer, importId)).toMatchObject({ code: "alreadyStarted" });
    expect(await prepared(viewer, content)).toBe(importId);
    expect(await importOf(viewer, importId)).toMatchObject({ state: "preview", written: 0 });
  });
});

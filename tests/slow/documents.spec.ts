// Covers: lib/offer/documents/ components/documents/ lib/offer/draft/commands/documents.ts
// Covers: app/espace/offres/[id]/documents/ app/espace/offres/[id]/zip/
import { expect, type Page, test } from "@playwright/test";
import PDFDocument from "pdfkit";
import { expectAccessible, fillInformation, newOfferor, registered } from "../e2e/portal";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A page that is black in its upper half, so that an empty drawing is told from a real one. */
function halfBlack(): Promise<Buffer> {
  return new Promise((resolve) => {
    const made = new PDFDocument({ size: "A4" });
    const chunks: Buffer[] = [];
    made.on("data", (chunk: Buffer) => chunks.push(chunk));
    made.on("end", () => resolve(Buffer.concat(chunks)));
    made.rect(0, 0, 595, 420).fill("black");
    made.end();
  });
}

const names = (page: Page) => page.locator("#documents ol > li a").allInnerTexts();

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test(
      "documents are ordered, renamed, replaced and removed; the offer and its documents " +
        "are saved",
      async ({ page }) => {
        test.slow();
        const refused: string[] = [];
        page.on("console", (message) => {
          if (/Content Security Policy|violates/i.test(message.text()))
            refused.push(message.text());
        });
        await registered(page, newOfferor("Lycée des pièces jointes"), "/espace/offres/nouvelle");
        await fillInformation(page, scripts);
        await page.getByRole("button", { name: "Continuer" }).click();
        await page.waitForURL(/terrain/);
        const files = [
          { name: "programme.pdf", mimeType: "application/pdf", buffer: await halfBlack() },
          { name: "photo.png", mimeType: "image/png", buffer: png },
        ];
        if (scripts) {
          const dropped = await page.evaluateHandle(
            (sent) => {
              const transfer = new DataTransfer();
              for (const { name, mimeType, data } of sent)
                transfer.items.add(
                  new File([Uint8Array.from(atob(data), (char) => char.charCodeAt(0))], name, {
                    type: mimeType,
                  }),
                );
              return transfer;
            },
            files.map(({ name, mimeType, buffer }) => ({
              name,
              mimeType,
              data: buffer.toString("base64"),
            })),
          );
          await page
            .getByLabel("Ajouter des documents")
            .dispatchEvent("drop", { dataTransfer: dropped });
          await expect(page.getByText("2 documents ajoutés.")).toBeVisible();
        } else {
          await page.getByLabel("Ajouter des documents").setInputFiles(files);
          await page.getByRole("button", { name: "Envoyer les documents choisis" }).click();
        }
        await expect.poll(() => names(page)).toEqual(["programme.pdf", "photo.png"]);
        await expect
          .poll(() =>
            page
              .locator("#documents img")
              .evaluate((image: HTMLImageElement) => image.naturalWidth),
          )
          .toBe(1);

        await page.getByRole("button", { name: "Descendre programme.pdf" }).click();
        await expect.poll(() => names(page)).toEqual(["photo.png", "programme.pdf"]);

        await page.getByText("Renommer ou remplacer programme.pdf").click();
        await page.getByLabel("Nouveau nom").last().fill("Séances de mars");
        if (scripts) await page.getByLabel("Nouveau nom").last().press("Enter");
        else await page.getByRole("button", { name: "Renommer programme.pdf" }).click();
        await expect.poll(() => names(page)).toEqual(["photo.png", "Séances de mars.pdf"]);

        await page.getByText("Renommer ou remplacer photo.png").click();
        const replacing = page.getByLabel("Remplacer par un autre fichier").first();
        await expect(replacing).toHaveAttribute("accept", /\.webp/);
        await replacing.setInputFiles({ name: "plan.png", mimeType: "image/png", buffer: png });
        if (!scripts) await page.getByRole("button", { name: "Remplacer photo.png" }).click();
        await expect.poll(() => names(page)).toEqual(["plan.png", "Séances de mars.pdf"]);

        if (scripts) {
          await page
            .getByRole("button", { name: "Voir la première page de Séances de mars.pdf" })
            .click();
          const canvas = page.getByRole("img", { name: "Première page de Séances de mars.pdf" });
          await expect(canvas).toBeVisible({ timeout: 20_000 });
          const shades = await canvas.evaluate((drawn: HTMLCanvasElement) =>
            [0.2, 0.8].map(
              (part) =>
                drawn
                  .getContext("2d")
                  ?.getImageData(drawn.width / 2, Math.floor(drawn.height * part), 1, 1).data[0],
            ),
          );
          expect(shades).toEqual([0, 255]);
          await page.getByText("Renommer ou remplacer plan.png").click();
          await expectAccessible(page);
          for (const width of [360, 1280]) {
            await page.setViewportSize({ width, height: 900 });
            expect(
              await page.evaluate(() => document.documentElement.scrollWidth),
            ).toBeLessThanOrEqual(width);
            if (process.env.LOOK)
              await page.screenshot({ path: `/tmp/documents-${width}.png`, fullPage: true });
          }
        }

        // «Entrée» in a field goes on; it removes no document.
        await page.getByLabel("Fonction").press("Enter");
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect.poll(() => names(page)).toEqual(["plan.png", "Séances de mars.pdf"]);

        await page
          .getByLabel("Type de terrain d’action")
          .selectOption({ label: "Milieu scolaire" });
        if (scripts) await page.getByLabel(/C’est moi/).check();
        else {
          await page.getByLabel("Référent de proximité").fill("Paul Klein");
          await page.getByLabel("Fonction").fill("CPE");
          await page.getByLabel("Numéro de téléphone").fill("03 29 00 00 01");
          await page.getByLabel("Adresse email").fill("paul.klein@exemple.fr");
        }
        await page.getByRole("button", { name: "Continuer" }).click();
        await page.getByRole("button", { name: "Soumettre l’offre" }).click();
        await expect(
          page.getByRole("heading", { name: "Prévention de l'obésité", level: 1 }),
        ).toBeVisible();
        if (scripts) {
          await expectAccessible(page);
          if (process.env.LOOK)
            await page.screenshot({ path: "/tmp/documents-offer.png", fullPage: true });
        }

        for (const [link, ending, start] of [
          ["Télécharger l’offre (PDF)", "pdf", "%PDF-1.7"],
          ["Télécharger les 2 documents (ZIP)", "zip", "PK"],
        ] as const) {
          const href = (await page.getByRole("link", { name: link }).getAttribute("href")) ?? "";
          const response = await page.request.get(href);
          const headers = response.headers();
          expect(headers["content-disposition"]).toMatch(
            new RegExp(`^attachment; filename="offre-[\\w-]+\\.${ending}"`),
          );
          expect(headers).toMatchObject({
            "x-content-type-options": "nosniff",
            "content-security-policy": "default-src 'none'; sandbox",
            "x-frame-options": "DENY",
            "cache-control": "private, no-store",
          });
          expect((await response.body()).subarray(0, start.length).toString()).toBe(start);
          const download = page.waitForEvent("download");
          await page.getByRole("link", { name: link }).click();
          expect((await download).suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
        }
        expect(refused).toEqual([]);
      },
    );
  });
}

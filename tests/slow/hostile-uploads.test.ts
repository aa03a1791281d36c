// Covers: lib/offer/documents/ lib/offer/import/ lib/platform/formats/ lib/platform/form/
// Covers: app/documents/ tests/support/hostile-files.ts
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as look } from "@/app/documents/[id]/apercu/route";
import { GET as download } from "@/app/documents/[id]/route";
import { GET as zipOf } from "@/app/espace/offres/[id]/zip/route";
import { acceptedTypes } from "@/lib/offer/documents/rules";
import { withoutTraces } from "@/lib/offer/documents/without-traces";
import { attachDocument } from "@/lib/offer/draft/commands/documents";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import type { Viewer } from "@/lib/platform/access/policy";
import { acceptedFiles, headerOnly, refusedFiles } from "../support/hostile-files";
import { newDraft, newOfferor, type Offeror, rowOf } from "../support/people";

const asking = vi.hoisted<{ viewer: Viewer }>(() => ({ viewer: { kind: "anonymous" } }));
vi.mock("@/lib/platform/access/session", async (original) => ({
  ...(await original<object>()),
  getViewer: () => Promise.resolve(asking.viewer),
  pageViewer: () => Promise.resolve(asking.viewer),
}));

const about = (id: string) => ({ params: Promise.resolve({ id }) });
const request = new Request("http://localhost:3000/");

function expectSafe(response: Response, disposition: "attachment" | "inline"): void {
  const headers = Object.fromEntries(response.headers);
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, no-store",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(headers["content-disposition"]).toMatch(
    new RegExp(`^${disposition}; filename="[\\w. ()-]+"; filename\\*=UTF-8''[\\w.%~!-]+$`),
  );
}

describe("hostile uploads (S9)", () => {
  let owner: Offeror;
  beforeAll(async () => {
    owner = await newOfferor();
    asking.viewer = owner;
  });

  it("is a corpus of at least 40 files", () => {
    expect(refusedFiles.length + acceptedFiles.length).toBeGreaterThanOrEqual(40);
  });

  it.each(refusedFiles)("refuses %s", async (name, content, code) => {
    const offerId = await newDraft(owner);
    expect(await attachDocument(owner, offerId, { name, content })).toMatchObject({
      ok: false,
      code,
    });
    expect((await rowOf(offerId)).draft?.documentIds).toEqual([]);
  });

  it("refuses an archive without a directory", async () => {
    const content = headerOnly("mimetype", Buffer.from("application/vnd.oasis.opendocument.text"));
    expect(
      await attachDocument(owner, await newDraft(owner), { name: "x.odt", content }),
    ).toMatchObject({ ok: false, code: "damaged" });
  });

  it.each(acceptedFiles)(
    "serves %j only as what its content is, to save; a picture alone can be looked at",
    async (name, content, ending) => {
      const attached = await attachDocument(owner, await newDraft(owner), { name, content });
      expect(attached).toMatchObject({ ok: true });
      if (!attached.ok) return;
      expect(attached.data.name).toMatch(
        new RegExp(
          `^[^\\p{Cc}\\p{Cf}/\\\\<>:"|?*.][^\\p{Cc}\\p{Cf}/\\\\<>:"|?*]*\\.${ending}$`,
          "u",
        ),
      );
      const saved = await download(request, about(attached.data.id));
      expectSafe(saved, "attachment");
      const type = saved.headers.get("content-type") ?? "";
      expect(type).toBe(Object.entries(acceptedTypes).find(([, known]) => known === ending)?.[0]);
      const kept = withoutTraces(content, type);
      expect(Buffer.from(await saved.arrayBuffer()).equals(kept)).toBe(true);

      const shown = await look(request, about(attached.data.id));
      if (type.startsWith("image/")) {
        expectSafe(shown, "inline");
        // Whoever does not read one keeps a place.
        await shown.body?.cancel();
        expect(shown.headers.get("content-type")).toBe(type);
      } else expect(shown.status).toBe(404);
    },
  );

  it("puts them into one zip under names that stay in their folder", async () => {
    const offerId = await newDraft(owner);
    for (const [name, content] of acceptedFiles.slice(10, 20))
      expect(await attachDocument(owner, offerId, { name, content })).toMatchObject({ ok: true });
    await submitOffer(owner, {
      offerId,
      version: (await rowOf(offerId)).version,
      publishOnApproval: false,
    });
    const response = await zipOf(request, about(offerId));
    expectSafe(response, "attachment");
    const names = Object.keys(unzipSync(new Uint8Array(await response.arrayBuffer())));
    expect(names).toHaveLength(10);
    for (const name of names) expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^\./u);
  });

  it("shows and gives nothing to others", async () => {
    const [name, content] = acceptedFiles[5] ?? ["", Buffer.alloc(0)];
    const attached = await attachDocument(owner, await newDraft(owner), { name, content });
    const id = attached.ok ? attached.data.id : "";
    for (const viewer of [{ kind: "anonymous" } as const, await newOfferor()]) {
      asking.viewer = viewer;
      expect((await download(request, about(id))).status).toBe(404);
      expect((await look(request, about(id))).status).toBe(404);
    }
    asking.viewer = owner;
    expect((await look(request, about(id))).status).toBe(200);
    expect((await look(request, about("1 or 1=1"))).status).toBe(404);
  });
});

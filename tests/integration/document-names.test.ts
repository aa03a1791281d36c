import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { POST } from "@/app/espace/offres/[id]/documents/route";
import OfferSitePage from "@/app/espace/offres/[id]/terrain/page";
import { document } from "@/db/schema/document";
import { saveSiteAction } from "@/lib/offer/draft/actions";
import { attachDocument } from "@/lib/offer/draft/commands/documents";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import type { FormValues } from "@/lib/platform/form/action-result";
import { pdf } from "../support/hostile-files";
import { formDataOf, formsOf, type PageForm } from "../support/page-forms";
import { newDraft, newOfferor, type Offeror, rowOf } from "../support/people";

const asking = vi.hoisted<{ viewer: Viewer }>(() => ({ viewer: { kind: "anonymous" } }));
vi.mock("next/headers", () => ({
  headers: () => Promise.resolve(new Headers({ origin: "http://localhost:3000" })),
  cookies: () =>
    Promise.resolve({ get: () => undefined, set: () => undefined, delete: () => undefined }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
  usePathname: () => "/",
}));
vi.mock("@/lib/platform/access/session", async (original) => ({
  ...(await original<object>()),
  getViewer: () => Promise.resolve(asking.viewer),
  pageViewer: () => Promise.resolve(asking.viewer),
}));

const { opened, send } = formsOf(asking);

const pageTwo = (id: string): PageForm => ({
  action: saveSiteAction,
  page: () => OfferSitePage({ params: Promise.resolve({ id }), searchParams: Promise.resolve({}) }),
  has: "siteName",
});

/** How page 2 is sent, and where it led. */
const ways = {
  "with scripts": async (viewer: Offeror, offerId: string, values: FormValues) => {
    const answer = await send(pageTwo(offerId), viewer, values);
    return typeof answer === "string" ? answer : answer.ok;
  },
  "without scripts": async (_: Offeror, id: string, values: FormValues) => {
    const request = new Request(`http://localhost:3000/espace/offres/${id}/documents`, {
      method: "POST",
      headers: { origin: "http://localhost:3000" },
      body: formDataOf(values),
    });
    const answer = await POST(request, { params: Promise.resolve({ id }) });
    return answer.headers.get("location");
  },
};

async function withDocuments(names: string[]) {
  const viewer = await newOfferor();
  const offerId = await newDraft(viewer);
  for (const name of names) await attachDocument(viewer, offerId, { name, content: pdf });
  return { viewer, offerId, documents: await documentsOf(offerId) };
}

/** Of the draft, in its order. */
async function documentsOf(offerId: string): Promise<{ id: string; name: string }[]> {
  const known = await db.select().from(document).where(eq(document.offerId, offerId));
  const ids = (await rowOf(offerId)).draft?.documentIds ?? [];
  return ids.map((id) => ({ id, name: known.find((row) => row.id === id)?.name ?? "" }));
}

describe.each(Object.entries(ways))(
  "names typed beside the documents of page 2, %s",
  (_, leave) => {
    it.each([
      ["next", "/verification"],
      ["back", "/informations"],
      ["later", "/espace/offres?"],
    ])("are kept by the button «%s», which leads on", async (intent, led) => {
      const { viewer, offerId, documents } = await withDocuments(["a.pdf", "b.pdf"]);
      const [a, b] = documents;
      const values = await opened(pageTwo(offerId), viewer);
      const named = { [`documentName:${a?.id}`]: "Programme des séances" };
      expect(Object.keys(values)).toContain(Object.keys(named)[0]);
      expect(await leave(viewer, offerId, { ...values, ...named, intent })).toContain(led);
      const [first, second] = await documentsOf(offerId);
      expect(first?.name).toBe("Programme des séances.pdf");
      // What keeps its name is the document it was.
      expect(second).toEqual(b);
    });

    it("change nothing where they say what they said, or are of another’s offer", async () => {
      const [own, other] = [await withDocuments(["a.pdf"]), await withDocuments(["c.pdf"])];
      const values = await opened(pageTwo(own.offerId), own.viewer);
      const foreign = { [`documentName:${other.documents[0]?.id}`]: "Pris" };
      expect(
        await leave(own.viewer, own.offerId, { ...values, ...foreign, intent: "next" }),
      ).toContain("/verification");
      expect(await documentsOf(own.offerId)).toEqual(own.documents);
      expect(await documentsOf(other.offerId)).toEqual(other.documents);
    });
  },
);

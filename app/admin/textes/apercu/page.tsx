import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HomeHero } from "@/components/reference/text/home-hero";
import { Page, PageTitle } from "@/components/ui/layout";
import { Notice } from "@/components/ui/notice";
import { pageViewer } from "@/lib/platform/access/session";
import { env } from "@/lib/platform/environment/env";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { previewOfText } from "@/lib/reference/text/queries";
import { agencyTexts, type TextCode } from "@/lib/reference/text/texts";

export const metadata: Metadata = { title: "Aperçu d’un texte" };

/** How `?words=` would look as the text `?code=`; nothing is saved by it. */
export default async function TextPreviewPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("text:manage"), searchParams]);
  const preview = previewOfText(viewer, query.code, query.words);
  if (!preview) notFound();
  return (
    <Page>
      <Notice tone="info" title="Aperçu, pas encore enregistré">
        {agencyTexts[preview.code].label}. Fermez cet onglet pour revenir à votre texte.
      </Notice>
      <Preview code={preview.code} words={preview.words} />
    </Page>
  );
}

function Preview({ code, words }: { code: TextCode; words: string }) {
  if (code === "homeLead") return <HomeHero agencyName={env.agency.agencyName} lead={words} />;
  if (code === "catalogueLead") return <PageTitle lead={words}>Offres de stage</PageTitle>;
  return (
    <>
      <h1 className="mb-4 text-2xl font-bold">Exemple de courrier</h1>
      <iframe
        title="Exemple de courrier"
        src={`/admin/textes/courrier?${new URLSearchParams({ code, words }).toString()}`}
        sandbox=""
        className="h-[45rem] w-full rounded-lg border border-line bg-surface"
      />
    </>
  );
}

import type { Metadata } from "next";
import { Main, Page, PageTitle } from "@/components/ui/layout";
import { Kit } from "./kit";

export const metadata: Metadata = { title: "Composants", robots: { index: false } };

/** Of `npm run dev` alone: no other build knows files of this name (next.config.ts). */
export default function KitPage() {
  return (
    <Main>
      <Page>
        <PageTitle lead="Chaque composant de components/ui, dans chacun de ses états.">
          Composants
        </PageTitle>
        <Kit />
      </Page>
    </Main>
  );
}

import type { Metadata } from "next";
import { HelpContents } from "@/components/help/contents";
import { guide } from "@/components/help/guide";
import { Page, PageTitle } from "@/components/ui/layout";
import { Prose } from "@/components/ui/prose";

export const metadata: Metadata = { title: "Aide : le guide des structures d’accueil" };

export default function HelpPage() {
  return (
    <Page>
      <PageTitle
        lead={
          "Déposer une offre de stage et la suivre, pas à pas : de l’inscription à la " +
          "campagne suivante."
        }
      >
        Le guide des structures d’accueil
      </PageTitle>
      <div
        className={
          "grid grid-cols-[minmax(0,1fr)] items-start gap-8 " +
          "lg:grid-cols-[18rem_minmax(0,1fr)] lg:gap-12 print:block"
        }
      >
        <HelpContents />
        <Prose>
          {guide.flatMap(({ topics }) =>
            topics.map(({ id, title, Body }) => (
              <section key={id} aria-labelledby={id} className="mb-12 lg:first:[&>h2]:mt-0">
                <h2 id={id} className="break-after-avoid">
                  {title}
                </h2>
                <Body />
                <p className="lg:hidden print:hidden">
                  <a href="#sommaire">Revenir au sommaire</a>
                </p>
              </section>
            )),
          )}
        </Prose>
      </div>
    </Page>
  );
}

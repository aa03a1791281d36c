import { Fragment } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Page, PageTitle } from "@/components/ui/layout";
import { Prose } from "@/components/ui/prose";
import { Tabs } from "@/components/ui/tabs";
import { HelpContents } from "./contents";
import { type ChapterPage, type Guide, guide as chapters } from "./guide";

const guides = [
  { key: "offerors", href: "/aide", label: "Proposer une offre" },
  { key: "seekers", href: "/aide/trouver-une-offre", label: "Trouver une offre" },
] as const;

interface Props {
  current: (typeof guides)[number]["key"];
  title: string;
  lead: string;
  guide: Guide;
  /** The one that is shown; all of them otherwise. */
  chapter?: ChapterPage | undefined;
}

/** A guide, or a chapter of it, with the way to the other one. */
export function GuidePage({ current, title, lead, guide, chapter }: Props) {
  return (
    <Page>
      <PageTitle lead={lead}>{title}</PageTitle>
      <Tabs
        label="Guides"
        tabs={guides.map((each) => ({ ...each, current: each.key === current }))}
      />
      <div
        className={
          "grid grid-cols-[minmax(0,1fr)] items-start gap-8 " +
          "lg:grid-cols-[18rem_minmax(0,1fr)] lg:gap-12 print:block"
        }
      >
        <HelpContents guide={guide} chapter={chapter} />
        <Prose>
          {(chapter ? [chapter] : guide).flatMap(({ topics }) =>
            topics.map(({ id, title: heading, Body }) => (
              <Fragment key={id}>
                <h2 id={id} className="mt-12! break-after-avoid first:mt-10! lg:first:mt-0!">
                  {heading}
                </h2>
                <Body />
                <a href="#sommaire" className="lg:hidden print:hidden">
                  Revenir au sommaire
                </a>
              </Fragment>
            )),
          )}
        </Prose>
        {chapter ? <NextChapters chapter={chapter} /> : null}
      </div>
    </Page>
  );
}

function NextChapters({ chapter }: { chapter: ChapterPage }) {
  const place = chapters.indexOf(chapter);
  const [before, after] = [chapters[place - 1], chapters[place + 1]];
  return (
    <nav
      aria-label="Chapitres"
      className="flex max-w-text flex-wrap gap-3 border-t border-line pt-6 lg:col-start-2"
    >
      {before ? (
        <ButtonLink href={before.href} variant="secondary" rel="prev">
          Chapitre précédent : {before.title}
        </ButtonLink>
      ) : null}
      {after ? (
        <ButtonLink href={after.href} variant="secondary" rel="next">
          Chapitre suivant : {after.title}
        </ButtonLink>
      ) : null}
    </nav>
  );
}

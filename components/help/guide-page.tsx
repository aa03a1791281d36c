import { Fragment } from "react";
import { Page, PageTitle } from "@/components/ui/layout";
import { Prose } from "@/components/ui/prose";
import { Tabs } from "@/components/ui/tabs";
import { HelpContents } from "./contents";
import type { Guide } from "./guide";

const guides = [
  { key: "offerors", href: "/aide", label: "Proposer une offre" },
  { key: "seekers", href: "/aide/trouver-une-offre", label: "Trouver une offre" },
] as const;

interface Props {
  current: (typeof guides)[number]["key"];
  title: string;
  lead: string;
  guide: Guide;
}

/** A guide as one page, with the way to the other one. */
export function GuidePage({ current, title, lead, guide }: Props) {
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
        <HelpContents guide={guide} />
        <Prose>
          {guide.flatMap(({ topics }) =>
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
      </div>
    </Page>
  );
}

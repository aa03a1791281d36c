import type { Metadata } from "next";
import { BulkForm } from "@/components/agency/moderation/bulk-form";
import { HintItems } from "@/components/agency/moderation/hint-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState, Page, PageTitle } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { queueKindLabels } from "@/lib/agency/moderation/labels";
import { hintsFor } from "@/lib/agency/moderation/queries/hints-for";
import { pickedOffers } from "@/lib/agency/moderation/queries/pending-offers";
import { reasonTemplates } from "@/lib/agency/moderation/queries/reason-templates";
import {
  offerInQueue,
  queueAddress,
  queueQuery,
  readQueueQuery,
} from "@/lib/agency/moderation/schema";
import { listOf } from "@/lib/offer/content/draft-reading";
import { pageViewer } from "@/lib/platform/access/session";
import { agree, counted } from "@/lib/platform/values/french";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Décider de plusieurs offres" };

/** The preview of one decision on several offers: `?o=` names each of them. */
export default async function BulkDecisionPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("offer:moderate"), searchParams]);
  const wanted = listOf(query.o);
  const filter = readQueueQuery(typeof query.file === "string" ? query.file : "");
  const [offers, templates] = await Promise.all([
    pickedOffers(viewer, wanted),
    reasonTemplates(viewer),
  ]);
  const hints = await hintsFor(
    viewer,
    offers.map(({ id }) => id),
  );
  const gone = new Set(wanted).size - offers.length;
  return (
    <Page>
      <ButtonLink href={queueAddress(filter)} variant="quiet">
        Offres à valider
      </ButtonLink>
      <PageTitle lead="Relisez ce qui sera décidé : rien n’est enregistré avant le bouton du bas.">
        Décider de plusieurs offres
      </PageTitle>
      {gone > 0 ? (
        <Notice
          tone="warning"
          title={agree(
            gone,
            "Une offre choisie n’est plus à décider",
            `${gone} offres choisies ne sont plus à décider`,
          )}
        >
          Quelqu’un d’autre en a décidé, ou leur structure les a retirées.
        </Notice>
      ) : null}
      {offers.length === 0 ? (
        <EmptyState title="Aucune offre choisie">
          <p>Cochez des offres dans la file, puis revenez ici.</p>
        </EmptyState>
      ) : (
        <BulkForm
          query={queueQuery(filter)}
          templates={templates}
          offers={offers.map(
            ({
              id,
              revisionId,
              title,
              structureName,
              communeName,
              department,
              places,
              kinds,
              watch,
            }) => ({
              pair: `${id}:${revisionId}`,
              title,
              children: (
                <>
                  <p className="text-muted">
                    {structureName} · {communeName} ({department}) ·{" "}
                    {counted(places, "place", "places")}
                    {kinds.map((kind) => ` · ${queueKindLabels[kind]}`).join("")}
                  </p>
                  {watch && !watch.mine ? (
                    <p className="font-semibold">{watch.by} s’en occupe en ce moment.</p>
                  ) : null}
                  <HintItems hints={hints.get(id) ?? []} />
                  <Link
                    href={offerInQueue(id, filter)}
                    className={
                      "inline-flex min-h-11 items-center text-accent underline " +
                      "underline-offset-4"
                    }
                  >
                    Examiner cette offre<span className="sr-only"> : {title}</span>
                  </Link>
                </>
              ),
            }),
          )}
        />
      )}
    </Page>
  );
}

import type { ReactNode } from "react";
import { FileSize } from "@/components/documents/file-size";
import { WeekTable } from "@/components/slot-grid/week-table";
import { Card, Facts, Section } from "@/components/ui/layout";
import { availabilityWords } from "@/lib/offer/availability/availability-words";
import {
  informationFacts,
  type OfferFacts,
  referentFacts,
  siteFacts,
} from "@/lib/offer/content/facts";
import type { OfferPreview } from "@/lib/offer/content/preview";

interface Props {
  offer: OfferPreview;
  /** Beside the titles, on the check page: where each section is changed. */
  actions?: { information?: ReactNode; site?: ReactNode };
  /** Between «Horaires» and «Terrain»: who offers. */
  offeror?: ReactNode;
}

/** The sections of an offer's page, in the tutorial's order. */
export function OfferSections({ offer, actions = {}, offeror }: Props) {
  return (
    <Card className="mb-8 print:mb-4">
      <Section title="Informations générales" id="offre" action={actions.information}>
        <Facts facts={asTyped(informationFacts(offer))} />
      </Section>
      <Section title="Horaires" id="horaires" action={actions.information}>
        {offer.availability.length === 0 ? (
          <p className="text-muted">Aucun créneau choisi.</p>
        ) : null}
        <ul className="mb-4 list-disc pl-5">
          {availabilityWords(offer.availability).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <WeekTable availability={offer.availability} />
      </Section>
      {offeror}
      <Section title="Terrain d’action" id="terrain" action={actions.site}>
        <Facts facts={siteFacts(offer)} />
      </Section>
      {offer.referent ? (
        <Section title="Référent de proximité" id="referent" action={actions.site}>
          <Facts facts={referentFacts(offer.referent)} />
        </Section>
      ) : null}
      <Section
        title="Documents"
        id="documents"
        action={actions.site}
        className={offer.documents.length === 0 ? "print:hidden" : ""}
      >
        {offer.documents.length === 0 ? (
          <p className="text-muted">Aucun document.</p>
        ) : (
          <ul className="space-y-1">
            {offer.documents.map((document) => (
              <li key={document.id}>
                <a
                  href={`/documents/${document.id}`}
                  className={
                    "inline-flex min-h-11 items-center gap-2 break-all text-accent " +
                    "underline underline-offset-4"
                  }
                >
                  Télécharger {document.name}
                </a>{" "}
                <FileSize bytes={document.size} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Card>
  );
}

/** Line breaks of a description are its author's. */
function asTyped(facts: OfferFacts): (readonly [string, ReactNode])[] {
  return facts.map(([name, value]) => [
    name,
    value.includes("\n") ? (
      <span key={name} className="whitespace-pre-line">
        {value}
      </span>
    ) : (
      value
    ),
  ]);
}

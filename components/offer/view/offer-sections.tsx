import type { ReactNode } from "react";
import { DocumentList } from "@/components/documents/document-list";
import { WeekTable } from "@/components/slot-grid/week-table";
import { Card, Facts, Section } from "@/components/ui/layout";
import type { Availability } from "@/lib/offer/availability/availability";
import { availabilityWords } from "@/lib/offer/availability/availability-words";
import {
  informationFacts,
  keyFacts,
  type OfferFacts,
  offerTexts,
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

/**
 * The sections of an offer, in the tutorial's order. Where they can be changed, also those that say
 * nothing yet, and the title: the page has another.
 */
export function OfferSections({ offer, actions, offeror }: Props) {
  const facts = actions ? informationFacts(offer) : [...keyFacts(offer), ...offerTexts(offer)];
  return (
    <Card className="mb-8 print:mb-4">
      <Section title="Informations générales" id="offre" action={actions?.information}>
        <Facts facts={asTyped(facts)} />
      </Section>
      <Section title="Horaires" id="horaires" action={actions?.information}>
        <When availability={offer.availability} />
      </Section>
      {offeror}
      <SiteSection offer={offer} action={actions?.site} />
      {offer.referent ? (
        <Section title="Référent de proximité" id="referent" action={actions?.site}>
          <Facts facts={referentFacts(offer.referent)} />
        </Section>
      ) : null}
      <DocumentsSection offer={offer} action={actions?.site} />
    </Card>
  );
}

/** When an offer can host: in words, and as the grid it was drawn in. */
export function When({ availability }: { availability: Availability }) {
  return (
    <>
      {availability.length === 0 ? <p className="text-muted">Aucun créneau choisi.</p> : null}
      <ul className="mb-4 list-disc pl-5">
        {availabilityWords(availability).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <WeekTable availability={availability} />
    </>
  );
}

interface SectionProps {
  offer: OfferPreview;
  action?: ReactNode;
}

export function SiteSection({ offer, action }: SectionProps) {
  return (
    <Section title="Terrain d’action" id="terrain" action={action}>
      <Facts facts={siteFacts(offer)} />
    </Section>
  );
}

/** Nothing where there is no document, unless one can be added. */
export function DocumentsSection({ offer: { documents }, action }: SectionProps) {
  if (documents.length === 0 && !action) return null;
  return (
    <Section
      title="Documents"
      id="documents"
      action={action}
      className={documents.length === 0 ? "print:hidden" : ""}
    >
      {documents.length === 0 ? (
        <p className="text-muted">Aucun document.</p>
      ) : (
        <DocumentList documents={documents} />
      )}
    </Section>
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

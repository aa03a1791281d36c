import type { ReactNode } from "react";
import { Card, Facts, Section } from "@/components/ui/layout";
import { availabilityWords } from "@/lib/offer/availability-words";
import { supportLabels } from "@/lib/offer/labels";
import type { OfferPreview } from "@/lib/offer/preview";
import { phoneInWords } from "@/lib/platform/fields";
import { FileSize } from "./file-size";
import { WeekTable } from "./week-table";

interface Props {
  offer: OfferPreview;
  /** Beside the titles, on the check page: where each section is changed. */
  actions?: { information?: ReactNode; site?: ReactNode };
  /** Between «Horaires» and «Terrain»: who offers. */
  offeror?: ReactNode;
}

/** The sections of an offer's page, in the tutorial's order. */
export function OfferSections({ offer, actions = {}, offeror }: Props) {
  const support = [...(offer.lodging ? [supportLabels.lodging] : []), ...(offer.catering ? [supportLabels.catering] : [])];
  const address = [offer.site.street, `${offer.site.postcode} ${offer.site.communeName}`.trim()].filter(Boolean);
  return (
    <Card className="mb-8">
      <Section title="Informations générales" id="offre" action={actions.information}>
        <Facts
          facts={[
            ["Titre de l’offre", offer.title],
            ["Thématiques", offer.themes.join(", ")],
            ["Public cible", offer.audiences.join(", ")],
            ["Nombre de places", offer.places],
            ["Options de prise en charge", support.join(", ") || "Aucune"],
            ["Description", offer.description ? <span className="whitespace-pre-line">{offer.description}</span> : ""],
          ]}
        />
      </Section>
      <Section title="Horaires" id="horaires" action={actions.information}>
        {offer.availability.length === 0 ? <p className="text-muted">Aucun créneau choisi.</p> : null}
        <ul className="mb-4 list-disc pl-5">
          {availabilityWords(offer.availability).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <WeekTable availability={offer.availability} />
      </Section>
      {offeror}
      <Section title="Terrain d’action" id="terrain" action={actions.site}>
        <Facts
          facts={[
            ["Structure d’accueil", offer.site.name],
            ["Adresse", address.length > 0 ? address.join(", ") : ""],
            ["Type de terrain d’action", offer.site.type],
          ]}
        />
      </Section>
      {offer.referent ? (
        <Section title="Référent de proximité" id="referent" action={actions.site}>
          <Facts
            facts={[
              ["Nom", offer.referent.name],
              ["Fonction", offer.referent.function],
              ["Téléphone", phoneInWords(offer.referent.phone)],
              ["Email", offer.referent.email],
            ]}
          />
        </Section>
      ) : null}
      <Section title="Documents" id="documents" action={actions.site}>
        {offer.documents.length === 0 ? (
          <p className="text-muted">Aucun document.</p>
        ) : (
          <ul className="space-y-1">
            {offer.documents.map((document) => (
              <li key={document.id}>
                <a href={`/documents/${document.id}`} className="inline-flex min-h-11 items-center gap-2 break-all text-accent underline underline-offset-4">
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

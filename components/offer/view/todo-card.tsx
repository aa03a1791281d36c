import { ButtonLink } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { Card } from "@/components/ui/layout";
import {
  elapsedAdvice,
  elapsedLabel,
  elapsedSentence,
} from "@/lib/offer/availability/availability-words";
import { isCampaignOver } from "@/lib/offer/availability/elapsed";
import type { OwnOfferDto } from "@/lib/offer/view/queries/own-offers";
import type { TodoDto } from "@/lib/offer/view/queries/space-overview";
import type { TodoKind } from "@/lib/offer/view/todo";
import { now } from "@/lib/platform/values/clock";
import { campaignLabel } from "@/lib/reference/campaign/campaign-year";
import { RenewButton } from "./copy-buttons";
import { MoveButton } from "./move-button";

const headings: Record<TodoKind, string> = {
  correct: "Correction demandée",
  publish: "Validée, à publier",
  resubmit: "Modifications à soumettre",
  finishDraft: "Brouillon à terminer",
  renew: "Campagne qui s’achève",
  elapsed: elapsedLabel,
};

/** One thing to do, why, and what does it. */
export function TodoCard({ todo }: { todo: TodoDto }) {
  const { offer, kind } = todo;
  return (
    <Card>
      <p className="text-sm font-semibold text-muted">{headings[kind]}</p>
      <h3 className="mb-2 break-words text-lg font-bold">{offer.title}</h3>
      <div className="mb-4">
        <Why todo={todo} />
      </div>
      <Gesture todo={todo} />
    </Card>
  );
}

function Why({ todo: { kind, offer } }: { todo: TodoDto }) {
  switch (kind) {
    case "correct":
      return <p className="whitespace-pre-line rounded bg-warning-soft p-3">{offer.reason}</p>;
    case "publish":
      return <p>L’agence l’a validée, mais personne ne la voit tant qu’elle n’est pas publiée.</p>;
    case "resubmit":
      return <p>Des modifications saisies n’ont pas encore été soumises.</p>;
    case "finishDraft":
      return (
        <p>
          Saisie pour la dernière fois le <Day date={offer.updatedAt} />. Tout ce que vous avez
          saisi est conservé.
        </p>
      );
    case "elapsed":
      return (
        <p>
          {elapsedSentence} {elapsedAdvice(isOver(offer))}
        </p>
      );
    case "renew":
      return (
        <p>
          Accueillez-vous de nouveau des étudiants l’an prochain ? L’offre sera prête, déjà remplie
          : il ne restera qu’à la relire.
        </p>
      );
  }
}

function Gesture({ todo: { kind, offer } }: { todo: TodoDto }) {
  switch (kind) {
    case "correct":
      return (
        <ButtonLink href={`/espace/offres/${offer.id}/informations`}>
          Corriger l’offre{about(offer)}
        </ButtonLink>
      );
    case "publish":
      return (
        <MoveButton
          offerId={offer.id}
          move="publish"
          label="Publier"
          about={offer.title}
          variant="primary"
        />
      );
    case "resubmit":
      return (
        <ButtonLink href={`/espace/offres/${offer.id}/verification`}>
          Vérifier et soumettre{about(offer)}
        </ButtonLink>
      );
    case "finishDraft":
      return (
        <ButtonLink href={`/espace/offres/${offer.id}/informations`}>
          Continuer{about(offer)}
        </ButtonLink>
      );
    case "elapsed":
      return (
        <div className="flex flex-wrap gap-2">
          {isOver(offer) ? null : (
            <ButtonLink href={`/espace/offres/${offer.id}/informations#months`}>
              Ajouter des mois{about(offer)}
            </ButtonLink>
          )}
          <MoveButton offerId={offer.id} move="archive" label="Archiver" about={offer.title} />
        </div>
      );
    case "renew":
      return (
        <RenewButton
          offerId={offer.id}
          label={`Renouveler pour ${campaignLabel(offer.renewableFor ?? offer.campaign + 1)}`}
          about={offer.title}
          variant="primary"
        />
      );
  }
}

/** Its campaign is over: there is no month left to add. */
function isOver({ campaign }: OwnOfferDto): boolean {
  return isCampaignOver(campaign, now());
}

function about({ title }: OwnOfferDto) {
  return <span className="sr-only"> : {title}</span>;
}

import type { ReactNode } from "react";
import { Card, PageTitle } from "@/components/ui/layout";
import { type Step, Stepper } from "@/components/ui/stepper";
import { type PageProgress, progressOf } from "@/lib/offer/content/progress";
import type { OfferDraft } from "@/lib/offer/content/schema";
import { counted } from "@/lib/platform/values/french";
import { campaignInWords } from "@/lib/reference/campaign/campaign-year";

const titles = {
  informations: "Informations générales",
  terrain: "Terrain d’action et documents",
  verification: "Vérification",
} as const;

type Query = "" | "?verifier=1";
type Address = `/espace/offres/${string}/${keyof typeof titles}${Query}`;

interface Props {
  step: 1 | 2 | 3;
  /** Says whether the offer is new. */
  title: string;
  /** Whose months are asked for. */
  campaign: number;
  /** Absent for an offer that is not made yet: there is nowhere to go. */
  offerId?: string;
  draft?: OfferDraft;
  children: ReactNode;
}

/** The three pages of a deposit look alike, and each says how far the others are. */
export function DepositFrame({
  step,
  title,
  campaign,
  offerId,
  draft = { values: {}, documentIds: [] },
  children,
}: Props) {
  return (
    <>
      <PageTitle lead={campaignInWords(campaign)}>{title}</PageTitle>
      <div
        className={
          "mb-6 [&_ol]:flex [&_ol]:flex-wrap [&_ol]:items-center [&_ol]:gap-x-8 " +
          "[&_ol]:gap-y-2 [&_ol]:space-y-0"
        }
      >
        <Stepper steps={stepsOf(draft, offerId)} current={step} />
      </div>
      {step === 3 ? children : <Card>{children}</Card>}
    </>
  );
}

function stepsOf(draft: OfferDraft, offerId: string | undefined): Step<Address>[] {
  const { informations, terrain } = progressOf(draft);
  const link = (page: keyof typeof titles, query: Query = "") =>
    offerId ? (`/espace/offres/${offerId}/${page}${query}` as const) : undefined;
  const ready = informations.state === "complete" && terrain.state === "complete";
  const judged = (progress: PageProgress) => (progress.state === "errors" ? "?verifier=1" : "");
  return [
    {
      title: titles.informations,
      href: link("informations", judged(informations)),
      ...progressWords(informations),
    },
    { title: titles.terrain, href: link("terrain", judged(terrain)), ...progressWords(terrain) },
    {
      title: titles.verification,
      href: link("verification"),
      state: "untouched",
      text: ready ? "Prête à être soumise" : "Après les deux premières étapes",
    },
  ];
}

function progressWords(progress: PageProgress): Pick<Step<Address>, "state" | "text"> {
  switch (progress.state) {
    case "complete":
      return { state: "complete", text: "Complète" };
    case "untouched":
      return { state: "untouched", text: "Pas commencée" };
    case "errors":
      return {
        state: "errors",
        text: counted(progress.errors, "réponse à compléter", "réponses à compléter"),
      };
  }
}

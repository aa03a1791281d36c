import type { Metadata } from "next";
import { NobodyNotifiedNotice } from "@/components/agency/preferences/nobody-notified-notice";
import { TodoCard } from "@/components/offer/view/todo-card";
import { DepositNotice } from "@/components/reference/campaign/deposit-notice";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { EmptyState, PageTitle, Section } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import type { OwnOfferDto } from "@/lib/offer/view/queries/own-offers";
import { spaceOverview } from "@/lib/offer/view/queries/space-overview";
import { can } from "@/lib/platform/access/policy";
import { pageViewer } from "@/lib/platform/access/session";
import { now } from "@/lib/platform/values/clock";
import { agree, counted } from "@/lib/platform/values/french";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";

export const metadata: Metadata = { title: "Mon espace" };

/** What needs its owner now, and where everything else stands. */
export default async function SpacePage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("profile:read"), searchParams]);
  const { todos, total, others } = await spaceOverview(viewer);
  // The address to confirm already stands above every page of the space, with its button.
  const isConfirmed = viewer.kind === "offeror" && viewer.addressConfirmed;
  const mayDeposit = can(viewer, "offer:deposit");
  return (
    <>
      <ConfirmationToast query={query} />
      <PageTitle lead={mayDeposit ? leadOf(isConfirmed ? total : total + 1, total) : undefined}>
        Bonjour {viewer.name}
      </PageTitle>
      {mayDeposit ? <DepositNotice campaign={campaignFor(now())} /> : null}
      {mayDeposit ? <NobodyNotifiedNotice viewer={viewer} /> : null}
      {total + others.length === 0 && mayDeposit ? (
        <EmptyState title="Déposez votre première offre">
          <p className="mb-6">
            Quelques minutes suffisent, et rien de ce que vous tapez ne se perd. L’agence la valide,
            puis les étudiants la trouvent.
          </p>
          <ButtonLink href="/espace/offres/nouvelle">Créer une offre</ButtonLink>
        </EmptyState>
      ) : (
        <>
          {todos.length > 0 ? (
            <Section title="À faire" id="a-faire">
              <ul className="space-y-5">
                {todos.map((todo) => (
                  <li key={todo.offer.id}>
                    <TodoCard todo={todo} />
                  </li>
                ))}
              </ul>
              {total > todos.length ? (
                <p className="mt-5">
                  Et {counted(total - todos.length, "autre chose", "autres choses")} à faire, dans
                  « Toutes mes offres ».
                </p>
              ) : null}
            </Section>
          ) : null}
          <Others
            title={todos.length > 0 ? "Le reste de vos offres" : "Vos offres"}
            offers={others}
          />
          <div className="flex flex-wrap gap-3">
            {mayDeposit ? (
              <ButtonLink
                href="/espace/offres/nouvelle"
                variant={todos.length > 0 ? "secondary" : "primary"}
              >
                Créer une offre
              </ButtonLink>
            ) : null}
            <ButtonLink href="/espace/offres" variant="secondary">
              Toutes mes offres
            </ButtonLink>
          </div>
        </>
      )}
    </>
  );
}

function leadOf(count: number, aboutOffers: number): string {
  if (count > 0 && aboutOffers === 0) return "Il ne reste qu’à confirmer votre adresse.";
  if (count === 0) return "Tout est en ordre : rien n’attend un geste de votre part.";
  return agree(
    count,
    "Une chose attend un geste de votre part.",
    `${count} choses attendent un geste de votre part.`,
  );
}

/** The offers that need nothing, each with its state in one sentence. */
function Others({ title, offers }: { title: string; offers: readonly OwnOfferDto[] }) {
  if (offers.length === 0) return null;
  return (
    <Section title={title} id="reste">
      <ul className="divide-y divide-line">
        {offers.map((offer) => (
          <li key={offer.id} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
            {offer.validation === "draft" && offer.commands.length === 0 ? (
              <span className="min-w-0 break-words font-semibold">{offer.title}</span>
            ) : (
              <Link
                href={`/espace/offres/${offer.id}`}
                className={
                  "inline-flex min-h-11 min-w-0 items-center break-words font-semibold " +
                  "text-accent underline underline-offset-4"
                }
              >
                {offer.title}
              </Link>
            )}
            <span className="text-muted">{offer.visibilityWords}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

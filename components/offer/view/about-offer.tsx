import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { Notice } from "@/components/ui/notice";
import type { publicOfferByReference } from "@/lib/offer/projection/queries/public-offer";

interface AboutOfferText {
  title: string;
  /** Above the form. */
  lead: string;
  /** In place of the form, once it was sent. */
  sent: { title: string; words: string };
}

/** A page on which anyone says something about a published offer, or to those who offer it. */
export function AboutOffer({
  offer,
  text,
  isSent,
  children,
}: {
  offer: NonNullable<Awaited<ReturnType<typeof publicOfferByReference>>>;
  text: AboutOfferText;
  isSent: boolean;
  children: ReactNode;
}) {
  return (
    <Page narrow>
      <PageTitle
        lead={
          <>
            {offer.title}
            <br />
            {offer.page.structure.name}
          </>
        }
      >
        {text.title}
      </PageTitle>
      {isSent ? (
        <Notice tone="success" title={text.sent.title}>
          <p>{text.sent.words}</p>
        </Notice>
      ) : (
        <>
          <p className="mb-6">{text.lead}</p>
          <Card>{children}</Card>
        </>
      )}
      <div className="mt-6">
        <ButtonLink href={`/offres/${offer.reference}`} variant="secondary">
          Revenir à l’offre
        </ButtonLink>
      </div>
    </Page>
  );
}

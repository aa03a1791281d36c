import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ContactForm } from "@/components/contact/contact-form";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { Notice } from "@/components/ui/notice";
import { publicOfferByReference } from "@/lib/catalogue/queries/offer";
import type { SearchParams } from "@/lib/platform/search-params";

export const metadata: Metadata = { title: "Écrire à la structure", robots: { index: false } };

export default async function ContactPage({ params, searchParams }: { params: Promise<{ reference: string }>; searchParams: SearchParams }) {
  const [{ reference }, { fait }] = await Promise.all([params, searchParams]);
  const offer = await publicOfferByReference(reference);
  if (!offer) notFound();
  return (
    <Page narrow>
      <PageTitle lead={`${offer.title} · ${offer.page.structure.name}`}>Écrire à la structure</PageTitle>
      {fait === "message" ? (
        <Notice tone="success" title="Votre message est transmis">
          <p>Le référent de proximité le reçoit par mail et vous répondra directement.</p>
        </Notice>
      ) : (
        <>
          <p className="mb-6">Votre message est transmis au référent de proximité de cette offre. Il reçoit votre nom et votre adresse, et rien n’en est publié.</p>
          <Card>
            <ContactForm reference={offer.reference} />
          </Card>
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

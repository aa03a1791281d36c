import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { controlClass } from "@/components/ui/control-class";
import { Page, PageTitle } from "@/components/ui/layout";
import { Notice } from "@/components/ui/notice";
import { answerOfRequest } from "@/lib/platform/form/answered-request";

/**
 * In place of the form about an offer that was withdrawn while somebody wrote, without scripts: it
 * says so and gives the text back. Whoever sent nothing finds no page.
 * @param refusal why it was not sent
 */
export async function OfferGone({ title, refusal }: { title: string; refusal: string }) {
  const words = (await answerOfRequest()).failed?.words;
  if (typeof words !== "string") notFound();
  return (
    <Page narrow>
      <PageTitle>{title}</PageTitle>
      <Notice tone="danger" title={refusal} focus>
        <p>Rien n’a été envoyé. Votre texte est ci-dessous, pour le copier.</p>
      </Notice>
      <label htmlFor="texte" className="mb-1.5 block font-semibold">
        Votre texte
      </label>
      <textarea id="texte" readOnly rows={9} className={controlClass} defaultValue={words} />
      <div className="mt-6">
        <ButtonLink href="/offres" variant="secondary">
          Chercher une autre offre
        </ButtonLink>
      </div>
    </Page>
  );
}

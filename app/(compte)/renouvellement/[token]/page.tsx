import type { Metadata } from "next";
import { AnswerForm } from "@/components/offer/renewal/answer-form";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { Notice } from "@/components/ui/notice";
import { renewalAnswerWords } from "@/lib/offer/renewal/labels";
import { renewalQuestion, type RenewalQuestionDto } from "@/lib/offer/renewal/queries";
import { type RenewalAnswer, renewalAnswers } from "@/lib/offer/renewal/rules";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { campaignLabel } from "@/lib/reference/campaign/campaign-year";

// The address holds a secret: it must not travel to other pages.
export const metadata: Metadata = {
  title: "Renouveler une offre",
  referrer: "same-origin",
  robots: { index: false },
};

/**
 * Opening the link of a mail changes nothing: scanners of mails open links too. The button answers.
 */
export default async function RenewalPage({
  params,
  searchParams,
}: {
  params: Promise<{ token: string }>;
  searchParams: SearchParams;
}) {
  const [{ token }, query] = await Promise.all([params, searchParams]);
  const question = await renewalQuestion(token);
  const suggested =
    renewalAnswers.find((answer) => renewalAnswerWords[answer] === query.reponse) ?? null;
  return (
    <Page narrow>
      <PageTitle>
        {question
          ? `Renouveler pour ${campaignLabel(question.campaign)} ?`
          : "Renouveler une offre"}
      </PageTitle>
      <Card>
        {question ? (
          <Question question={question} token={token} suggested={suggested} />
        ) : (
          <>
            <p className="mb-6">
              Ce lien n’est plus valable. Vous pouvez renouveler une offre à tout moment depuis
              votre espace.
            </p>
            <ButtonLink href="/espace/offres">Aller à mes offres</ButtonLink>
          </>
        )}
      </Card>
    </Page>
  );
}

const told: Record<RenewalAnswer | "maybeLast", string> = {
  yes: "C’est noté : l’offre est prête, déjà remplie.",
  maybe: "C’est noté : nous vous reposerons la question dans trois semaines.",
  maybeLast:
    "C’est noté. Vous pourrez renouveler l’offre depuis « Mes offres » quand vous voudrez.",
  no: "C’est noté : nous ne vous poserons plus la question pour cette campagne.",
};

const toldOf = (answer: RenewalAnswer, comesBack: boolean) =>
  answer === "maybe" && !comesBack ? "maybeLast" : answer;

function Question({
  question,
  token,
  suggested,
}: {
  question: RenewalQuestionDto;
  token: string;
  suggested: RenewalAnswer | null;
}) {
  return (
    <>
      <p className="mb-6 break-words text-lg font-semibold">{question.title}</p>
      {question.answer ? (
        <Notice tone="success" title={told[toldOf(question.answer, question.comesBack)]} />
      ) : null}
      {question.answer === "yes" && question.renewedOfferId ? (
        <>
          <p className="mb-6">
            Il reste à la relire, à changer ce qui doit l’être et à la soumettre.
          </p>
          <ButtonLink href={`/espace/offres/${question.renewedOfferId}/verification`}>
            Relire l’offre
          </ButtonLink>
        </>
      ) : (
        <>
          <p className="mb-6">
            {question.answer
              ? "Vous pouvez changer d’avis :"
              : "Accueillez-vous de nouveau des étudiants ? « Oui » prépare l’offre, sans " +
                "rien publier."}
          </p>
          <AnswerForm token={token} suggested={question.answer ? null : suggested} />
        </>
      )}
    </>
  );
}

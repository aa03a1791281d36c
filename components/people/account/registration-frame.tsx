import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { FormHeading } from "@/components/ui/form-heading";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { Stepper } from "@/components/ui/stepper";

const steps = [
  {
    title: "Structure offrente",
    text: "Quelques informations à nous fournir concernant votre structure.",
  },
  { title: "Compte administrateur", text: "Maintenant dites-nous qui vous êtes." },
];

/**
 * The tutorial's two columns: where one is on the left, the form on the right. On a phone the form
 * comes before the explanations.
 */
export function RegistrationFrame({ step, children }: { step: 1 | 2; children: ReactNode }) {
  return (
    <Page>
      <div
        className={
          "grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[20rem_1fr] " +
          "lg:grid-rows-[auto_1fr] lg:gap-x-12"
        }
      >
        <Stepper steps={steps} current={step} />
        <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <PageTitle>Inscription espace offreur</PageTitle>
          <Card>
            <FormHeading
              help="#compte"
              about="créer un compte"
            >{`${step}. ${steps[step - 1]?.title ?? ""}`}</FormHeading>
            {children}
          </Card>
        </div>
        {/* After the form in the document too: what is drawn while the page still arrives is not
            pushed down by it. */}
        <aside className="space-y-8 lg:col-start-1 lg:row-start-2">
          <div className="rounded-lg bg-accent-soft p-5">
            <p className="mb-3 font-semibold">J’ai déjà un compte :</p>
            <ButtonLink href="/connexion" variant="secondary" className="w-full">
              Se connecter
            </ButtonLink>
          </div>
          <Actors />
        </aside>
      </div>
    </Page>
  );
}

/** The tutorial's first warning, said where the question comes up. */
function Actors() {
  return (
    <section aria-labelledby="actors">
      <h2 id="actors" className="mb-3 font-semibold">
        Trois rôles à distinguer
      </h2>
      <dl className="space-y-3 text-sm">
        <div>
          <dt className="font-semibold">Représentant de la structure</dt>
          <dd className="text-muted">La personne responsable de la structure d’accueil.</dd>
        </div>
        <div>
          <dt className="font-semibold">Administrateur</dt>
          <dd className="text-muted">
            Responsable de l’action et référent du service sanitaire dans la structure. Il dépose
            les offres et reçoit les messages.
          </dd>
        </div>
        <div>
          <dt className="font-semibold">Référent de proximité</dt>
          <dd className="text-muted">
            Encadre les étudiants pendant le stage. Il se précise dans chaque offre.
          </dd>
        </div>
      </dl>
      <p className="mt-3 text-sm text-muted">Une même personne peut tenir les trois rôles.</p>
    </section>
  );
}

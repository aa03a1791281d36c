import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import {
  CancelAddressChangeForm,
  MailPreferencesForm,
} from "@/components/people/account/profile-forms";
import { buttonClass, ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { HelpLink } from "@/components/ui/help-link";
import { Card, Facts, PageTitle, Section } from "@/components/ui/layout";
import { Notice } from "@/components/ui/notice";
import { ownAccount } from "@/lib/people/account/queries";
import { roleHints, roleLabels } from "@/lib/people/membership/labels";
import { ownStructure } from "@/lib/people/structure/queries";
import { mayAttempt } from "@/lib/platform/access/policy";
import { pageViewer } from "@/lib/platform/access/session";
import { phoneInWords } from "@/lib/platform/values/phone";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { addressInWords } from "@/lib/reference/commune/labels";

export const metadata: Metadata = { title: "Mon profil" };

function EditLink({ href, about }: { href: Route; about: string }) {
  return (
    <ButtonLink href={href} variant="quiet">
      Modifier<span className="sr-only"> : {about}</span>
    </ButtonLink>
  );
}

export default async function ProfilePage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("profile:manage"), searchParams]);
  const [account, structure] = await Promise.all([ownAccount(viewer), ownStructure(viewer)]);
  if (!account || !structure || viewer.kind !== "offeror") notFound();
  return (
    <>
      <ConfirmationToast query={query} />
      {query.refus === "donnees" ? (
        <Notice
          tone="warning"
          title="Vous avez déjà téléchargé vos données plusieurs fois. Réessayez dans une heure."
          focus
        />
      ) : null}
      <PageTitle>Mon profil</PageTitle>
      <div className="space-y-6">
        <Card>
          <Section
            title="Structure offrente"
            id="structure"
            action={
              mayAttempt(viewer, "structure:edit") ? (
                <EditLink href="/espace/profil/structure" about="structure" />
              ) : null
            }
          >
            <Facts
              facts={[
                ["Raison sociale", structure.name],
                ["Adresse", addressInWords(structure)],
                ["Type de structure", structure.type],
                ["Représentant de la structure", structure.representativeName],
                ["Fonction du représentant", structure.representativeFunction],
              ]}
            />
          </Section>
        </Card>
        <Card>
          <Section
            title={viewer.role === "administrator" ? "Compte administrateur" : "Mon compte"}
            id="compte"
            action={<EditLink href="/espace/profil/compte" about="compte" />}
          >
            <Facts
              facts={[
                ["Nom et prénom", `${account.firstName} ${account.lastName}`],
                ["Fonction", account.function],
                ["Téléphone", phoneInWords(account.phone)],
                [
                  "Rôle",
                  `${roleLabels.structure[viewer.role]} : ` +
                    roleHints.structure[viewer.role].toLowerCase(),
                ],
              ]}
            />
          </Section>
          <Section title="Connexion" id="connexion">
            <Facts
              facts={[
                [
                  "Email",
                  account.addressConfirmed ? account.email : `${account.email} (à confirmer)`,
                ],
              ]}
            />
            {account.newEmail ? (
              <div className="mt-4 wrap-anywhere">
                <Notice tone="info" title={`Nouvelle adresse à confirmer : ${account.newEmail}`}>
                  <p className="mb-3">
                    Ouvrez le lien du message que nous y avons envoyé. Rien ? Regardez dans les
                    indésirables.
                  </p>
                  <CancelAddressChangeForm />
                </Notice>
              </div>
            ) : null}
            <div className="mt-5 flex flex-wrap gap-3">
              <ButtonLink href="/espace/profil/adresse" variant="secondary">
                Changer mon adresse
              </ButtonLink>
              <ButtonLink href="/espace/profil/mot-de-passe" variant="secondary">
                Changer mon mot de passe
              </ButtonLink>
              <ButtonLink href="/espace/profil/sessions" variant="secondary">
                Mes sessions
              </ButtonLink>
            </div>
          </Section>
        </Card>
        <Card>
          <Section
            title="Messages"
            id="messages"
            action={<HelpLink section="/votre-structure#messages" about="tous les messages" />}
          >
            <p className="mb-3 text-muted">
              Les décisions de l’agence sur vos offres vous parviennent toujours. Le reste, vous le
              choisissez.
            </p>
            <MailPreferencesForm
              wantsReceipts={account.wantsReceipts}
              wantsReminders={account.wantsReminders}
            />
          </Section>
        </Card>
        <Card>
          <Section title="Mes données" id="donnees">
            <p className="mb-4 text-muted">
              Dans un fichier JSON : votre compte et votre structure, vos connexions, ce que vous
              avez fait, la liste des mails reçus, les offres que vous suivez, et les alertes,
              messages et signalements de votre adresse.
            </p>
            <div className="flex flex-wrap gap-3">
              {/* oxlint-disable-next-line nextjs/no-html-link-for-pages -- a file, no page */}
              <a href="/espace/profil/donnees" className={buttonClass("secondary")}>
                Télécharger mes données
              </a>
              <ButtonLink href="/espace/profil/fermer" variant="danger">
                Fermer mon compte
              </ButtonLink>
            </div>
          </Section>
        </Card>
      </div>
    </>
  );
}

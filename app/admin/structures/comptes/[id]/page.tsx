import type { Metadata } from "next";
import { notFound } from "next/navigation";
import {
  AccountBadges,
  hasSpace,
  needsConfirmation,
} from "@/components/agency/help-desk/account-card";
import {
  DeactivateAccountForm,
  ReactivateAccountForm,
  ResendConfirmationOfForm,
  ViewSpaceForm,
} from "@/components/agency/help-desk/account-forms";
import { SuspensionPanel } from "@/components/agency/suspension/suspension-panel";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Card, Facts, Page, PageTitle, Section } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { overseenAccount } from "@/lib/agency/help-desk/queries/accounts";
import { suspensionInForce } from "@/lib/agency/suspension/queries/suspensions";
import { pageViewer } from "@/lib/platform/access/session";
import { phoneInWords } from "@/lib/platform/values/phone";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Compte" };

export default async function OverseenAccountPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await pageViewer("account:oversee");
  const [account, suspension] = await Promise.all([
    overseenAccount(viewer, id),
    suspensionInForce(viewer, "account", id),
  ]);
  if (!account) notFound();
  const { standing } = account;
  return (
    <Page narrow>
      <ConfirmationToast query={query} />
      <div className="wrap-anywhere">
        <PageTitle
          lead={
            <Link
              href={`/admin/structures/${account.structure.id}`}
              className="text-accent underline underline-offset-4"
            >
              {account.structure.name}
            </Link>
          }
        >
          {account.name || account.email}
        </PageTitle>
      </div>
      <div className="mb-6">
        <AccountBadges account={account} />
      </div>
      <Card>
        <Section title="Identité" id="identite">
          <Facts
            facts={[
              ["Fonction", account.function],
              ["Email", account.email],
              ["Téléphone", phoneInWords(account.phone)],
            ]}
          />
        </Section>
        {needsConfirmation(account) ? (
          <Section title="Adresse à confirmer" id="confirmation">
            <p className="mb-4 text-muted">
              Ses offres ne sont visibles qu’une fois l’adresse confirmée.
            </p>
            <ResendConfirmationOfForm accountId={id} />
          </Section>
        ) : null}
        {hasSpace(account) ? (
          <Section title="Voir ce que voit cette personne" id="vue">
            <p className="mb-4 text-muted">
              Son espace s’ouvre tel qu’elle le voit, brouillons compris, en lecture seule et pour
              une demi-heure. Le journal le note.
            </p>
            <ViewSpaceForm accountId={id} name={account.name || account.email} />
          </Section>
        ) : null}
        {standing === "closed" ? null : (
          <Section title={suspension ? "Compte suspendu" : "Suspendre le compte"} id="suspension">
            <SuspensionPanel viewer={viewer} thing="account" id={id} current={suspension} />
          </Section>
        )}
        {standing === "active" || standing === "suspended" ? (
          <Section title="Désactiver le compte" id="desactivation">
            <p className="mb-4 text-muted">
              La personne est déconnectée aussitôt et ne peut plus se connecter. Les offres qu’elle
              a déposées ne sont plus visibles. Rien n’est effacé.
            </p>
            <DeactivateAccountForm accountId={id} />
          </Section>
        ) : null}
        {standing === "disabled" ? (
          <Section title="Réactiver le compte" id="reactivation">
            <p className="mb-4 text-muted">
              La personne peut se reconnecter, et ses offres publiées reparaissent, si rien d’autre
              ne les retient.
            </p>
            <ReactivateAccountForm accountId={id} />
          </Section>
        ) : null}
      </Card>
      <div className="mt-6">
        <ButtonLink href={`/admin/structures/${account.structure.id}`} variant="secondary">
          Revenir à la structure
        </ButtonLink>
      </div>
    </Page>
  );
}

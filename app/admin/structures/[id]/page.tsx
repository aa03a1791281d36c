import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AccountCard } from "@/components/agency/help-desk/account-card";
import { OverseenOfferList } from "@/components/agency/help-desk/offer-list";
import { StructureBadge } from "@/components/agency/help-desk/structure-card";
import { StructureJournal } from "@/components/agency/help-desk/structure-journal";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Day } from "@/components/ui/day";
import { Facts, Page, PageTitle, Section } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { overseenStructure } from "@/lib/agency/help-desk/queries/structure";
import { structureJournal } from "@/lib/agency/help-desk/queries/structure-journal";
import { offersAddress } from "@/lib/agency/moderation/offer-filter";
import { pageViewer } from "@/lib/platform/access/session";
import { inFigures } from "@/lib/platform/values/french";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { addressInWords } from "@/lib/reference/commune/labels";

export const metadata: Metadata = { title: "Structure" };

export default async function OverseenStructurePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await pageViewer("structure:oversee");
  const [structure, entries] = await Promise.all([
    overseenStructure(viewer, id),
    structureJournal(viewer, id),
  ]);
  if (!structure) notFound();
  const open = structure.state !== "closed";
  return (
    <Page>
      <ConfirmationToast query={query} />
      <PageTitle
        lead={`${structure.type.label} · ${structure.communeName} (${structure.department})`}
      >
        {structure.name}
      </PageTitle>
      <div className="mb-8 flex flex-wrap items-center gap-3">
        <StructureBadge state={structure.state} />
        {open ? (
          <>
            <ButtonLink href={`/admin/structures/${id}/modifier`} variant="secondary">
              Corriger
            </ButtonLink>
            {structure.state === "active" ? (
              <ButtonLink href={`/admin/structures/${id}/fusionner`} variant="secondary">
                Fusionner un doublon
              </ButtonLink>
            ) : null}
            <ButtonLink
              href={`/admin/structures/${id}/suspendre`}
              variant={structure.state === "suspended" ? "secondary" : "danger"}
            >
              {structure.state === "suspended" ? "Voir la suspension" : "Suspendre"}
            </ButtonLink>
          </>
        ) : null}
      </div>
      {structure.mergedInto ? (
        <p className="mb-8">
          Tout ce qu’elle avait est passé à{" "}
          <Link
            href={`/admin/structures/${structure.mergedInto.id}`}
            className="text-accent underline underline-offset-4"
          >
            {structure.mergedInto.name}
          </Link>
          .
        </p>
      ) : null}
      <Section title="Identité" id="identite">
        <Facts
          facts={[
            ["Raison sociale", structure.name],
            ["Adresse", addressInWords(structure)],
            ["Type de structure", structure.type.label],
            [
              "Représentant",
              [structure.representativeName, structure.representativeFunction]
                .filter(Boolean)
                .join(", "),
            ],
            ["Inscrite le", <Day key="created" date={structure.createdAt} />],
          ]}
        />
      </Section>
      <Section title={`Comptes (${inFigures(structure.counts.accounts)})`} id="comptes">
        <ul className="space-y-3">
          {structure.accounts.map((account) => (
            <li key={account.id}>
              <AccountCard account={account} />
            </li>
          ))}
        </ul>
        <Shortened shown={structure.accounts.length} total={structure.counts.accounts}>
          Les autres se trouvent par leur nom ou leur adresse, dans la recherche des structures.
        </Shortened>
      </Section>
      <Section title={`Offres (${inFigures(structure.counts.offers)})`} id="offres">
        <OverseenOfferList offers={structure.offers} drafts={structure.drafts} />
        <Shortened shown={structure.offers.length} total={structure.counts.offers}>
          <Link
            href={offersAddress({ structure: id })}
            className="text-accent underline underline-offset-4"
          >
            Voir toutes ses offres
          </Link>
        </Shortened>
      </Section>
      <Section
        title={`Lieux d’accueil enregistrés (${inFigures(structure.counts.sites)})`}
        id="sites"
      >
        {structure.sites.length === 0 ? (
          <p className="text-muted">Aucun.</p>
        ) : (
          <ul className="space-y-2">
            {structure.sites.map((site) => (
              <li key={site.id}>
                <span className="font-semibold">{site.name}</span>
                {`, ${site.street}, ${site.postcode} ${site.communeName} · ${site.type}`}
              </li>
            ))}
          </ul>
        )}
        <Shortened shown={structure.sites.length} total={structure.counts.sites} />
      </Section>
      <Section title="Journal récent" id="journal">
        <StructureJournal entries={entries} />
      </Section>
      <ButtonLink href="/admin/structures" variant="secondary">
        Toutes les structures
      </ButtonLink>
    </Page>
  );
}

/** Says that a list ends before what it lists. */
function Shortened(props: { shown: number; total: number; children?: ReactNode }) {
  const { shown, total, children } = props;
  return shown < total ? (
    <p className="mt-3 text-muted">
      La liste s’arrête à {inFigures(shown)} sur {inFigures(total)}. {children}
    </p>
  ) : null;
}

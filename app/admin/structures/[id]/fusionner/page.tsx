import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MergeForm } from "@/components/agency/help-desk/merge-form";
import { MergeSide } from "@/components/agency/help-desk/merge-side";
import { Button, ButtonLink } from "@/components/ui/button";
import { FilterText } from "@/components/ui/filter-fields";
import { Card, EmptyState, Page, PageTitle, Section } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { mergeRefusalLabels } from "@/lib/agency/help-desk/labels";
import { mergeCandidates } from "@/lib/agency/help-desk/queries/merge";
import { overseenStructure } from "@/lib/agency/help-desk/queries/structure";
import { mergeRefusal } from "@/lib/agency/help-desk/rules";
import { type OverseenStructureDto, structureFilterSchema } from "@/lib/agency/help-desk/schema";
import { pageViewer } from "@/lib/platform/access/session";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Fusionner deux structures" };

export default async function MergeStructuresPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await pageViewer("structure:oversee");
  const { q } = structureFilterSchema.parse(query);
  const wanted = typeof query.avec === "string" ? query.avec : "";
  const [structure, other] = await Promise.all([
    overseenStructure(viewer, id),
    wanted ? overseenStructure(viewer, wanted) : null,
  ]);
  if (!structure || structure.mergedInto) notFound();
  const candidates = other ? [] : await mergeCandidates(viewer, id, q);
  return (
    <Page>
      <PageTitle
        lead={
          other
            ? "Relisez : une fusion ne s’annule pas."
            : "Une structure inscrite deux fois devient une seule. Choisissez l’autre " +
              "inscription ; rien n’est encore changé."
        }
      >
        Fusionner {structure.name}
      </PageTitle>
      {other ? <Comparison from={structure} into={other} /> : null}
      {other ? null : (
        <>
          <search>
            <form
              className={
                "mb-6 flex flex-wrap items-end gap-4 rounded-lg border border-line " +
                "bg-surface p-5"
              }
            >
              <FilterText name="q" label="Nom ou commune de l’autre inscription" value={q} />
              <Button>Chercher</Button>
            </form>
          </search>
          <Section
            title={q ? "Structures trouvées" : "Inscriptions qui se ressemblent"}
            id="candidates"
          >
            {candidates.length === 0 ? (
              <EmptyState
                title={
                  q
                    ? "Aucune structure active ne correspond"
                    : "Aucune inscription ne ressemble à celle-ci"
                }
              >
                <p>Cherchez-la par son nom ou sa commune.</p>
              </EmptyState>
            ) : (
              <ul className="space-y-4">
                {candidates.map((candidate) => (
                  <li key={candidate.id}>
                    <Card>
                      <Link
                        href={`/admin/structures/${id}/fusionner?avec=${candidate.id}`}
                        className="font-bold break-words text-accent underline underline-offset-4"
                      >
                        {candidate.name}
                      </Link>
                      <p>
                        {candidate.type} · {candidate.communeName} ({candidate.department})
                      </p>
                    </Card>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </>
      )}
      <ButtonLink href={`/admin/structures/${id}`} variant="secondary">
        Ne rien changer
      </ButtonLink>
    </Page>
  );
}

function Comparison({ from, into }: { from: OverseenStructureDto; into: OverseenStructureDto }) {
  const refusal = mergeRefusal(from, into);
  return (
    <>
      <div className="mb-6 grid gap-4 md:grid-cols-2">
        <MergeSide structure={from} title="Cette inscription disparaît" />
        <MergeSide structure={into} title="Celle-ci reste, avec son nom et son adresse" />
      </div>
      {refusal ? (
        <Notice tone="danger" title="Ces deux structures ne peuvent pas être fusionnées">
          {mergeRefusalLabels[refusal]}
        </Notice>
      ) : (
        <>
          <p className="mb-6 max-w-prose">
            Les comptes gardent leur rôle et leur mot de passe. Les offres dans tous leurs états,
            leurs documents, les lieux et les référents passent à « {into.name} », et le catalogue
            le montre aussitôt. Les personnes concernées sont prévenues par mail.
          </p>
          <div className="mb-8 flex flex-wrap items-start gap-3">
            <MergeForm structureId={from.id} targetId={into.id} />
            <ButtonLink
              href={`/admin/structures/${into.id}/fusionner?avec=${from.id}`}
              variant="secondary"
            >
              Garder plutôt l’autre
            </ButtonLink>
          </div>
        </>
      )}
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import {
  DeleteTemplateLink,
  DeleteTemplateQuestion,
  TemplateForm,
} from "@/components/agency/moderation/template-forms";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Card, Page, PageTitle, Section } from "@/components/ui/layout";
import { templateDecisionLabels } from "@/lib/agency/moderation/labels";
import {
  reasonTemplates,
  type TemplateDto,
} from "@/lib/agency/moderation/queries/reason-templates";
import { pageViewer } from "@/lib/platform/access/session";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Motifs enregistrés" };

export default async function ReasonTemplatesPage({
  searchParams,
}: {
  searchParams: SearchParams;
}) {
  const [viewer, query] = await Promise.all([pageViewer("template:manage"), searchParams]);
  const templates = await reasonTemplates(viewer);
  const meant = query.supprimer ?? query.motif;
  const wanted = templates.find(({ id }) => id === meant);
  if (meant && !wanted && (query.supprimer || meant !== "nouveau")) notFound();
  return (
    <Page>
      <ConfirmationToast query={query} />
      <PageTitle
        lead={
          "Les textes que vous écrivez souvent : chaque modérateur peut les reprendre, et " +
          "les adapter, dans une décision."
        }
      >
        Motifs enregistrés
      </PageTitle>
      <Card>
        {query.supprimer && wanted ? (
          <Section title="Supprimer ce motif ?" id="motif">
            <DeleteTemplateQuestion id={wanted.id} name={wanted.name} />
            <div className="mt-6">
              <ButtonLink href="/admin/motifs" variant="secondary">
                Garder le motif
              </ButtonLink>
            </div>
          </Section>
        ) : query.motif ? (
          <Section title={wanted ? "Modifier un motif" : "Ajouter un motif"} id="motif">
            <TemplateForm template={wanted ?? null} />
          </Section>
        ) : (
          <>
            {(["changesRequested", "refused"] as const).map((decision) => (
              <Section key={decision} title={templateDecisionLabels[decision]} id={decision}>
                <Templates
                  templates={templates.filter((template) => template.decision === decision)}
                />
              </Section>
            ))}
            <ButtonLink href="/admin/motifs?motif=nouveau" variant="secondary">
              Ajouter un motif
            </ButtonLink>
          </>
        )}
      </Card>
    </Page>
  );
}

function Templates({ templates }: { templates: readonly TemplateDto[] }) {
  if (templates.length === 0) return <p className="text-muted">Aucun motif enregistré.</p>;
  return (
    <ul className="divide-y divide-line">
      {templates.map(({ id, name, words: text }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
          <div className="min-w-0 flex-1 basis-64 break-words">
            <p className="font-semibold">{name}</p>
            <p className="whitespace-pre-line text-muted">{text}</p>
          </div>
          <div className="flex flex-wrap items-center">
            <ButtonLink href={`/admin/motifs?motif=${id}`} variant="quiet">
              Modifier<span className="sr-only"> {name}</span>
            </ButtonLink>
            <DeleteTemplateLink id={id} name={name} />
          </div>
        </li>
      ))}
    </ul>
  );
}

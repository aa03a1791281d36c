import type { Metadata } from "next";
import { notFound } from "next/navigation";
import {
  MergeTermForm,
  RenameTermForm,
  RetireTermForm,
} from "@/components/agency/vocabulary/term-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle, Section } from "@/components/ui/layout";
import { pageViewer } from "@/lib/platform/access/session";
import {
  usageInWords,
  vocabularyAddress,
  vocabularyLabels,
} from "@/lib/reference/vocabulary/labels";
import { editedTerm } from "@/lib/reference/vocabulary/queries";

export const metadata: Metadata = { title: "Modifier un terme" };

export default async function EditTermPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await pageViewer("vocabulary:edit");
  const edited = await editedTerm(viewer, id);
  if (!edited) notFound();
  const { term, list } = edited;
  const targets = list
    .filter((other) => other.id !== id && !other.retired)
    .map((other) => ({ value: other.id, label: other.label }));
  const used = Object.values(term.usage).some((total) => total > 0);
  return (
    <Page narrow>
      <p className="mb-4">
        <ButtonLink href={vocabularyAddress(term.kind)} variant="quiet">
          {vocabularyLabels[term.kind]}
        </ButtonLink>
      </p>
      <div className="wrap-anywhere">
        <PageTitle
          lead={`${term.retired ? "Retiré de la liste. " : ""}${usageInWords(term.usage)}.`}
        >
          {term.label}
        </PageTitle>
      </div>
      <Card>
        <Section title="Changer le libellé" id="libelle">
          <p className="mb-4 text-muted">
            Le même choix, dit autrement : tout ce qui l’a le dira ainsi aussitôt. Pour un autre
            choix, ajoutez plutôt un terme.
          </p>
          <RenameTermForm termId={id} label={term.label} />
        </Section>
        <Section title={term.retired ? "Reprendre" : "Retirer"} id="retrait">
          <p className="mb-4 text-muted">
            {term.retired
              ? "Le terme retrouve sa place parmi les choix."
              : "Le terme ne pourra plus être choisi. Les offres et les structures qui " +
                "l’ont le gardent, et il reste un filtre du catalogue tant qu’une offre le " +
                "montre."}
          </p>
          <RetireTermForm termId={id} retired={term.retired} />
        </Section>
        {targets.length > 0 ? (
          <Section title="Fusionner avec un autre terme" id="fusion">
            <p className="mb-4 text-muted">
              Tout ce qui a « {term.label} » aura à la place le terme choisi ci-dessous
              {used ? ` : ${usageInWords(term.usage)}` : ""}. « {term.label} » disparaît de la
              liste.
            </p>
            <MergeTermForm termId={id} targets={targets} />
          </Section>
        ) : null}
      </Card>
    </Page>
  );
}

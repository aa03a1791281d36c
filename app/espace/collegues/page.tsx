import type { Metadata } from "next";
import { ConfirmFirst } from "@/components/people/account/confirm-first";
import { MemberCard } from "@/components/people/membership/member-card";
import { InviteForm } from "@/components/people/membership/member-forms";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { HelpLink } from "@/components/ui/help-link";
import { Card, PageTitle, Section } from "@/components/ui/layout";
import { membersOf } from "@/lib/people/membership/queries/members";
import { mayAttempt } from "@/lib/platform/access/policy";
import { pageViewer } from "@/lib/platform/access/session";
import { counted } from "@/lib/platform/values/french";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Collègues" };

export default async function ColleaguesPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("colleague:read"), searchParams]);
  const colleagues = await membersOf(viewer, "structure");
  const manages = mayAttempt(viewer, "colleague:manage");
  return (
    <>
      <ConfirmationToast query={query} />
      <PageTitle
        lead={
          "Les personnes qui déposent les offres de votre structure. Chacune a son compte " +
          "et voit toutes les offres."
        }
      >
        Collègues
      </PageTitle>
      <ul className="mb-6 space-y-4">
        {colleagues.map((colleague) => (
          <li key={colleague.id}>
            <MemberCard
              team="structure"
              member={colleague}
              manageHref={
                manages && !colleague.isSelf ? `/espace/collegues/${colleague.id}` : undefined
              }
            >
              {offersInWords(colleague.offers)}
            </MemberCard>
          </li>
        ))}
      </ul>
      <div className="mb-10">
        <ButtonLink href="/espace/collegues/activite" variant="secondary">
          Voir qui a fait quoi
        </ButtonLink>
      </div>
      {manages ? (
        <Card>
          <Section
            title="Inviter un collègue"
            id="inviter"
            action={<HelpLink section="/votre-structure#collegues" about="rôles et comptes" />}
          >
            <ConfirmFirst viewer={viewer} what="Vous pourrez inviter vos collègues">
              <InviteForm team="structure" />
            </ConfirmFirst>
          </Section>
        </Card>
      ) : (
        <p className="text-muted">
          Pour inviter quelqu’un, adressez-vous à l’administrateur de votre structure.
        </p>
      )}
    </>
  );
}

function offersInWords(count: number): string {
  return count === 0 ? "Aucune offre" : counted(count, "offre", "offres");
}

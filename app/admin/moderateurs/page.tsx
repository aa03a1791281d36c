import type { Metadata } from "next";
import { MemberCard } from "@/components/membership/member-card";
import { InviteForm } from "@/components/membership/member-forms";
import { UnheardNotice } from "@/components/moderator/unheard-notice";
import { ConfirmationToast } from "@/components/shell/confirmation-toast";
import { Card, Page, PageTitle, Section } from "@/components/ui/layout";
import { membersOf } from "@/lib/membership/queries";
import { digestLabels } from "@/lib/moderator/labels";
import type { SearchParams } from "@/lib/platform/search-params";
import { pageViewer } from "@/lib/platform/session";

export const metadata: Metadata = { title: "Modérateurs" };

export default async function ModeratorsPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([
    pageViewer("moderator:manage", "/admin/moderateurs"),
    searchParams,
  ]);
  const moderators = await membersOf(viewer, "agency");
  return (
    <Page>
      <ConfirmationToast query={query} />
      <PageTitle lead="Les personnes qui examinent les offres. Seuls les administrateurs du portail voient cette page ; il en reste toujours un.">
        Modérateurs
      </PageTitle>
      <UnheardNotice viewer={viewer} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <ul className="space-y-4">
          {moderators.map((moderator) => (
            <li key={moderator.id}>
              <MemberCard
                team="agency"
                member={moderator}
                manageHref={moderator.isSelf ? undefined : `/admin/moderateurs/${moderator.id}`}
              >
                {moderator.followedDepartments.length > 0
                  ? `Suit : ${moderator.followedDepartments.join(", ")}`
                  : "Suit toute la région"}{" "}
                · {digestLabels[moderator.digest]}
              </MemberCard>
            </li>
          ))}
        </ul>
        <Card className="lg:self-start">
          <Section title="Inviter un modérateur" id="inviter">
            <InviteForm team="agency" />
          </Section>
        </Card>
      </div>
    </Page>
  );
}

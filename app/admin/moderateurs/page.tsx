import type { Metadata } from "next";
import { NobodyNotifiedNotice } from "@/components/agency/preferences/nobody-notified-notice";
import { MemberCard } from "@/components/people/membership/member-card";
import { InviteForm } from "@/components/people/membership/member-forms";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Card, Page, PageTitle, Section } from "@/components/ui/layout";
import { digestLabels } from "@/lib/agency/preferences/labels";
import { membersOf } from "@/lib/people/membership/queries/members";
import { pageViewer } from "@/lib/platform/access/session";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Modérateurs" };

export default async function ModeratorsPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("moderator:manage"), searchParams]);
  const moderators = await membersOf(viewer, "agency");
  return (
    <Page>
      <ConfirmationToast query={query} />
      <PageTitle
        lead={
          "Les personnes qui examinent les offres. Seuls les administrateurs du portail " +
          "voient cette page ; il en reste toujours un."
        }
      >
        Modérateurs
      </PageTitle>
      <NobodyNotifiedNotice viewer={viewer} />
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
                  ? `Suit : ${moderator.followedDepartments.join(", ")}`
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

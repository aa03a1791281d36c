import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Card, PageTitle } from "@/components/ui/layout";

interface Props {
  title: string;
  lead?: string;
  /** Beside the way back. */
  more?: ReactNode;
  children: ReactNode;
}

/** The pages that change one thing of «Mon profil» look alike, and lead back to it. */
export function ProfileFrame({ title, lead, more, children }: Props) {
  return (
    <>
      <PageTitle lead={lead}>{title}</PageTitle>
      <Card>{children}</Card>
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href="/espace/profil" variant="secondary">
          Revenir à mon profil
        </ButtonLink>
        {more}
      </div>
    </>
  );
}

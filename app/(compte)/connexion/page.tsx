import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/people/account/sign-in-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { safePath } from "@/lib/people/account/schema";
import { getViewer } from "@/lib/platform/access/session";

export const metadata: Metadata = { title: "Connexion" };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ suite?: string | string[] }>;
}) {
  const { suite } = await searchParams;
  const next = typeof suite === "string" ? safePath(suite, "") : "";
  const viewer = await getViewer();
  if (viewer.kind !== "anonymous") redirect(viewer.kind === "moderator" ? "/admin" : "/espace");
  return (
    <Page narrow>
      <PageTitle lead={next ? "Connectez-vous pour continuer." : undefined}>Connexion</PageTitle>
      <Card>
        <SignInForm next={next} />
      </Card>
      <p className="mb-3 mt-8 font-semibold">Pas encore de compte ?</p>
      <ButtonLink href="/inscription" variant="secondary">
        S’inscrire
      </ButtonLink>
    </Page>
  );
}

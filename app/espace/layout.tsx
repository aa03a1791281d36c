import type { ReactNode } from "react";
import { ResendConfirmationForm } from "@/components/account/sign-in-forms";
import { SideNavigation } from "@/components/shell/side-navigation";
import { Page } from "@/components/ui/layout";
import { Notice } from "@/components/ui/notice";
import { getViewer } from "@/lib/platform/session";

/** The offeror's space: side navigation, and a word while the address is not confirmed. Pages decide who may enter. */
export default async function SpaceLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer();
  return (
    <Page>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-12">
        <SideNavigation
          label="Mon espace"
          home="/espace"
          links={[
            { href: "/espace", label: "Accueil" },
            { href: "/espace/profil", label: "Mon profil" },
            { href: "/espace/offres", label: "Mes offres" },
            { href: "/espace/offres/nouvelle", label: "Créer une offre" },
            { href: "/espace/collegues", label: "Collègues" },
            { href: "/espace/sites", label: "Lieux et référents" },
          ]}
        />
        <div className="min-w-0">
          {viewer.kind === "offeror" && !viewer.addressConfirmed ? (
            <Notice tone="warning" title="Confirmez votre adresse">
              <p className="mb-3">
                Ouvrez le lien que nous vous avons envoyé par mail : vos offres ne seront visibles qu’ensuite. Vous pouvez déjà les déposer.
              </p>
              <ResendConfirmationForm />
            </Notice>
          ) : null}
          {children}
        </div>
      </div>
    </Page>
  );
}

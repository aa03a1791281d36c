import type { ReactNode } from "react";
import { SuspensionNotice } from "@/components/offer/suspended/suspension-notice";
import { ResendConfirmationForm } from "@/components/people/account/sign-in-forms";
import { SideNavigation } from "@/components/shell/side-navigation";
import { Main, Page } from "@/components/ui/layout";
import { Notice } from "@/components/ui/notice";
import { suspensionOfViewer } from "@/lib/offer/suspended/queries";
import { getViewer } from "@/lib/platform/access/session";

/** `writes`: of no use to someone who can only read. `own`: nobody's but the account's. */
const spaceLinks = [
  { href: "/espace", label: "Accueil", writes: false, own: false },
  { href: "/espace/profil", label: "Mon profil", writes: false, own: true },
  { href: "/espace/offres", label: "Mes offres", writes: false, own: false },
  { href: "/espace/offres/nouvelle", label: "Créer une offre", writes: true, own: false },
  { href: "/espace/collegues", label: "Collègues", writes: false, own: false },
  { href: "/espace/sites", label: "Lieux et référents", writes: true, own: false },
] as const;

/**
 * The offeror's space: side navigation, and a word while the address is not confirmed. Pages decide
 * who may enter.
 */
export default async function SpaceLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer();
  const hold = await suspensionOfViewer(viewer);
  const [readOnly, watched] =
    viewer.kind === "offeror" ? [viewer.readOnly, viewer.viewedBy !== undefined] : [false, false];
  const links = spaceLinks.filter(({ writes, own }) => !(writes && readOnly) && !(own && watched));
  return (
    <Page>
      <div
        className={
          "grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[14rem_minmax(0,1fr)] " + "lg:gap-12"
        }
      >
        <SideNavigation label="Mon espace" home="/espace" links={links} />
        <Main className="min-w-0">
          {hold ? <SuspensionNotice hold={hold} /> : null}
          {viewer.kind === "offeror" && !viewer.addressConfirmed ? (
            <Notice tone="warning" title="Confirmez votre adresse">
              <p className="mb-3">
                Ouvrez le lien que nous vous avons envoyé par mail : vos offres partiront alors à
                l’agence. Vous pouvez déjà les préparer et les soumettre.
              </p>
              {watched ? null : <ResendConfirmationForm />}
            </Notice>
          ) : null}
          {children}
        </Main>
      </div>
    </Page>
  );
}

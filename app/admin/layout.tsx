import type { ReactNode } from "react";
import { SideNavigation } from "@/components/shell/side-navigation";
import { Main } from "@/components/ui/layout";
import { mayAttempt } from "@/lib/platform/access/policy";
import { getViewer } from "@/lib/platform/access/session";

/** The ARS's space: its own navigation above each page. Pages decide who may enter. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const manages = mayAttempt(await getViewer(), "moderator:manage");
  return (
    <>
      <div className="border-b border-line bg-surface print:hidden">
        <div className="mx-auto w-full max-w-page px-4 py-2 sm:px-6">
          <SideNavigation
            label="Modération"
            home="/admin"
            across
            links={[
              { href: "/admin", label: "Offres à valider" },
              { href: "/admin/offres", label: "Toutes les offres" },
              { href: "/admin/structures", label: "Structures" },
              { href: "/admin/signalements", label: "Signalements" },
              { href: "/admin/suspensions", label: "Suspensions" },
              { href: "/admin/tableau-de-bord", label: "Tableau de bord" },
              { href: "/admin/journal", label: "Journal" },
              { href: "/admin/campagnes", label: "Campagnes" },
              { href: "/admin/vocabulaires", label: "Vocabulaires" },
              { href: "/admin/motifs", label: "Motifs" },
              { href: "/admin/textes", label: "Textes" },
              ...(manages ? [{ href: "/admin/moderateurs", label: "Modérateurs" } as const] : []),
              { href: "/admin/preferences", label: "Mes avis" },
            ]}
          />
        </div>
      </div>
      <Main>{children}</Main>
    </>
  );
}

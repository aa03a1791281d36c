import type { ReactNode } from "react";
import { SideNavigation } from "@/components/shell/side-navigation";

/** The ARS's space: its own navigation above each page. Pages decide who may enter. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <div className="border-b border-line bg-surface">
        <div className="mx-auto w-full max-w-page px-4 py-2 sm:px-6">
          <SideNavigation
            label="Modération"
            across
            links={[
              { href: "/admin", label: "Offres à valider" },
              { href: "/admin/structures", label: "Structures" },
              { href: "/admin/signalements", label: "Signalements" },
              { href: "/admin/suspensions", label: "Suspensions" },
              { href: "/admin/journal", label: "Journal" },
            ]}
          />
        </div>
      </div>
      {children}
    </>
  );
}

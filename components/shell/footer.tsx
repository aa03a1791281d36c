import { Link } from "@/components/ui/link";
import { env } from "@/lib/platform/environment/env";

const links = [
  { href: "/aide", label: "Aide" },
  { href: "/api-ouverte", label: "Données ouvertes" },
  { href: "/accessibilite", label: "Accessibilité : non conforme" },
  { href: "/mentions-legales", label: "Mentions légales" },
  { href: "/confidentialite", label: "Données personnelles" },
] as const;

export function Footer() {
  return (
    <footer
      className={
        "mt-12 flex flex-wrap items-center justify-between gap-x-8 gap-y-2 border-t border-line " +
        "bg-surface py-6 text-sm"
      }
    >
      <p className="text-muted">
        {env.agency.agencyName} –{" "}
        <a
          href={`mailto:${env.agency.contactAddress}`}
          className="inline-block max-w-full wrap-anywhere text-accent underline underline-offset-4"
        >
          {env.agency.contactAddress}
        </a>
      </p>
      <nav aria-label="Pied de page" className="-mx-2 flex flex-wrap">
        {links.map(({ href, label }) => (
          <Link
            key={href}
            href={href}
            className="inline-flex min-h-11 items-center px-2 underline-offset-4 hover:underline"
          >
            {label}
          </Link>
        ))}
      </nav>
    </footer>
  );
}

import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { departmentsNobodyFollowsFor } from "@/lib/offer/lifecycle/queries/addresses";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { env } from "@/lib/platform/environment/env";

/** Says that offers are submitted and nobody at the agency is told; nothing on every other day. */
export async function NobodyNotifiedNotice({ viewer }: { viewer: Viewer }) {
  const unheard = await departmentsNobodyFollowsFor(viewer);
  if (unheard.length === 0) return null;
  const link = "underline underline-offset-4";
  if (viewer.kind !== "moderator") {
    return (
      <Notice tone="warning" title="Aucun modérateur n’est prévenu des offres de votre département">
        Vous pouvez soumettre vos offres : elles attendront dans la liste de l’agence. Pour qu’elle
        les regarde, écrivez à{" "}
        <a href={`mailto:${env.agency.contactAddress}`} className={`${link} break-all`}>
          {env.agency.contactAddress}
        </a>
        .
      </Notice>
    );
  }
  const everywhere = unheard.length === env.agency.departments.length;
  return (
    <Notice
      tone="warning"
      title={
        everywhere
          ? "Aucun modérateur n’est prévenu des offres soumises"
          : `Aucun modérateur n’est prévenu des offres soumises dans : ${unheard.join(", ")}`
      }
    >
      Elles arrivent dans la liste, mais aucun mail ne l’annonce. Réglez vos avis à la page{" "}
      <Link href="/admin/preferences" className={link}>
        Mes avis
      </Link>
      {can(viewer, "moderator:manage") ? (
        <>
          , ou invitez quelqu’un à la page{" "}
          <Link href="/admin/moderateurs" className={link}>
            Modérateurs
          </Link>
        </>
      ) : null}
      .
    </Notice>
  );
}

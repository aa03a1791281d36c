import { RemoveLink } from "@/components/catalogue/shortlist/own-shortlist";
import { Notice } from "@/components/ui/notice";
import { mostShortlisted } from "@/lib/catalogue/shortlist/rules";
import { agree, quoted } from "@/lib/platform/values/french";

/** What of an address is not shown, and why. */
export function ShortlistNotices({
  references,
  gone,
  unread,
  left,
}: {
  references: readonly string[];
  /** References of no public offer. */
  gone: readonly string[];
  unread: readonly string[];
  left: number;
}) {
  return (
    <>
      {gone.length > 0 ? (
        <Notice
          tone="warning"
          title={agree(
            gone.length,
            "Une offre n’est pas, ou plus, publiée",
            "Des offres ne sont pas, ou plus, publiées",
          )}
        >
          <ul>
            {gone.map((reference) => (
              <li key={reference} className="flex flex-wrap items-center gap-x-2">
                {reference}
                <RemoveLink shown={references} removed={[reference]} about={reference} />
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {unread.length > 0 ? (
        <Notice tone="warning" title={`${quoted(...unread)} : pas une référence`}>
          <p>
            <a href="#reference" className="text-accent underline underline-offset-4">
              Corriger
            </a>
          </p>
        </Notice>
      ) : null}
      {left > 0 ? (
        <Notice tone="warning" title={`Seules les ${mostShortlisted} premières offres sont là`}>
          <p>Une sélection n’en contient pas plus.</p>
        </Notice>
      ) : null}
    </>
  );
}

import { Link } from "@/components/ui/link";
import type { Chapter, ChapterPage, Guide } from "./guide";
import { OldAnchors } from "./old-anchors";

const linkClass = "inline-flex min-h-7 items-center text-accent underline-offset-4 hover:underline";

interface Props {
  guide: Guide | readonly ChapterPage[];
  /** The one that is shown, of a guide whose chapters are pages; its first one lists them all. */
  chapter?: ChapterPage | undefined;
}

/** The table of contents: above the guide on a narrow screen, beside it on a wide one. */
export function HelpContents({ guide, chapter }: Props) {
  const isFirst = chapter !== undefined && chapter === guide[0];
  return (
    <nav
      aria-labelledby="sommaire"
      className={
        "rounded-lg border border-line bg-surface p-5 lg:sticky lg:top-6 " +
        "lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto print:hidden"
      }
    >
      <h2 id="sommaire" tabIndex={-1} className="mb-2 text-lg font-bold">
        Sommaire
      </h2>
      <div className="gap-x-6 sm:max-lg:columns-2">
        {guide.map((each: Chapter | ChapterPage) => {
          const href = chapter && each !== chapter && "href" in each ? each.href : null;
          return (
            <div key={each.title} className="mb-2 break-inside-avoid">
              <p className="pt-2 text-sm font-semibold text-muted">
                {href ? (
                  <Link href={href} className={linkClass}>
                    {each.title}
                  </Link>
                ) : (
                  each.title
                )}
              </p>
              {href && !isFirst ? null : (
                <ul>
                  {each.topics.map(({ id, title, parts = [] }) => (
                    <li
                      key={id}
                      id={href ? id : undefined}
                      className="target:bg-accent-soft has-target:bg-accent-soft"
                    >
                      {href ? parts.map((part) => <span key={part} id={part} />) : null}
                      <a href={`${href ?? ""}#${id}`} className={linkClass}>
                        {title}
                      </a>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          );
        })}
        {chapter ? (
          <Link href="/aide/tout-le-guide" className={`${linkClass} mt-2`}>
            Tout le guide sur une page
          </Link>
        ) : null}
      </div>
      {isFirst ? <OldAnchors /> : null}
    </nav>
  );
}

import type { Guide } from "./guide";

/** The table of contents: above the guide on a narrow screen, beside it on a wide one. */
export function HelpContents({ guide }: { guide: Guide }) {
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
      <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-1">
        {guide.map(({ title, topics }) => (
          <div key={title} className="mb-2 break-inside-avoid">
            <p className="pt-2 text-sm font-semibold text-muted">{title}</p>
            <ul>
              {topics.map((topic) => (
                <li key={topic.id}>
                  <a
                    href={`#${topic.id}`}
                    className={
                      "inline-flex min-h-7 items-center text-accent underline-offset-4 " +
                      "hover:underline"
                    }
                  >
                    {topic.title}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}

import type { ReactNode } from "react";

/**
 * What a page is about: where «Aller au contenu» leads. Each page has one; whatever leads to other
 * pages stands before it.
 */
export function Main({ children, className = "" }: { children: ReactNode; className?: string }) {
  return (
    <main id="contenu" tabIndex={-1} className={`outline-none ${className}`}>
      {children}
    </main>
  );
}

const widths = {
  text: "max-w-text py-5 sm:py-12",
  page: "max-w-page py-5 sm:py-12",
  // What stands above and below it is as wide: app/globals.css.
  screen: "page-wide max-w-[120rem] py-3 sm:py-5",
};

/**
 * The width of every page.
 * @param narrow what is read or filled in from top to bottom
 * @param wide what has as many columns as there is room for, and begins at once
 */
export function Page({
  children,
  narrow = false,
  wide = false,
}: {
  children: ReactNode;
  narrow?: boolean;
  wide?: boolean;
}) {
  const width = widths[narrow ? "text" : wide ? "screen" : "page"];
  return <div className={`mx-auto w-full px-4 sm:px-6 ${width} print:p-0`}>{children}</div>;
}

export function PageTitle({ children, lead }: { children: ReactNode; lead?: ReactNode }) {
  return (
    <header className="mb-5 sm:mb-8 print:mb-5">
      <h1 className="text-2xl font-bold tracking-tight wrap-anywhere sm:text-3xl">{children}</h1>
      {lead ? <p className="mt-3 max-w-text text-lg text-muted">{lead}</p> : null}
    </header>
  );
}

export function Card({
  as: Tag = "div",
  children,
  className = "",
}: {
  as?: "div" | "li";
  children: ReactNode;
  className?: string;
}) {
  return (
    <Tag
      className={
        "rounded-lg border border-line bg-surface p-5 shadow-card sm:p-7 print:border-0 " +
        `print:p-0 print:shadow-none ${className}`
      }
    >
      {children}
    </Tag>
  );
}

export function Section({
  title,
  id,
  action,
  className = "",
  children,
}: {
  title: string;
  id: string;
  action?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className={`mb-8 last:mb-0 print:mb-5 ${className}`}>
      <div
        className={
          "mb-4 flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line " +
          "pb-2 print:mb-2 print:pb-1"
        }
      >
        <h2 id={id} className="min-w-0 text-xl font-bold wrap-anywhere">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}

/** Names and values of one thing. A value that is missing is said to be. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    // The width that counts is that of the column it stands in, whatever the screen's.
    <div className="@container">
      <dl
        className={
          "grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-3 " +
          "@md:grid-cols-[minmax(10rem,16rem)_minmax(0,1fr)] print:gap-y-1"
        }
      >
        {facts.map(([name, value]) => (
          <div key={name} className="min-w-0 @md:contents">
            <dt className="font-semibold text-muted">{name}</dt>
            <dd className="min-w-0 wrap-anywhere">
              {value === "" || value === null || value === undefined ? "Non renseigné" : value}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div
      className={"rounded-lg border border-dashed border-control bg-surface px-6 py-12 text-center"}
    >
      <p className="text-lg font-semibold">{title}</p>
      {children ? <div className="mx-auto mt-3 max-w-text text-muted">{children}</div> : null}
    </div>
  );
}

"use client";

import { CompactShortlistButton } from "@/components/catalogue/shortlist/shortlist-button";
import { Link } from "@/components/ui/link";
import type { OfferCard } from "./offer-lines";

// Wide, the strip of months stands beside the title and the button under the pictogram: facts have
// the whole width. On a telephone the strip is a line of its own, of the whole card where letters
// are large.
const card =
  "theme-pictogram-before month-strip-after group relative grid gap-x-3 rounded-lg border " +
  "border-line bg-surface px-2.5 py-1.5 shadow-card hover:border-accent break-inside-avoid " +
  "print:shadow-none grid-cols-[2rem_minmax(0,1fr)] after:col-start-2 after:mt-1 " +
  "[--beside:1.5rem] before:row-span-3 before:size-8 @lg:before:justify-self-center " +
  "@max-[17rem]:after:col-span-full @lg:grid-cols-[2.5rem_minmax(0,1fr)_auto] " +
  "@lg:before:row-span-2 @lg:after:col-start-3 @lg:after:row-start-1 @lg:after:mt-0 " +
  "@lg:after:self-start";

/** Letters that one line of a title holds where the card is at its narrowest beside its strip. */
const lineOfTitle = 40;

/**
 * Offers found, few elements each: there are twenty. In the browser's part for the same reason as
 * the boxes of the filters (components/ui/choice-boxes.tsx).
 */
export function OfferCards({ offers }: { offers: readonly OfferCard[] }) {
  return (
    <ul className="@container space-y-2.5">
      {offers.map(({ reference, title, where, mark, facts, pictogram, shades, over, place }) => (
        <li
          key={reference}
          className={card}
          data-pictogram={pictogram}
          data-months={shades}
          data-months-over={over}
          data-place={place}
        >
          <h3 className="line-clamp-2 font-bold leading-5 wrap-anywhere">
            <Link
              href={`/offres/${reference}`}
              className={
                "text-accent underline underline-offset-3 after:absolute after:inset-0 " +
                "after:rounded-lg"
              }
            >
              {title}
            </Link>
          </h3>
          <p
            className={
              "-mb-px line-clamp-6 pb-px text-sm leading-4.5 whitespace-pre-line wrap-anywhere " +
              "text-muted first-line:text-ink @lg:col-span-2 " +
              (title.length > lineOfTitle ? "@lg:line-clamp-3" : "@lg:line-clamp-4")
            }
          >
            {`${where}\n`}
            {mark ? <strong className="text-warning">{mark} · </strong> : null}
            {facts}
          </p>
          <CompactShortlistButton reference={reference} title={title} />
        </li>
      ))}
    </ul>
  );
}

"use client";

import { ShortlistButton } from "@/components/catalogue/shortlist/shortlist-button";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";

export interface OfferLines {
  reference: string;
  title: string;
  where: string;
  /** Places and what comes with them, then when it can host. */
  details: readonly string[];
  /** What has to be known first: its period is over; empty for none. */
  mark: string;
  themes: readonly string[];
}

/**
 * Offers found. In the browser's part for the same reason as the boxes of the filters
 * (components/ui/choice-boxes.tsx).
 */
export function OfferCards({ offers }: { offers: readonly OfferLines[] }) {
  return (
    <ul className="space-y-4">
      {offers.map(({ reference, title, where, details, mark, themes }) => (
        <Card key={reference} as="li">
          <h3 className="text-lg font-bold">
            <Link
              href={`/offres/${reference}`}
              className="break-words text-accent underline underline-offset-4"
            >
              {title}
            </Link>
          </h3>
          <p className="mt-1">{where}</p>
          {details.map((words) => (
            <p key={words} className="text-muted">
              {words}
            </p>
          ))}
          <p className="mt-3 flex flex-wrap gap-2">
            {mark ? <Badge tone="warning">{mark}</Badge> : null}
            {themes.map((theme) => (
              <Badge key={theme} tone="neutral">
                {theme}
              </Badge>
            ))}
          </p>
          <div className="-mx-5 mt-1 -mb-3">
            <ShortlistButton reference={reference} title={title} />
          </div>
        </Card>
      ))}
    </ul>
  );
}

import type { ReactNode } from "react";
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

/** One offer in a list of them. @param children what can be done with it */
export function OfferSummary({
  offer: { reference, title, where, details, mark, themes },
  heading: Heading,
  children,
}: {
  offer: OfferLines;
  heading: "h2" | "h3";
  children: ReactNode;
}) {
  return (
    <Card as="li" className="break-inside-avoid">
      <Heading className="text-lg font-bold wrap-anywhere">
        <Link href={`/offres/${reference}`} className="text-accent underline underline-offset-4">
          {title}
        </Link>
      </Heading>
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
      {children}
    </Card>
  );
}

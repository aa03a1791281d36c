import type { ReactNode } from "react";
import type { OfferLines } from "@/components/catalogue/search/offer-lines";
import { MonthStrip } from "@/components/offer/view/month-strip";
import { ThemePictogram } from "@/components/offer/view/theme-pictogram";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import type { StripMonths } from "@/lib/offer/availability/month-strip";

/** One offer of a selection. @param children what can be done with it */
export function OfferSummary({
  offer: { reference, title, where, details, mark, themes },
  strip,
  children,
}: {
  offer: OfferLines;
  strip: StripMonths;
  children: ReactNode;
}) {
  return (
    <Card as="li" className="break-inside-avoid">
      <h2 className="text-lg font-bold wrap-anywhere">
        <Link href={`/offres/${reference}`} className="text-accent underline underline-offset-4">
          {title}
        </Link>
      </h2>
      <p className="mt-1">{where}</p>
      {details.map((words) => (
        <p key={words} className="text-muted">
          {words}
        </p>
      ))}
      <p className="mt-3 flex flex-wrap items-center gap-2">
        <ThemePictogram theme={themes[0] ?? ""} />
        <MonthStrip strip={strip} words={details.slice(1).join(" ; ")} />
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

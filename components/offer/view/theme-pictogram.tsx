import { pictogramOf } from "@/lib/reference/vocabulary/pictograms";

/** What a theme is about, beside the words that say it; `offer-marks.css` draws it, in 2.5rem. */
export function ThemePictogram({ theme }: { theme: string }) {
  return (
    <span aria-hidden="true" className="theme-pictogram" data-pictogram={pictogramOf(theme)} />
  );
}

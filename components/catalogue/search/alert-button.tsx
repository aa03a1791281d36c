import { ButtonLink } from "@/components/ui/button";
import { type CatalogueFilter, catalogueHref } from "@/lib/catalogue/search/filter";

/** The main action where what was asked for has no offer yet. @param asked what has none */
export function AlertButton({ asked }: { asked: CatalogueFilter }) {
  return (
    <ButtonLink href={catalogueHref(asked, { apres: "", tri: "" }, "/offres/alerte")}>
      Être prévenu par mail quand il y en aura
    </ButtonLink>
  );
}

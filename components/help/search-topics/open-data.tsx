import { Link } from "@/components/ui/link";

export function OpenDataTopic() {
  return (
    <>
      <p>
        Vos outils peuvent lire le catalogue : JSON, CSV, classeur et flux, avec les mêmes filtres
        que la page. La page <Link href="/api-ouverte">Données ouvertes</Link> dit comment. Sans clé
        ni compte.
      </p>
    </>
  );
}

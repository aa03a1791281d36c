import { PageLink } from "../page-link";

export function OpenDataTopic() {
  return (
    <>
      <p>
        Vos outils peuvent lire le catalogue : JSON, CSV, classeur et flux, avec les mêmes filtres
        que la page. La page <PageLink href="/api-ouverte">Données ouvertes</PageLink> dit comment.
        Sans clé ni compte.
      </p>
    </>
  );
}

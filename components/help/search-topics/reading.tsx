export function ReadingTopic() {
  return (
    <>
      <p>
        Une offre dit ce qui est proposé, à quel public, quand et où. Les places sont le total que
        la structure peut accueillir, et non par demi-journée.
      </p>
      <ul>
        <li>
          <strong>Conditions d’accès</strong> : badge, vaccins, extrait de casier, délai.
          Prévoyez-les avant la convention.
        </li>
        <li>
          <strong>Période passée</strong> : tous les mois de l’offre sont passés. Écrivez à la
          structure pour savoir si elle accueille encore.
        </li>
        <li>
          <strong>Documents</strong> : ils se téléchargent un à un, ou tous ensemble (ZIP).
        </li>
      </ul>
      <p>
        Chaque offre a été relue par l’agence régionale de santé avant de paraître. Le stage demande
        une convention par étudiant, entre la structure et l’établissement de formation.
      </p>
    </>
  );
}

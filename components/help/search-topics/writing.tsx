export function WritingTopic() {
  return (
    <>
      <p>
        « Écrire à la structure » envoie votre message à la personne qui suit l’offre. Elle reçoit
        votre nom et votre adresse, et vous répond directement. Rien n’en est publié.
      </p>
      <p>Dites en peu de mots :</p>
      <ul>
        <li>qui vous êtes, et votre établissement de formation ;</li>
        <li>combien vous êtes, et quand vous pouvez venir ;</li>
        <li>ce que vous voulez savoir.</li>
      </ul>
      <p>
        Le portail n’affecte pas les étudiants : c’est votre établissement qui le fait, avec la
        structure. Demandez-lui d’abord s’il faut passer par lui.
      </p>
    </>
  );
}

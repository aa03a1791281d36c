export function AlertTopic() {
  return (
    <>
      <p>
        Sous la liste, « Recevoir les nouvelles offres par mail » suit votre recherche. Donnez votre
        adresse, puis confirmez par le lien reçu. Vous recevez un message les matins où de nouvelles
        offres y répondent, et aucun les autres jours.
      </p>
      <p>Chaque message a un lien qui arrête l’alerte et efface votre adresse.</p>
      <p>Un lecteur de flux peut suivre la même recherche : « Flux Atom ».</p>
    </>
  );
}

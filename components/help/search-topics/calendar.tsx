export function CalendarTopic() {
  return (
    <>
      <p>
        Sur la page d’une offre, sous « Plus », « Ajouter au calendrier (ICS) » télécharge ses
        demi-journées à venir. Ouvrez le fichier : votre agenda (Outlook, Google, téléphone) propose
        de les ajouter.
      </p>
      <p>
        Ce sont les demi-journées où la structure peut accueillir. Celles de votre stage se décident
        avec elle.
      </p>
    </>
  );
}

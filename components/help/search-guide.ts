import type { Guide } from "./guide";
import { AlertTopic } from "./search-topics/alert";
import { CalendarTopic } from "./search-topics/calendar";
import { FiltersTopic } from "./search-topics/filters";
import { OpenDataTopic } from "./search-topics/open-data";
import { ReadingTopic } from "./search-topics/reading";
import { ReportTopic } from "./search-topics/report";
import { SelectionTopic } from "./search-topics/selection";
import { TakeAwayTopic } from "./search-topics/take-away";
import { WordsTopic } from "./search-topics/words";
import { WritingTopic } from "./search-topics/writing";

/** The whole guide of students and establishments, in the order in which they need it. */
export const searchGuide: Guide = [
  {
    title: "Chercher",
    topics: [
      { id: "mots", title: "Chercher par des mots", Body: WordsTopic },
      { id: "filtres", title: "Filtrer", Body: FiltersTopic },
      { id: "lire", title: "Lire une offre", Body: ReadingTopic },
    ],
  },
  {
    title: "Garder",
    topics: [
      { id: "selection", title: "Ma sélection", Body: SelectionTopic },
      { id: "alerte", title: "Être prévenu", Body: AlertTopic },
      { id: "emporter", title: "Télécharger et imprimer", Body: TakeAwayTopic },
      { id: "agenda", title: "Mettre dans son agenda", Body: CalendarTopic },
    ],
  },
  {
    title: "Contacter",
    topics: [
      { id: "ecrire", title: "Écrire à la structure", Body: WritingTopic },
      { id: "signaler", title: "Une offre pose problème", Body: ReportTopic },
    ],
  },
  {
    title: "Pour aller plus loin",
    topics: [{ id: "donnees", title: "Données ouvertes", Body: OpenDataTopic }],
  },
];

import { stemOf } from "@/lib/platform/values/stem";
import { wordsIn } from "@/lib/platform/values/words";

const stemsOf = (list: string): ReadonlySet<string> =>
  new Set(wordsIn(list).map((word) => stemOf(word)));

/**
 * Words that every offer could say, and those of whoever asks: they never decide what is found,
 * only what comes first.
 */
const fieldWords = stemsOf(
  "stage offre sans cherche recherche chercher besoin trouver trouve chez près proche action " +
    "prévention " +
    "préventif étudiant étudiante service sanitaire SSES intervention intervenir projet lieu " +
    "terrain structure accueil accueillir mission promotion santé sensibilisation sensibiliser " +
    "séance animation animer éducation éduquer information informer thème thématique sujet " +
    "autour " +
    "domaine parler faire faites bonjour bonsoir merci svp madame monsieur je moi tu suis " +
    "sommes ai " +
    "avons voudrais voudrions souhaite souhaitons aimerais aimerions veux voulons peut pouvoir " +
    "possible quel quelle comment quoi tout tous toute toutes très plus moins non oui " +
    "région grand est offres stages auprès concernant relatif référence réf n no numéro demi " +
    "journée hors quelque public disponible libre réaliser effectuer dont aussi bien comme",
);

export function isFieldWord(stem: string): boolean {
  return fieldWords.has(stem);
}

const courses = stemsOf(
  "médecine pharmacie odontologie dentaire maïeutique sage femme soins infirmiers infirmière " +
    "IFSI " +
    "kinésithérapie kiné masso orthophonie ergothérapie psychomotricité manipulateur santé",
);
const student = stemsOf("étudiant étudiante élève interne externe promo promotion année");

/**
 * Which of some stems say what somebody studies: «étudiante en soins infirmiers» looks for no
 * nurse.
 */
export function courseWords(stems: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  stems.forEach((stem, place) => {
    if (!student.has(stem)) return;
    for (let next = place + 1; courses.has(stems[next] ?? ""); next++) found.add(next);
  });
  return found;
}

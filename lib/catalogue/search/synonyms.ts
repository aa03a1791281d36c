import { foldedText } from "@/lib/offer/projection/words";

/**
 * Words people look for, and what an offer says instead: the words of the lists as they start
 * (db/reference-data/vocabularies.ts) and of structures. Searched beside the word itself, so
 * nothing is lost where an offer does say it.
 */
const groups: readonly (readonly [said: string, words: string])[] = [
  [
    "addictions",
    "tabac tabagisme cigarette vape puff alcool alcoolisme ivresse cannabis drogue " +
      "drogues stupéfiant toxicomanie addictologie conduites-addictives jeux-d-argent",
  ],
  [
    "alimentation / nutrition",
    "obésité manger repas goûter petit-déjeuner sucre sucré diabète surpoids cantine " +
      "diététique équilibre-alimentaire malbouffe",
  ],
  ["activité physique", "sport sports sportif bouger marche marcher sédentarité gymnastique"],
  [
    "santé sexuelle",
    "sexualité sexuel contraception consentement préservatif ist mst vih sida puberté règles",
  ],
  ["vaccination", "hpv papillomavirus rougeole vacciner"],
  ["bucco-dentaire", "dent dents dentaire brossage brosse-à-dents carie caries dentiste"],
  ["sommeil", "dormir insomnie endormissement sieste"],
  [
    "écrans",
    "smartphone téléphone portable tablette jeux-vidéo console réseaux-sociaux numérique internet",
  ],
  [
    "santé mentale",
    "stress dépression suicide anxiété angoisse harcèlement bien-être émotions psy " +
      "psychologique mal-être",
  ],
  ["parentalité", "parents-enfants jeunes-parents"],
  [
    "gestes qui sauvent",
    "secourisme secouriste premiers-secours secours défibrillateur massage-cardiaque psc1 rcp",
  ],
  ["dépistage", "cancer mammographie octobre-rose mars-bleu dépister colorectal"],
  ["risque infectieux", "grippe covid gastro épidémie contagion microbes virus infection"],
  ["hygiène", "savon microbes lavage-des-mains"],
  ["environnement", "pollution perturbateurs-endocriniens bruit climat écologie"],
  ["collège", "collégien collégiens collégienne collégiennes"],
  ["lycée", "lycéen lycéens lycéenne lycéennes"],
  ["école", "écolier écoliers maternelle primaire élémentaire élèves"],
  ["adolescents", "ado ados jeunes jeune"],
  ["enfants", "gamins petits enfance"],
  ["petite enfance", "bébé bébés nourrisson nourrissons crèche crèches assistante-maternelle"],
  [
    "personnes âgées",
    "senior seniors aînés vieux vieillesse retraité retraités ehpad maison-de-retraite",
  ],
  ["personnes en situation de handicap", "handicapé handicapés ime esat déficience autisme"],
  ["précarité", "précaire précaires sdf sans-abri pauvreté migrants réfugiés chrs"],
  ["personnes détenues", "prison détenu détenus détention incarcération pénitentiaire"],
  ["étudiants", "fac université campus universitaire étudiante étudiantes"],
  ["milieu du travail", "salarié salariés employés ouvriers entreprise entreprises"],
  ["professionnels", "soignants personnel équipes"],
];

const said = new Map<string, string[]>();
for (const [what, words] of groups) {
  for (const word of words.split(" ")) {
    const key = foldedText(word);
    said.set(key, [...(said.get(key) ?? []), foldedText(what).replaceAll(" / ", " ")]);
  }
}
// «alimentation / nutrition» is two words for one thing, and no offer says them in a row.
const apart: Readonly<Record<string, readonly string[]>> = {
  "alimentation nutrition": ["alimentation", "nutrition"],
};

/** What an offer may say for a word, folded; empty for a word of its own. */
export function synonymsOf(word: string): readonly string[] {
  return (said.get(word) ?? []).flatMap((each) => apart[each] ?? [each]);
}

/**
 * Offers as structures of every kind write them, for the searches of `judged-searches.ts`. What
 * they say was written before any search was tuned on it.
 */
export interface JudgedOffer {
  /** Name and type of the structure. */
  by: readonly [name: string, type: string];
  title: string;
  themes: readonly string[];
  audiences: readonly string[];
  /** Type of the site, and the commune it is in, a key of {@link places}. */
  at: readonly [siteType: string, place: keyof typeof places];
  text: string;
  /** Slots, blanks between them. */
  when: string;
  support?: string;
  places?: number;
}

/** Postcode and INSEE code. */
export const places = {
  nancy: ["54000", "54395"],
  vandoeuvre: ["54500", "54547"],
  toul: ["54200", "54528"],
  luneville: ["54300", "54329"],
  pam: ["54700", "54431"],
  epinal: ["88000", "88160"],
  saintDie: ["88100", "88413"],
  remiremont: ["88200", "88383"],
  vittel: ["88800", "88516"],
  strasbourg: ["67000", "67482"],
  haguenau: ["67500", "67180"],
  saverne: ["67700", "67437"],
  selestat: ["67600", "67462"],
  colmar: ["68000", "68066"],
  mulhouse: ["68100", "68224"],
  reims: ["51100", "51454"],
  chalons: ["51000", "51108"],
  epernay: ["51200", "51230"],
  metz: ["57000", "57463"],
  thionville: ["57100", "57672"],
  forbach: ["57600", "57227"],
  sarreguemines: ["57200", "57631"],
  troyes: ["10000", "10387"],
  charleville: ["08000", "08105"],
  sedan: ["08200", "08409"],
  chaumont: ["52000", "52121"],
  barLeDuc: ["55000", "55029"],
  verdun: ["55100", "55545"],
} as const;

const ados = "Adolescents 11-18 ans";
const primaire = "Enfants 6-11 ans";
const petits = "Enfants 0-6 ans";
const agees = "Personnes âgées";
const handicap = "Personnes en situation de handicap";
const precarite = "Personnes en situation de précarité";
const sexuelle = "Santé sexuelle et vie affective";
const nutrition = "Alimentation / Nutrition";
const mentale = "Santé mentale";
const physique = "Activité physique";
const environnement = "Environnement et santé";
const infectieux = "Risque infectieux";
const bucco = "Hygiène bucco-dentaire";
const secours = "Gestes qui sauvent";
const medicoSocial = "Établissement médico-social";
const superieur = "Enseignement supérieur";
const collectivite = "Collectivité territoriale";
const petiteEnfance = "Crèche / petite enfance";
const prison = "Établissement pénitentiaire / PJJ";
const quartier = "Quartier, événement, espace public";
const insertion = "Insertion et hébergement";
const scolaire = "Milieu scolaire";
const universitaire = "Milieu universitaire";
const soins = "Milieu de soins";

type Row = readonly [
  by: JudgedOffer["by"],
  title: string,
  themes: readonly string[],
  audiences: readonly string[],
  at: JudgedOffer["at"],
  text: string,
  when: string,
  support?: string,
  places?: number,
];

// prettier-ignore
const rows: Record<string, Row> = {
  tabacCollege: [["Collège Jules-Ferry", "Collège"], "Tabac/cannabis : en parler vraiment", ["Addictions"], [ados], [scolaire, "epinal"], "Débats avec les élèves de quatrième sur les premières consommations, puis jeu de rôle.", "3:thursday-pm 4:thursday-pm", "lodging"],
  fetesLycee: [["Lycée Henri-Poincaré", "Lycée"], "Fêtes sans regrets", ["Addictions", mentale], [ados], [scolaire, "nancy"], "Alcool, pression du groupe, retour de soirée : ateliers avec les élèves de seconde.", "3:thursday-pm 3:monday-am", "catering"],
  moisSansTabac: [["Université de Lorraine", superieur], "Moi(s) sans tabac sur le campus", ["Addictions"], ["Étudiants"], [universitaire, "vandoeuvre"], "Stand vape, puff et cigarette électronique : accompagner l’arrêt, orienter vers un tabacologue.", "11:tuesday-am 11:tuesday-pm"],
  csapa: [["CSAPA La Croisée", medicoSocial], "Réduire les risques avec les usagers", ["Addictions", infectieux], ["Adultes", precarite], [soins, "metz"], "Accueil de jour, hépatite C et VIH : tests rapides (TROD), matériel de réduction des risques.", "2:monday-am 2:tuesday-am"],
  parisSportifs: [["Maison des adolescents", "Association"], "Paris sportifs : qui gagne ?", ["Addictions", "Écrans"], [ados], [quartier, "strasbourg"], "Jeux d’argent et jeux vidéo : comprendre la perte de contrôle.", "10:wednesday-pm"],
  sommeilEcole: [["École Pasteur", "École"], "Mieux dormir, mieux apprendre", ["Sommeil"], [primaire], [scolaire, "strasbourg"], "Agenda du sommeil à l’école élémentaire, ateliers sur la lumière.", "10:monday-am"],
  nuitsInternat: [["Lycée agricole du Toulois", "Enseignement agricole"], "Nuits d’internat", ["Sommeil", "Écrans"], [ados], [scolaire, "toul"], "Endormissement, siestes et téléphones la nuit à l’internat.", "1:wednesday-pm", "lodging catering"],
  ecransFamilles: [["École des Tilleuls", "École"], "Écrans : trouver l’équilibre", ["Écrans", "Parentalité"], [primaire, "Parents"], [scolaire, "reims"], "Défis sans écran et soirée avec les familles.", "1:tuesday-pm"],
  reseaux: [["Collège Victor-Hugo", "Collège"], "Likes, rumeurs et cyberharcèlement", ["Écrans", mentale], [ados], [scolaire, "troyes"], "Réseaux sociaux : influence, images volées, harcèlement en ligne.", "2:friday-am"],
  obesite: [["Ville de Metz", collectivite], "Prévention de l’obésité", [nutrition, physique], ["Tout public"], [quartier, "metz"], "Ateliers cuisine, lecture d’étiquettes, sucre caché.", "5:wednesday-am", "", 12],
  cantine: [["Mairie de Saint-Dié", collectivite], "Restauration scolaire : goûter à tout", [nutrition], [primaire], [scolaire, "saintDie"], "Animations à la cantine : légumes de saison, gaspillage, petit-déjeuner.", "4:monday-am 4:tuesday-am"],
  dietetique: [["Lycée professionnel Saint-Joseph", "Lycée"], "Bien dans son corps (diététique/hygiène)", [nutrition, "Hygiène"], [ados], [scolaire, "colmar"], "Grignotage, boissons énergisantes, soin de la peau.", "12:thursday-am"],
  apaEhpad: [["EHPAD Les Sapins", "EHPAD"], "A.P.A. et prévention des chutes", [physique], [agees], ["Milieu médico-social", "luneville"], "Parcours d’équilibre avec les résident·e·s.", "3:thursday-pm"],
  marche: [["Club Le Bel Âge", "Association"], "Bouger après 70 ans", [physique], [agees], [quartier, "remiremont"], "Marche nordique et équilibre.", "5:friday-am"],
  sportRelais: [["CHRS Le Relais", "CHRS / hébergement social"], "Reprendre le sport en douceur", [physique], [precarite], [insertion, "reims"], "Séances au gymnase avec des personnes hébergées.", "4:friday-pm"],
  vaccinSoignants: [["Hôpitaux universitaires de Strasbourg", "Établissement de santé"], "À jour de ses vaccins", ["Vaccination"], ["Professionnels"], [soins, "strasbourg"], "Stand d’information sur la grippe et la rougeole pour les infirmiers et les aides-soignants.", "11:friday-am"],
  hpv: [["Collège des Hautes-Vignes", "Collège"], "Papillomavirus : je me protège", ["Vaccination"], [ados], [scolaire, "selestat"], "Campagne HPV en classe de cinquième, questions des filles et des garçons.", "1:monday-am"],
  covid: [["EHPAD Saint-Charles", "EHPAD"], "Covid-19, grippe : se protéger l’hiver", ["Vaccination", infectieux], [agees, "Professionnels"], ["Milieu médico-social", "verdun"], "Gestes barrières, rappels, hygiène des mains.", "12:monday-am 12:monday-pm"],
  brossage: [["Crèche Les Petits Pas", petiteEnfance], "Les bons gestes du brossage", [bucco], [petits], ["Petite enfance", "nancy"], "Démonstrations sur maquettes.", "9:monday-am"],
  dentsIme: [["IME Les Tournesols", medicoSocial], "Sourire à pleines dents", [bucco], [handicap], ["Milieu médico-social", "epinal"], "Brossage adapté, repérage de la douleur.", "2:thursday-am"],
  secoursUsine: [["Fonderie de l’Est", "Entreprise"], "Premiers secours : oser agir", [secours], ["Adultes"], ["Milieu du travail", "metz"], "Alerter, masser, défibriller, avec un formateur, dans l’usine.", "6:friday-pm"],
  psc1: [["Lycée Charles-de-Gaulle", "Lycée"], "PSC1 pour les secondes", [secours], [ados], [scolaire, "chaumont"], "Massage cardiaque et position latérale de sécurité.", "5:tuesday-am", "lodging"],
  contraception: [["CROUS Lorraine", superieur], "Consentement et contraception", [sexuelle], ["Étudiants"], [universitaire, "nancy"], "Stand au restaurant universitaire, boîte à questions anonymes.", "2:tuesday-pm"],
  ist: [["Mission locale du Bassin", "Mission locale"], "I.S.T. : en parler sans tabou", [sexuelle, "Dépistage"], ["Adultes"], [insertion, "forbach"], "Jeunes de 18 à 25 ans : dépistage gratuit, préservatifs, IVG.", "3:tuesday-am"],
  puberte: [["École Jean-Macé", "École"], "Mon corps change", [sexuelle], [primaire], [scolaire, "charleville"], "Puberté, règles et intimité avec les élèves de CM2.", "4:friday-am"],
  violences: [["Lycée Marc-Bloch", "Lycée"], "Violences dans le couple : repérer, aider", [sexuelle, mentale], [ados], [scolaire, "haguenau"], "Violentomètre, saynètes, ressources.", "11:thursday-pm"],
  detenus: [["Maison d’arrêt d’Épinal", prison], "Stress et émotions : des outils", [mentale], ["Personnes détenues"], ["Milieu pénitentiaire / PJJ", "epinal"], "Ateliers de respiration en détention.", "4:wednesday-pm"],
  pjj: [["UEMO de Mulhouse", prison], "Prendre soin de soi", [mentale, "Addictions"], [ados], ["Milieu pénitentiaire / PJJ", "mulhouse"], "Avec des mineurs suivis par la protection judiciaire de la jeunesse.", "5:monday-pm"],
  malEtre: [["Service de santé étudiante de Reims", superieur], "Mal-être : en parler entre pairs", [mentale], ["Étudiants"], [universitaire, "reims"], "Solitude, idées suicidaires, orientation vers une psychologue.", "11:monday-pm"],
  bienEtre: [["Centre hospitalier de Sarreguemines", "Établissement de santé"], "Bien-être au travail des infirmières", [mentale], ["Professionnels"], ["Milieu du travail", "sarreguemines"], "Gestion du stress et horaires décalés.", "3:wednesday-am", "catering"],
  octobreRose: [["Centre social Orgeval", "Association"], "Octobre rose et Mars bleu", ["Dépistage"], ["Adultes", precarite], [insertion, "reims"], "Entretiens courts sur le dépistage des cancers.", "10:thursday-am"],
  diabete: [["Maison de santé des Thermes", "Maison de santé"], "Diabète : se faire dépister", ["Dépistage", nutrition], ["Adultes"], [soins, "vittel"], "Glycémie au doigt, questionnaire de risque.", "6:saturday-am"],
  air: [["PMI de Lunéville", "PMI"], "Un air plus sain à la maison", [environnement], ["Parents"], [quartier, "luneville"], "Aération et produits ménagers dans la chambre du bébé.", "1:saturday-am"],
  canicule: [["Mairie de Toul", collectivite], "Canicule : veiller sur ses voisins", [environnement], [agees], [quartier, "toul"], "Visites à domicile, hydratation, fortes chaleurs.", "6:monday-am 6:tuesday-am", "", 8],
  bruit: [["Salle de concert Le Gueulard", "Association"], "Protéger ses oreilles", [environnement], [ados], [quartier, "thionville"], "Bruit, concerts et casques : les risques pour l’audition.", "6:friday-pm"],
  perturbateurs: [["Maison de la nature", "Association"], "Grossesse sans perturbateurs endocriniens", [environnement, "Parentalité"], ["Parents"], [quartier, "colmar"], "Femmes enceintes, cosmétiques, biberons.", "2:wednesday-am"],
  parentsCreche: [["Halte-garderie Pirouette", petiteEnfance], "Devenir parent", ["Parentalité"], ["Parents"], ["Petite enfance", "saverne"], "Café des familles, allaitement, pleurs du nourrisson.", "10:tuesday-am"],
  assistantes: [["Relais petite enfance du Val", collectivite], "Tout-petits sans écran", ["Écrans", "Parentalité"], [petits, "Professionnels"], ["Petite enfance", "pam"], "Avec les assistantes maternelles, de la naissance à 3 ans.", "11:thursday-am"],
  repasSessad: [["SESSAD Horizon", medicoSocial], "Manger, bouger, se parler", [nutrition], [handicap], ["Milieu médico-social", "epinal"], "Repas partagés à l’institut médico-éducatif.", "3:monday-am", "lodging catering"],
  mains: [["École maternelle des Lilas", "École"], "Mes mains toutes propres", ["Hygiène"], [petits], [scolaire, "barLeDuc"], "Lavage des mains, microbes et savon avec les moyennes sections.", "9:tuesday-am"],
  exiles: [["Accueil solidaire", "Association"], "Santé des personnes exilées", ["Hygiène", mentale], [precarite], [insertion, "mulhouse"], "Avec interprète : accès aux soins, réfugiés et migrants.", "1:friday-pm"],
  aidants: [["Plateforme de répit", "Association"], "Aider les aidants", [mentale], ["Adultes"], ["Milieu médico-social", "troyes"], "Épuisement des proches, maladie d’Alzheimer.", "2:friday-pm"],
  denutrition: [["Maison de retraite Bethesda", "EHPAD"], "Bien manger en vieillissant", [nutrition], [agees], ["Milieu médico-social", "haguenau"], "Dénutrition, textures, plaisir à table.", "1:thursday-pm", "catering"],
  phytos: [["Lycée agricole de Courcelles", "Enseignement agricole"], "Phytosanitaires : se protéger", [environnement], [ados], [scolaire, "metz"], "Port des équipements, stockage des produits.", "4:wednesday-am"],
  genoux: [["Club omnisports", "Association"], "Genou, dos, épaule : bouger sans se blesser", [physique], ["Adultes"], [quartier, "thionville"], "Étirements pour sportifs et sportives.", "9:saturday-am"],
  velo: [["Ville de Strasbourg", collectivite], "À vélo à l’école", [physique], [primaire], [scolaire, "strasbourg"], "Casque et trajets actifs.", "4:tuesday-am"],
  potager: [["Centre social Côte-Sainte-Catherine", "Association"], "Un potager pour mieux manger", [nutrition, environnement], ["Tout public"], [quartier, "barLeDuc"], "Jardinage avec les habitants.", "5:saturday-am"],
  forum: [["Mission locale de Châlons", "Mission locale"], "Forum santé", ["Addictions", sexuelle, "Vaccination"], [ados, "Adultes"], [insertion, "chalons"], "Stands tenus par les étudiant·e·s en santé, quiz.", "11:wednesday-pm", "", 20],
  secoursMentaux: [["Université de Haute-Alsace", superieur], "Premiers secours en santé mentale", [mentale], ["Étudiants"], [universitaire, "mulhouse"], "Repérer, écouter, orienter.", "1:tuesday-am"],
  sourds: [["Association des sourds", "Association"], "La santé en langue des signes", ["Dépistage"], [handicap], [quartier, "strasbourg"], "Capsules traduites en LSF pour personnes sourdes ou malentendantes.", "5:thursday-am"],
  visio: [["Cap Santé", "Association"], "Quiz santé en visioconférence", ["Autre"], ["Tout public"], ["À distance", "nancy"], "Animation en ligne, sans déplacement.", "12:friday-pm"],
  poux: [["École Georges-Sand", "École"], "Poux et gale sans honte", ["Hygiène"], [primaire], [scolaire, "charleville"], "Avec les familles, à la sortie des classes.", "10:friday-am"],
  tiques: [["Vosges Nature", "Association"], "Tiques et maladie de Lyme", [infectieux, environnement], ["Tout public"], [quartier, "saintDie"], "Sorties en forêt.", "5:sunday-am"],
  antibiotiques: [["Maison de santé des Coteaux", "Maison de santé"], "Antibiotiques : pas automatiques", [infectieux], ["Adultes"], [soins, "epernay"], "Angines, antibiorésistance, bon usage du médicament.", "2:wednesday-pm"],
  domestiques: [["Crèche Les Lutins", petiteEnfance], "La chasse aux dangers de la maison", [secours], ["Parents", petits], ["Petite enfance", "sedan"], "Accidents domestiques : chutes, brûlures, intoxications.", "3:friday-am"],
  endometriose: [["Université de Reims Champagne-Ardenne", superieur], "Règles douloureuses, endométriose", [sexuelle], ["Étudiants"], [universitaire, "reims"], "Témoignages et orientation.", "3:wednesday-pm"],
  route: [["CFA du bâtiment", "Autre"], "Alcool au volant", ["Addictions"], [ados], [scolaire, "chaumont"], "Lunettes de simulation, apprentis de 16 à 20 ans.", "2:monday-pm"],
};

export const judgedOffers: ReadonlyMap<string, JudgedOffer> = new Map(
  Object.entries(rows).map(
    ([key, [by, title, themes, audiences, at, text, when, support, count]]) => [
      key,
      { by, title, themes, audiences, at, text, when, support, places: count },
    ],
  ),
);

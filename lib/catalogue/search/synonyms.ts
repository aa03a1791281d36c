/**
 * Words people look for, and what an offer says instead. Searched beside the words themselves, so
 * nothing is lost where an offer does say them. The agency adds its own under /admin/vocabulaires.
 */

const words = (list: string): readonly string[] => list.split(", ");

/** Words for one thing: each finds the others as if they had been typed. */
export const alikeGroups: readonly (readonly string[])[] = [
  "tabac, tabagisme, cigarette, clope, fumer, fumeur, nicotine, sevrage tabagique",
  "vape, puff, vapotage, vapoter, cigarette électronique, e-cigarette",
  "cannabis, joint, shit, marijuana",
  "alcool, alcoolisme, alcoolisation, ivresse, binge drinking, boisson alcoolisée",
  "drogue, stupéfiant, toxicomanie, produit psychoactif, substance psychoactive",
  "addiction, conduite addictive, dépendance, addictologie",
  "jeux vidéo, gaming, gamer, console",
  "jeux d’argent, paris sportifs, jeux de hasard",
  "réseaux sociaux, instagram, tiktok, snapchat",
  "écrans, smartphone, téléphone portable, tablette, numérique, internet",
  "téléphone, portable",
  "harcèlement, cyberharcèlement, harcèlement scolaire",
  "mal-être, souffrance psychique, détresse psychologique",
  "bien-être, qualité de vie, épanouissement",
  "suicide, idées suicidaires, prévention du suicide",
  "stress, anxiété, angoisse",
  "burn-out, épuisement, épuisement professionnel",
  "premiers secours, gestes qui sauvent, secourisme, gestes de premiers secours",
  "massage cardiaque, réanimation cardiaque, RCP",
  "défibrillateur, défibriller, DAE",
  "violence, violences conjugales, violences sexuelles, violences intrafamiliales, maltraitance",
  "IST, MST, infection sexuellement transmissible, maladie sexuellement transmissible",
  "VIH, sida, HIV",
  "IVG, avortement, interruption volontaire de grossesse",
  "contraception, pilule, stérilet, préservatif, capote",
  "règles, menstruations, menstruel, endométriose, précarité menstruelle",
  "vie affective, vie relationnelle",
  "HPV, papillomavirus",
  "vaccin, vaccination, rappel de vaccin",
  "hépatite, VHC, VHB",
  "covid, coronavirus",
  "brosse à dents, brossage, brossage de dents, se brosser les dents, hygiène dentaire",
  "dent, dentaire, bucco-dentaire, dentition, carie",
  "lavage des mains, se laver les mains, hygiène des mains, gel hydroalcoolique",
  "canicule, forte chaleur, vague de chaleur, coup de chaleur",
  "pollution, qualité de l’air, air intérieur",
  "perturbateur endocrinien, cosmétiques",
  "moustique tigre, moustique, tigre, dengue",
  "protoxyde d’azote, protoxyde, gaz hilarant",
  "sécurité routière, prévention routière, accident de la route, alcool au volant",
  "agriculteur, agricole, exploitant agricole, MSA",
  "sixième, 6e, 6ème",
  "cinquième, 5e, 5ème",
  "quatrième, 4e, 4ème",
  "troisième, 3e, 3ème",
  "tique, maladie de Lyme, lyme",
  "dépistage, dépister, bilan de santé",
  "cancer du sein, octobre rose, mammographie",
  "cancer colorectal, mars bleu, côlon",
  "mois sans tabac, moi sans tabac, moi(s) sans tabac",
  "activité physique adaptée, APA, activité physique",
  "sport, sportif, sports",
  "petit déjeuner, petit-déj",
  "cantine, restauration scolaire, restaurant scolaire, self",
  "malbouffe, grignotage, fast-food",
  "obésité, surpoids",
  "collège, collégien",
  "lycée, lycéen",
  "école primaire, primaire, élémentaire, école élémentaire",
  "école maternelle, maternelle",
  "université, fac, faculté, campus, universitaire",
  "ado, adolescent, adolescence",
  "jeunes, jeune, jeunesse",
  "senior, aîné, personnes âgées, personne âgée, vieux, vieille, retraité, troisième âge",
  "EHPAD, maison de retraite, résidence autonomie",
  "aidant, proche aidant, aidant familial",
  "assistante maternelle, nounou, nourrice, assmat",
  "crèche, halte-garderie, garderie, micro-crèche, multi-accueil",
  "bébé, nourrisson, tout-petit",
  "femme enceinte, grossesse, maternité, enceinte, périnatalité",
  "prison, détention, maison d’arrêt, incarcération, pénitentiaire, détenu, carcéral",
  "PJJ, protection judiciaire de la jeunesse",
  "SDF, sans-abri, sans domicile fixe, personne à la rue",
  "migrant, réfugié, exilé, demandeur d’asile",
  "handicap, handicapé, situation de handicap",
  "sourd, malentendant, LSF, langue des signes",
  "entreprise, salarié, employé, ouvrier",
  "soignant, infirmier, aide-soignant, professionnels de santé",
  "hôpital, centre hospitalier, CHU, CHR, CHRU, hospitalier, clinique",
  "à distance, visioconférence, visio, en ligne, distanciel",
].map(words);

/** What people look for, under what offers say: words of the lists as they start. */
export const broaderGroups: readonly (readonly [
  said: readonly string[],
  words: readonly string[],
])[] = (
  [
    [
      "addictions",
      "tabac, tabagisme, cigarette, clope, fumer, vape, puff, vapotage, vapoter, alcool, " +
        "alcoolisme, alcoolisation, ivresse, cannabis, joint, drogue, stupéfiant, toxicomanie, " +
        "toxicomane, toxico, addictologie, conduite addictive, dépendance, jeux d’argent, " +
        "paris sportifs, protoxyde d’azote, protoxyde, gaz hilarant, cocaïne, opioïde, chicha, " +
        "snus",
    ],
    [
      "alimentation, nutrition",
      "obésité, surpoids, manger, manger équilibré, repas, goûter, petit déjeuner, sucre, sucré, " +
        "diabète, cantine, diététique, équilibre alimentaire, malbouffe, grignotage, fast-food, " +
        "cuisine, légumes, fruits, nutriscore, nutri-score, anorexie, boulimie, dénutrition, " +
        "trouble du comportement alimentaire, TCA, self, alimentaire, PNNS, mangerbouger",
    ],
    [
      "activité physique",
      "sport, sportif, bouger, marche, marcher, sédentarité, gymnastique, vélo, danse, yoga, " +
        "courir, course à pied, gym, fitness",
    ],
    [
      "santé sexuelle, vie affective",
      "sexualité, sexuel, sexe, contraception, consentement, préservatif, capote, IST, MST, VIH, " +
        "sida, puberté, règles, menstruel, IVG, avortement, pilule, grossesse non désirée, LGBT, " +
        "homosexualité, vie affective, éducation sexuelle, EVARS",
    ],
    ["vaccination", "HPV, papillomavirus, rougeole, vacciner, vaccin, ROR, méningite, rappel"],
    [
      "bucco-dentaire",
      "dent, dentaire, brossage, brosse à dents, dentifrice, carie, dentiste, bouche",
    ],
    ["sommeil", "dormir, insomnie, endormissement, sieste, nuit, rythme, coucher"],
    [
      "écrans",
      "smartphone, téléphone, téléphone portable, portable, tablette, jeux vidéo, console, " +
        "réseaux sociaux, numérique, internet, télévision, ordinateur, cyberharcèlement",
    ],
    [
      "santé mentale",
      "stress, dépression, déprime, suicide, suicidaire, anxiété, angoisse, harcèlement, " +
        "cyberharcèlement, bien-être, émotion, psy, psychologie, psychologue, psychique, " +
        "mal-être, " +
        "compétences psychosociales, CPS, burn-out, estime de soi, confiance en soi, solitude, " +
        "isolement, deuil, psychiatrie",
    ],
    [
      "parentalité",
      "parents-enfants, jeunes parents, allaitement, éducation positive, bébé secoué",
    ],
    [
      "gestes qui sauvent",
      "secourisme, secouriste, premiers secours, secours, défibrillateur, massage cardiaque, " +
        "PSC1, RCP, PLS, réanimation, étouffement, accident domestique",
    ],
    [
      "dépistage",
      "cancer, mammographie, octobre rose, mars bleu, dépister, colorectal, TROD, mélanome",
    ],
    [
      "risque infectieux",
      "grippe, covid, coronavirus, gastro, gastro-entérite, épidémie, contagion, virus, " +
        "infection, " +
        "bactérie, antibiotique, bronchiolite, tuberculose, gestes barrières",
    ],
    ["hygiène", "savon, microbe, lavage des mains, poux, gale, propreté, toilette, se laver"],
    [
      "environnement",
      "pollution, qualité de l’air, air intérieur, perturbateur endocrinien, bruit, " +
        "climat, écologie, canicule, radon, pesticide, " +
        "biodiversité, développement durable, moustique tigre, moustique",
    ],
    ["école", "écolier, maternelle, primaire, élémentaire, élève, CP, CE1, CE2, CM1, CM2"],
    ["collège", "sixième, 6e, 6ème, cinquième, 5e, 5ème, quatrième, 4e, 4ème, troisième, 3e, 3ème"],
    ["lycée", "seconde, 2nde, terminale"],
    ["adolescents", "ado, jeune, jeunesse, mineur, jeunes"],
    ["enfants", "gamin, petit, enfance, gosse, bambin"],
    ["petite enfance", "bébé, nourrisson, crèche, assistante maternelle, nounou, tout-petit"],
    [
      "personnes âgées",
      "senior, aîné, vieux, vieillesse, vieillissement, retraité, EHPAD, maison de retraite, " +
        "résidence autonomie, chute, alzheimer, gériatrie",
    ],
    [
      "situation de handicap",
      "handicap, handicapé, IME, ESAT, SESSAD, MAS, FAM, déficience, autisme, autiste, TSA, " +
        "trisomie, fauteuil roulant, polyhandicap",
    ],
    [
      "situation de précarité",
      "précarité, précaire, SDF, sans-abri, sans domicile, pauvreté, pauvre, migrant, réfugié, " +
        "exilé, CHRS, CADA, accueil de jour, maraude",
    ],
    ["personnes détenues, pénitentiaire", "prison, détenu, détention, incarcération, PJJ"],
    ["étudiants", "fac, faculté, université, campus, universitaire"],
    [
      "milieu du travail, entreprise",
      "salarié, employé, ouvrier, travail, travailleur, usine, chantier, bureau",
    ],
    ["professionnels", "soignant, personnel, équipe, aide-soignant"],
  ] as const
).map(([said, list]) => [words(said), words(list)]);

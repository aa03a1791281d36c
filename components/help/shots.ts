import sizes from "./shot-sizes.json" with { type: "json" };

/**
 * Pictures of the guide and what each of them says. `npm run guide:screenshots` makes the files and
 * their sizes.
 */
export const shotAlts = {
  "inscription-structure":
    "Première page de l’inscription, remplie pour le Collège d’Épinal : raison sociale, " +
    "adresse, code postal 88000 et commune Épinal, type de structure, représentant et sa " +
    "fonction, puis le bouton « Suivant ».",
  "inscription-compte":
    "Seconde page de l’inscription : nom, prénom, fonction, téléphone, email et mot de " +
    "passe. Sous le mot de passe, les quatre critères sont cochés.",
  "message-confirmation":
    "Le message « Confirmez votre adresse », avec son bouton « Confirmer mon adresse ».",
  informations:
    "Début de la page « Créer une offre » : le titre « Prévention de l’obésité », puis " +
    "la liste des thèmes, où « Alimentation / Nutrition » est coché et rappelé au-dessus.",
  mois: "Les douze mois, de septembre à août : mars, avril et mai sont cochés.",
  creneaux:
    "Sous les boutons de remplissage, une grille à trois colonnes, mars, avril et mai, " +
    "montre un matin et un après-midi par jour ; tout est coché sauf le mercredi, le " +
    "samedi et le dimanche. Dessous, « En clair » résume ce choix en une phrase.",
  enregistre:
    "Bas de la page : les cases « Hébergement » et « Restauration », les boutons « " +
    "Continuer » et « Enregistrer et finir plus tard », puis l’heure du dernier " +
    "enregistrement.",
  referent:
    "La case « C’est moi : reprendre mes coordonnées d’administrateur » est cochée : les " +
    "quatre champs du référent de proximité sont remplis.",
  documents:
    "Deux documents ajoutés, chacun avec les boutons « Monter » ou « Descendre », « " +
    "Retirer », « Voir la première page » et « Renommer ou remplacer ».",
  verification:
    "Bas de la page de vérification : la case « Publier dès la validation » est cochée " +
    "au-dessus du bouton « Soumettre l’offre ».",
  "a-faire":
    "L’accueil de l’espace : une carte « Correction demandée » reprend les mots de " +
    "l’agence et porte le bouton « Corriger l’offre ».",
  "mes-offres":
    "Une offre dans « Mes offres » : les mentions « Offre validée » et « Publiée », la " +
    "phrase « Visible dans le catalogue. », les boutons « Éditer », « Dépublier » et « " +
    "Supprimer », et « Plus d’actions » ouvert.",
  changements:
    "Avant de soumettre une modification : le nouveau titre attendra une validation, " +
    "avec le texte d’avant et celui d’après ; le nombre de places plus élevé n’en " +
    "demande pas par lui-même.",
} as const;

export type ShotName = keyof typeof shotAlts;

export const shotNames = Object.keys(shotAlts) as ShotName[];

/** Pixels of the page that was photographed: the file has half as many again, for sharp screens. */
export const shotSizes: Record<ShotName, { width: number; height: number }> = sizes;
export const shotDensity = 1.5;

/** Bytes of one file, at most: the guide shows a dozen. */
export const shotLimit = 60 * 1024;

export function shotPath(name: ShotName): string {
  return `/aide/${name}.webp`;
}

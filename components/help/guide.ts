import type { ComponentType } from "react";
import { ContactTopic } from "./topics/agency-contact";
import { AvailabilityTopic } from "./topics/availability";
import { ColleaguesTopic } from "./topics/colleagues";
import { EditingTopic } from "./topics/editing";
import { FollowingTopic } from "./topics/following";
import { ImportTopic } from "./topics/import";
import { InformationTopic } from "./topics/information";
import { MailsTopic } from "./topics/mails";
import { ProfileTopic } from "./topics/profile";
import { PublicationTopic } from "./topics/publication";
import { PurposeTopic } from "./topics/purpose";
import { QuestionsTopic } from "./topics/questions";
import { RegistrationTopic } from "./topics/registration";
import { RenewalTopic } from "./topics/renewal";
import { RolesTopic } from "./topics/roles";
import { SavedPlacesTopic } from "./topics/saved-places";
import { SavingTopic } from "./topics/saving";
import { SiteTopic } from "./topics/site";
import { SubmissionTopic } from "./topics/submission";

interface Topic {
  /** Anchor on its page; pages link to it. */
  id: string;
  title: string;
  Body: ComponentType;
  /** Anchors within it. */
  parts?: readonly string[];
}

export interface Chapter {
  title: string;
  topics: readonly Topic[];
}

export type Guide = readonly Chapter[];

/** A chapter that is a page of its own. */
export interface ChapterPage extends Chapter {
  href: "/aide" | `/aide/${string}`;
  /** What it is for, below its title and in search engines. */
  lead: string;
}

/** The guide of structures, in the order in which they need it. */
export const guide: readonly [ChapterPage, ...ChapterPage[]] = [
  {
    title: "Pour commencer",
    href: "/aide",
    lead:
      "Déposer une offre de stage et la suivre, pas à pas : de l’inscription à la " +
      "campagne suivante.",
    topics: [
      { id: "service-sanitaire", title: "Ce qu’on attend de vous", Body: PurposeTopic },
      { id: "roles", title: "Qui est qui", Body: RolesTopic },
      {
        id: "compte",
        title: "Créer un compte",
        Body: RegistrationTopic,
        parts: ["confirmation", "mot-de-passe"],
      },
    ],
  },
  {
    title: "Déposer une offre",
    href: "/aide/deposer-une-offre",
    lead: "Décrire l’offre, ses périodes et son lieu, puis la soumettre à l’agence.",
    topics: [
      {
        id: "offre",
        title: "Décrire l’offre",
        Body: InformationTopic,
        parts: ["prise-en-charge"],
      },
      {
        id: "periode",
        title: "Indiquer les périodes",
        Body: AvailabilityTopic,
        parts: ["clavier"],
      },
      {
        id: "terrain",
        title: "Terrain, référent et documents",
        Body: SiteTopic,
        parts: ["referent", "documents"],
      },
      { id: "soumettre", title: "Vérifier et soumettre", Body: SubmissionTopic },
      { id: "enregistrement", title: "Votre saisie est gardée", Body: SavingTopic },
    ],
  },
  {
    title: "Après le dépôt",
    href: "/aide/apres-le-depot",
    lead: "Suivre une offre, la modifier, la publier, la reprendre pour la campagne suivante.",
    topics: [
      {
        id: "suivre",
        title: "Suivre vos offres",
        Body: FollowingTopic,
        parts: ["etats", "correction", "refus"],
      },
      { id: "modifier", title: "Modifier une offre validée", Body: EditingTopic },
      {
        id: "publier",
        title: "Publier, mettre en pause, supprimer",
        Body: PublicationTopic,
        parts: ["pause", "archiver", "supprimer"],
      },
      { id: "renouveler", title: "Dupliquer et renouveler", Body: RenewalTopic },
    ],
  },
  {
    title: "Votre structure et vous",
    href: "/aide/votre-structure",
    lead: "Importer un tableur, inviter des collègues, tenir à jour son profil et ses messages.",
    topics: [
      { id: "importer", title: "Importer un tableur", Body: ImportTopic },
      { id: "collegues", title: "Collègues", Body: ColleaguesTopic },
      { id: "lieux", title: "Lieux et référents", Body: SavedPlacesTopic },
      {
        id: "profil",
        title: "Mon profil",
        Body: ProfileTopic,
        parts: ["fermer"],
      },
      { id: "messages", title: "Les messages que vous recevez", Body: MailsTopic },
    ],
  },
  {
    title: "Besoin d’aide",
    href: "/aide/besoin-d-aide",
    lead: "Ce que l’on ne retrouve pas, et à qui écrire.",
    topics: [
      { id: "questions", title: "Je ne retrouve pas…", Body: QuestionsTopic },
      { id: "contact", title: "Une autre question", Body: ContactTopic },
    ],
  },
];

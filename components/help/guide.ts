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
  /** Anchor on the guide's page; pages link to it. */
  id: string;
  title: string;
  Body: ComponentType;
}

export type Guide = readonly { title: string; topics: readonly Topic[] }[];

/** The whole guide of structures, in the order in which they need it. */
export const guide: Guide = [
  {
    title: "Pour commencer",
    topics: [
      { id: "service-sanitaire", title: "Ce qu’on attend de vous", Body: PurposeTopic },
      { id: "roles", title: "Qui est qui", Body: RolesTopic },
      { id: "compte", title: "Créer un compte", Body: RegistrationTopic },
    ],
  },
  {
    title: "Déposer une offre",
    topics: [
      { id: "offre", title: "Décrire l’offre", Body: InformationTopic },
      { id: "periode", title: "Indiquer les périodes", Body: AvailabilityTopic },
      { id: "terrain", title: "Terrain, référent et documents", Body: SiteTopic },
      { id: "soumettre", title: "Vérifier et soumettre", Body: SubmissionTopic },
      { id: "enregistrement", title: "Votre saisie est gardée", Body: SavingTopic },
    ],
  },
  {
    title: "Ensuite",
    topics: [
      { id: "suivre", title: "Suivre vos offres", Body: FollowingTopic },
      { id: "modifier", title: "Modifier une offre validée", Body: EditingTopic },
      { id: "publier", title: "Publier, mettre en pause, supprimer", Body: PublicationTopic },
      { id: "renouveler", title: "Dupliquer et renouveler", Body: RenewalTopic },
    ],
  },
  {
    title: "Votre structure et vous",
    topics: [
      { id: "importer", title: "Importer un tableur", Body: ImportTopic },
      { id: "collegues", title: "Collègues", Body: ColleaguesTopic },
      { id: "lieux", title: "Lieux et référents", Body: SavedPlacesTopic },
      { id: "profil", title: "Mon profil", Body: ProfileTopic },
      { id: "messages", title: "Les messages que vous recevez", Body: MailsTopic },
    ],
  },
  {
    title: "Besoin d’aide",
    topics: [
      { id: "questions", title: "Je ne retrouve pas…", Body: QuestionsTopic },
      { id: "contact", title: "Une autre question", Body: ContactTopic },
    ],
  },
];

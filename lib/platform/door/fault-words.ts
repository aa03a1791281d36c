/** What a page of fault says. Texts, not HTML. */
export interface FaultWords {
  title: string;
  lead: string;
  /** Where to go from here; the first is the likely one. */
  ways: readonly { label: string; path: string }[];
}

const home = { label: "Retour à l’accueil", path: "/" };
const offers = { label: "Voir les offres", path: "/offres" };

/** Paths that save a file. */
const files = /^\/documents\/|\/(pdf|ics|zip|export|rapport|donnees|apercu)$|\.(csv|xlsx|atom)$/;
const offer = /^\/offres\/[^/]+(\/.*)?$/;

/**
 * The words for a status.
 * @param path what was asked, without its query
 * @param more.limit bytes that an answer 413 says are too few
 */
export function faultWords(
  status: number,
  path: string,
  more: { isSent?: boolean; limit?: number } = {},
): FaultWords {
  // Files are sent to an address beside their page.
  const page = path.replace(/\/fichier$/, "").replace(/\/documents$/, "/terrain");
  const again = more.isSent
    ? { label: "Rouvrir la page", path: page }
    : { label: "Réessayer", path };
  switch (status) {
    case 400:
      return {
        title: "Cette demande est illisible",
        lead:
          "L’adresse ou le formulaire est arrivé incomplet. Repartez de la page d’où vous " +
          "veniez.",
        ways: [home, offers],
      };
    case 401:
    case 403:
      return {
        title: "Cette demande a été refusée",
        lead:
          "Elle ne vient pas d’une page du portail, ou n’est pas ouverte à votre compte. " +
          "Rechargez la page d’où vous veniez, puis envoyez de nouveau.",
        ways: [again, home],
      };
    case 404:
    case 410:
      return notFoundWords(path);
    case 405:
      return {
        title: "Cette adresse ne reçoit pas de telle demande",
        lead: "Ouvrez la page dans votre navigateur, puis envoyez le formulaire qui s’y trouve.",
        ways: [home, offers],
      };
    case 409:
      return {
        title: "Le portail a été mis à jour entre-temps",
        lead:
          "Ce formulaire vient d’une version précédente du portail et n’a pas été " +
          "enregistré. Rouvrez la page et reprenez-y votre saisie.",
        ways: [again, home],
      };
    case 408:
      return {
        title: "Cet envoi a pris trop de temps",
        lead:
          "Il n’est pas arrivé en entier, et rien n’a été enregistré. Vérifiez votre " +
          "connexion, puis envoyez de nouveau.",
        ways: [again, home],
      };
    case 413:
      return {
        title: "Cet envoi est trop volumineux",
        lead: tooLarge(more.limit),
        ways: [again, home],
      };
    case 429:
      return {
        title: "Trop de demandes en peu de temps",
        lead: "Patientez un instant, puis réessayez.",
        ways: [again, home],
      };
    case 503:
      return {
        title: "Le portail est indisponible pour un instant",
        lead:
          "Ce n’est pas de votre fait, et ce qui était enregistré l’est toujours. " +
          "Réessayez dans quelques secondes.",
        ways: [again, home],
      };
    default:
      return status >= 500
        ? {
            title: "Un problème est survenu de notre côté",
            lead: "Ce n’est pas de votre fait. Ce que vous aviez enregistré est conservé.",
            ways: [again, home],
          }
        : {
            title: "Cette demande n’a pas abouti",
            lead: "Repartez de la page d’où vous veniez.",
            ways: [again, home],
          };
  }
}

function notFoundWords(path: string): FaultWords {
  const isFile = files.test(path);
  if (offer.test(path)) {
    return {
      title: isFile ? "Ce fichier est introuvable" : "Cette offre est introuvable",
      lead: isFile
        ? "L’offre n’existe pas, ou n’est plus publiée."
        : "Elle n’existe pas, ou n’est plus publiée.",
      ways: [{ ...offers, label: "Chercher une autre offre" }, home],
    };
  }
  return isFile
    ? {
        title: "Ce fichier est introuvable",
        lead: "Il a pu être retiré, ou n’est pas ouvert à votre compte.",
        ways: [home, offers],
      }
    : {
        title: "Cette page est introuvable",
        lead: "Elle a pu changer d’adresse, ou n’est pas ouverte à votre compte.",
        ways: [offers, home],
      };
}

function tooLarge(limit: number | undefined): string {
  if (limit === undefined || limit === 0) return "Il n’a pas été lu, et rien n’a été enregistré.";
  const megabytes = (limit / (1024 * 1024)).toLocaleString("fr-FR", { maximumFractionDigits: 1 });
  return (
    `Le portail reçoit au plus ${megabytes} Mo à la fois. L’envoi n’a pas été lu, et rien ` +
    "n’a été enregistré."
  );
}

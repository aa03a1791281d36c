import { Link } from "@/components/ui/link";
import { passwordCriterionLabels } from "@/lib/people/account/labels";
import { neighbourCodes } from "@/lib/platform/values/phone";
import { Shot } from "../shot";

export function RegistrationTopic() {
  return (
    <>
      <p>
        Un compte par personne suffit pour toutes les offres de votre structure. Si un collègue en a
        déjà créé un, demandez-lui plutôt de{" "}
        <Link href="/aide/votre-structure#collegues">vous inviter</Link>.
      </p>
      <h3>Première page : la structure</h3>
      <p>
        Cliquez sur <Link href="/inscription">S’inscrire</Link>, en haut de la page. Remplissez les
        champs, puis cliquez sur « Suivant ».
      </p>
      <p>
        Tapez le code postal avant la commune : la liste ne propose que les communes de ce code
        postal. S’il n’y en a qu’une, elle est choisie pour vous.
      </p>
      <Shot name="inscription-structure" />
      <h3>Seconde page : l’administrateur</h3>
      <p>
        Ces champs parlent de vous. Choisissez une adresse email que vous lisez souvent : les
        décisions de l’agence y arrivent. Le numéro de téléphone est français, ou celui d’un pays
        voisin avec son indicatif ({neighbourCodes}). Puis cliquez sur « S’inscrire ».
      </p>
      <p>
        Le mot de passe demande {Object.values(passwordCriterionLabels).join(", ")}. Chaque
        condition se coche quand elle est remplie.
      </p>
      <Shot name="inscription-compte" />
      <h3 id="confirmation">Confirmer votre adresse</h3>
      <p>
        Vous êtes connecté aussitôt et pouvez déposer une offre. Un message « Confirmez votre
        adresse » vous est envoyé : ouvrez-le, cliquez sur son bouton, puis confirmez sur la page
        qui s’ouvre.{" "}
        <strong>
          Tant que ce n’est pas fait, vos offres attendent : elles partent à l’agence avec la
          confirmation.
        </strong>{" "}
        Inviter des collègues et importer un fichier viennent ensuite. Le lien vaut 24 heures ;
        « Renvoyer le message de confirmation », en haut de votre espace, en envoie un autre.
      </p>
      <Shot name="message-confirmation" />
      <h3 id="mot-de-passe">Mot de passe oublié</h3>
      <p>
        Demandez un lien sur la page <Link href="/mot-de-passe">Mot de passe oublié</Link>. Il vaut
        deux heures et ne sert qu’une fois. Vous choisissez alors un nouveau mot de passe et vous
        êtes connecté.
      </p>
    </>
  );
}

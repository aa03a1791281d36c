import { Link } from "@/components/ui/link";
import { documentSizeLimit, documentsPerOffer } from "@/lib/offer/documents/rules";
import { FieldTopics } from "../field-topics";
import { Shot } from "../shot";

export function SiteTopic() {
  return (
    <>
      <p>La deuxième page dit où le stage a lieu et qui encadre les étudiants.</p>
      <h3>Terrain d’action</h3>
      <p>
        Le nom et l’adresse sont repris de votre structure. Changez-les si le stage se déroule
        ailleurs : une annexe, une salle municipale, un autre établissement. Choisissez ensuite le
        type de terrain d’action, « Milieu scolaire » par exemple.
      </p>
      <p>
        Le même lieu reviendra dans d’autres offres ? Cochez « Garder ce lieu pour mes prochaines
        offres ». La fois suivante, choisissez-le sous « Reprendre un lieu enregistré » et cliquez
        sur « Reprendre ce lieu ». Ces lieux se gèrent sur la page{" "}
        <Link href="/aide/votre-structure#lieux">Lieux et référents</Link>.
      </p>
      <h3 id="referent">Référent de proximité</h3>
      <p>
        C’est la personne qui encadre les étudiants pendant le stage. Si c’est vous, cochez « C’est
        moi : reprendre mes coordonnées d’administrateur » : les champs se remplissent. Comme les
        lieux, les référents peuvent être gardés et repris.
      </p>
      <Shot name="referent" />
      <p>Ses coordonnées ne sont pas publiques : seules votre structure et l’agence les voient.</p>
      <FieldTopics page="terrain" />
      <h3 id="documents">Documents</h3>
      <p>
        Facultatifs : un programme, un plan d’accès, une photo des lieux. Choisissez les fichiers,
        ou glissez-les dans le cadre : ils partent aussitôt.
      </p>
      <Shot name="documents" />
      <ul>
        <li>
          Formats : PDF, JPEG, PNG, WebP, DOCX ou ODT, sans mot de passe ni macro. Le lieu et
          l’appareil notés dans une photo en sont retirés.
        </li>
        <li>
          {documentSizeLimit / 1024 / 1024} Mo au plus par fichier, {documentsPerOffer} fichiers par
          offre.
        </li>
        <li>
          « Monter » et « Descendre » changent l’ordre dans lequel ils sont montrés ; « Retirer »
          enlève un document.
        </li>
        <li>
          « Renommer ou remplacer » change son nom, ou met un autre fichier à sa place ; « Voir la
          première page » montre un PDF sans l’ouvrir.
        </li>
      </ul>
      <p>Les documents d’une offre visible peuvent être téléchargés par tout le monde.</p>
    </>
  );
}

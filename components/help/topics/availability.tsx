import { weekPresetLabels } from "@/lib/offer/availability/availability-words";
import { Shot } from "../shot";

export function AvailabilityTopic() {
  return (
    <>
      <p>
        Les établissements et les étudiants se décident d’après ces périodes. Elles se donnent en
        deux temps : les mois d’abord, puis les demi-journées de la semaine.
      </p>
      <ol>
        <li>
          Cochez les mois où vous pouvez accueillir. Une colonne s’ouvre pour chacun.
          <Shot name="mois" />
        </li>
        <li>
          Dans la grille, cliquez sur le nom d’un mois ou sur sa case : toute sa semaine est
          choisie. Il ne reste qu’à retirer vos indisponibilités, le mercredi ou le week-end par
          exemple.
        </li>
        <li>Relisez la phrase « En clair », sous la grille : c’est ce que liront les autres.</li>
      </ol>
      <Shot name="creneaux" />
      <p>
        Dans la grille, A.M veut dire le matin et P.M l’après-midi. Chaque mois choisi doit garder
        au moins un créneau.
      </p>
      <h3>Aller plus vite</h3>
      <ul>
        <li>
          Les boutons « {weekPresetLabels.workingDays} », « {weekPresetLabels.schoolDays} » et leurs
          voisins donnent la même semaine à tous les mois choisis. Ils remplacent ce qui était
          coché ; « Annuler le remplissage » revient en arrière.
        </li>
        <li>« Copier ce mois vers… » donne la semaine d’un mois à d’autres mois.</li>
        <li>
          Cliquer sur un jour, sur son A.M ou sur son P.M coche toute la ligne, pour tous les mois
          choisis.
        </li>
        <li>
          À la souris, gardez le bouton enfoncé et glissez pour cocher un bloc. Au doigt, restez un
          instant sur une case avant de glisser.
        </li>
      </ul>
      <h3 id="clavier">Au clavier</h3>
      <p>
        <kbd>Tab</kbd> mène à la grille, les flèches y circulent, <kbd>Espace</kbd> coche ou
        décoche. <kbd>Début</kbd> et <kbd>Fin</kbd> vont aux bouts de la ligne,{" "}
        <kbd>Page préc.</kbd> et <kbd>Page suiv.</kbd> d’un jour à l’autre. Les cases des mois, des
        jours et de « Semaine » en cochent beaucoup d’un coup.
      </p>
    </>
  );
}

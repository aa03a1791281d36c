import { atOnce, validatedAgain } from "@/lib/offer/content/labels";
import { Shot } from "../shot";

const validated = validatedAgain.join(", ");

export function EditingTopic() {
  return (
    <>
      <p>
        Une offre validée peut changer à tout moment : cliquez sur « Éditer ». Tant que vous n’avez
        pas soumis, le public voit la version validée, sans vos changements.
      </p>
      <p>
        <strong>Évitez les grands changements</strong> une fois que des établissements ont choisi
        votre offre : ils désorganisent leur planning et celui des étudiants.
      </p>
      <h3>Ce qui s’applique tout de suite</h3>
      <ul>
        {atOnce.map((words, index) => (
          <li key={words}>
            {words}
            {index === atOnce.length - 1 ? "." : " ;"}
          </li>
        ))}
      </ul>
      <h3>Ce que l’agence valide de nouveau</h3>
      <p>
        {validated.charAt(0).toUpperCase() + validated.slice(1)}. En attendant sa décision, la
        version validée reste visible.
      </p>
      <p>
        Vous n’avez pas à retenir cette liste : avant de soumettre, la page de vérification nomme
        chaque changement, avec l’avant et l’après, et dit s’il attendra une validation. Si vous
        mêlez les deux sortes, tout s’applique ensemble, après la validation.
      </p>
      <Shot name="changements" />
    </>
  );
}

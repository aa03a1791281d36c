import { ChangeList } from "@/components/offer/view/change-list";
import { HelpLink } from "@/components/ui/help-link";
import { Notice } from "@/components/ui/notice";
import type { ChangeInWords } from "@/lib/offer/content/change-words";
import { agree } from "@/lib/platform/values/french";

/**
 * Says before anything is saved which changes wait for the agency and which apply at once, each
 * before → after.
 */
export function PlannedChanges({ changes }: { changes: readonly ChangeInWords[] }) {
  const waiting = changes.filter((change) => change.needsValidation);
  const direct = changes.filter((change) => !change.needsValidation);
  if (changes.length === 0)
    return <Notice tone="info" title="Rien n’a changé par rapport à la version validée." />;
  return (
    <>
      {waiting.length > 0 ? (
        <Notice
          tone="warning"
          title={agree(
            waiting.length,
            "Un changement attendra une validation",
            `${waiting.length} changements attendront une validation`,
          )}
        >
          <p>
            La version validée reste visible en attendant la décision de l’agence. Évitez les grands
            changements une fois que des établissements ont choisi cette offre.
          </p>
          <HelpLink section="/apres-le-depot#modifier" about="ce qui demande une validation" />
          <ChangeList changes={waiting} />
        </Notice>
      ) : null}
      {direct.length > 0 ? (
        <Notice
          tone="info"
          title={
            waiting.length > 0
              ? "Sans validation par eux-mêmes, mais appliqués avec les autres"
              : "Ces changements s’appliqueront tout de suite"
          }
        >
          <ChangeList changes={direct} />
        </Notice>
      ) : null}
    </>
  );
}

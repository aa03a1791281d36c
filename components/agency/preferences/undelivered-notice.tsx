import { Notice } from "@/components/ui/notice";
import type { Viewer } from "@/lib/platform/access/policy";
import { undeliveredWords } from "@/lib/platform/outbox/labels";
import { undeliveredFor } from "@/lib/platform/outbox/queries";
import { quoted } from "@/lib/platform/values/french";

/** Tells who administers the portal that mails do not leave; nothing on every other day. */
export async function UndeliveredNotice({ viewer }: { viewer: Viewer }) {
  const found = await undeliveredFor(viewer);
  if (!found) return null;
  return (
    <Notice tone="warning" title={undeliveredWords(found)}>
      {found.lastError
        ? `Dernier code : ${quoted(found.lastError)}.`
        : "Aucun envoi n’a été essayé : les travaux du portail ne tournent pas."}{" "}
      Dites-le à qui exploite le portail.
    </Notice>
  );
}

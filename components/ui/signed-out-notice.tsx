"use client";

import { usePathname } from "next/navigation";
import { buttonClass } from "./button";
import { Notice } from "./notice";
import { useScripts } from "./use-scripts";

/**
 * The session ended while someone typed. With scripts the typing waits in this browser; without, in
 * the fields of this page.
 */
export function SignedOutNotice() {
  const scripts = useScripts();
  const path = usePathname();
  const query = scripts ? globalThis.location.search : "";
  return (
    <Notice tone="warning" title="Votre session est terminée" focus>
      <p className="mb-3">
        {scripts
          ? "Votre saisie est gardée dans ce navigateur. Reconnectez-vous : vous la " +
            "retrouverez ici."
          : "Reconnectez-vous dans un autre onglet, puis renvoyez cette page : votre " +
            "saisie est conservée ici."}
      </p>
      <a
        href={`/connexion?suite=${encodeURIComponent(path + query)}`}
        target={scripts ? undefined : "_blank"}
        className={buttonClass("secondary")}
      >
        Me reconnecter{scripts ? "" : " (nouvel onglet)"}
      </a>
    </Notice>
  );
}

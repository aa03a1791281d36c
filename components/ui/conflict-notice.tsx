"use client";

import { usePathname } from "next/navigation";
import type { Conflict } from "@/lib/platform/form/action-result";
import { overwriting } from "@/lib/platform/form/base";
import { momentInWords } from "@/lib/platform/values/calendar-day";
import { buttonClass } from "./button";
import { Notice } from "./notice";
import { SubmitButton } from "./submit-button";

/**
 * Two versions of one page: what differs, and the choice between them. Nothing is written before it
 * is made.
 */
export function ConflictNotice({
  conflict,
  overwrite,
  target,
}: {
  conflict: Conflict;
  overwrite: (base: string) => boolean;
  target?: string | undefined;
}) {
  const path = usePathname();
  return (
    <Notice tone="warning" title="Cette page a été modifiée ailleurs pendant votre saisie" focus>
      {/* Enter in a field presses the first button there is: that is no choice. */}
      <button type="submit" hidden />
      <p className="mb-3">
        Modifiée par {conflict.by}
        {conflict.at === null ? "" : `, le ${momentInWords(new Date(conflict.at), "long")}`}. Votre
        saisie est toujours dans les champs ci-dessous ; rien n’est remplacé sans votre accord.
      </p>
      <dl className="mb-4 space-y-3">
        {conflict.differences.map(({ label, mine, theirs }) => (
          <div key={label} className="rounded border border-line bg-surface p-3">
            <dt className="font-semibold">{label}</dt>
            <dd className="mt-1 whitespace-pre-line break-words">
              Votre saisie : {mine || "(vide)"}
            </dd>
            <dd className="mt-1 whitespace-pre-line break-words">
              L’autre version : {theirs || "(vide)"}
            </dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-3">
        <SubmitButton
          name="intent"
          value={overwriting + conflict.base}
          formNoValidate
          formAction={target}
          onClick={(event) => {
            if (overwrite(conflict.base)) event.preventDefault();
          }}
        >
          Garder ma saisie
        </SubmitButton>
        <a href={conflict.address ?? path} target="_blank" className={buttonClass("secondary")}>
          Voir l’autre version <span className="sr-only">(nouvel onglet)</span>
        </a>
      </div>
    </Notice>
  );
}

"use client";

import { Button } from "./button";
import { Notice } from "./notice";

/**
 * Typing that never reached the server, met on a page that has changed since: it is offered, never
 * put over.
 */
export function UnsavedTypingNotice({
  takeBack,
  forget,
}: {
  takeBack: () => void;
  forget: () => void;
}) {
  return (
    <Notice tone="warning" title="Une saisie non enregistrée est gardée dans ce navigateur">
      <p className="mb-3">
        La page a changé depuis. Reprenez votre saisie pour comparer les deux versions, ou
        abandonnez-la.
      </p>
      <div className="flex flex-wrap gap-3">
        <Button type="button" variant="secondary" onClick={takeBack}>
          Reprendre ma saisie
        </Button>
        <Button type="button" variant="quiet" onClick={forget}>
          L’abandonner
        </Button>
      </div>
    </Notice>
  );
}

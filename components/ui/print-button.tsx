"use client";

import { Button } from "./button";
import { useScriptedClass } from "./use-scripts";

/** Prints the page it stands on. Without scripts the browser's own menu does, and it is said. */
export function PrintButton() {
  const shown = useScriptedClass();
  return (
    <>
      <Button
        type="button"
        variant="secondary"
        onClick={() => window.print()}
        className={`${shown} print:hidden`}
      >
        Imprimer
      </Button>
      <p className="self-center scripted:hidden print:hidden">
        Pour imprimer cette page : <kbd>Ctrl</kbd> + <kbd>P</kbd>, ou le menu du navigateur.
      </p>
    </>
  );
}

"use client";

import { Button } from "./button";

/** Prints the page it stands on. Without scripts the browser's own menu does, and it is said. */
export function PrintButton() {
  return (
    <>
      <Button
        type="button"
        variant="secondary"
        onClick={() => window.print()}
        className="unscripted:hidden print:hidden"
      >
        Imprimer
      </Button>
      <p className="self-center scripted:hidden print:hidden">
        Pour imprimer cette page : <kbd>Ctrl</kbd> + <kbd>P</kbd>, ou le menu du navigateur.
      </p>
    </>
  );
}

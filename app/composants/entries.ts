import { buttons } from "./buttons";
import { choiceEntries } from "./choices";
import type { Entry } from "./entry";
import { fields } from "./fields";
import { forms } from "./forms";
import { layouts } from "./layout-entries";
import { notices } from "./notices";
import { pageParts } from "./page-parts";

/** Every component of the kit (components/ui), in the order of the page. */
export const entries: readonly Entry[] = [
  ...buttons,
  ...fields,
  ...choiceEntries,
  ...forms,
  ...notices,
  ...layouts,
  ...pageParts,
];

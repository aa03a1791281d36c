"use server";

import { defineAction } from "@/lib/platform/action/define-action";
import { basesIn } from "@/lib/platform/form/base";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import {
  synonymsAddress,
  synonymsRefusalLabels,
  vocabularyAddress,
  vocabularyRefusalLabels,
} from "@/lib/reference/vocabulary/labels";
import { deleteSynonyms, saveSynonyms } from "./commands/synonyms";
import {
  addTerm,
  mergeTerm,
  moveTerm,
  renameTerm,
  retireTerm,
  takeTermBack,
} from "./commands/terms";
import {
  deletedSynonymsSchema,
  mergedTermSchema,
  movedTermSchema,
  newTermSchema,
  renamedTermSchema,
  synonymsSchema,
  termSchema,
} from "./schema";

export const addTermAction = defineAction({
  permission: "vocabulary:edit",
  schema: newTermSchema,
  messages: vocabularyRefusalLabels,
  run: ({ viewer, input }) => addTerm(viewer, input),
  then: ({ kind }) => withConfirmation(vocabularyAddress(kind), "terme-ajoute"),
});

export const moveTermAction = defineAction({
  permission: "vocabulary:edit",
  schema: movedTermSchema,
  messages: vocabularyRefusalLabels,
  run: ({ viewer, input }) => moveTerm(viewer, input.move),
  then: ({ kind, termId }) => `${vocabularyAddress(kind)}#terme-${termId}`,
});

export const renameTermAction = defineAction({
  permission: "vocabulary:edit",
  schema: renamedTermSchema,
  messages: vocabularyRefusalLabels,
  run: ({ viewer, input, values }) => renameTerm(viewer, input, basesIn(values)),
  then: ({ kind }) => withConfirmation(vocabularyAddress(kind), "terme-renomme"),
});

export const retireTermAction = defineAction({
  permission: "vocabulary:edit",
  schema: termSchema,
  messages: vocabularyRefusalLabels,
  run: ({ viewer, input }) => retireTerm(viewer, input.termId),
  then: ({ kind }) => withConfirmation(vocabularyAddress(kind), "terme-retire"),
});

export const takeTermBackAction = defineAction({
  permission: "vocabulary:edit",
  schema: termSchema,
  messages: vocabularyRefusalLabels,
  run: ({ viewer, input }) => takeTermBack(viewer, input.termId),
  then: ({ kind }) => withConfirmation(vocabularyAddress(kind), "terme-repris"),
});

export const saveSynonymsAction = defineAction({
  permission: "vocabulary:edit",
  schema: synonymsSchema,
  messages: synonymsRefusalLabels,
  run: ({ viewer, input, values }) => saveSynonyms(viewer, input, basesIn(values)),
  then: () => withConfirmation(synonymsAddress, "synonymes-enregistres"),
});

export const deleteSynonymsAction = defineAction({
  permission: "vocabulary:edit",
  schema: deletedSynonymsSchema,
  messages: synonymsRefusalLabels,
  run: ({ viewer, input }) => deleteSynonyms(viewer, input.synonymsId),
  then: () => withConfirmation(synonymsAddress, "synonymes-supprimes"),
});

export const mergeTermAction = defineAction({
  permission: "vocabulary:edit",
  schema: mergedTermSchema,
  messages: vocabularyRefusalLabels,
  run: ({ viewer, input }) => mergeTerm(viewer, input),
  then: ({ kind }) => withConfirmation(vocabularyAddress(kind), "termes-fusionnes"),
});

/** Every refusal of a form that was opened on another state ({@link contested}). */
export const conflictLabels = {
  changedMeanwhile:
    "Cette page a été modifiée ailleurs pendant votre saisie. Rien n’est remplacé sans " +
    "votre accord.",
};

/** Who saved, in words that follow «par». */
export const savedBySelf = "vous, dans un autre onglet";

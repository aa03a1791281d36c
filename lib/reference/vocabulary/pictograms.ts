/** What can be drawn beside a theme, in the order of the sheet they are drawn on. */
export const pictograms = [
  "other",
  "undecided",
  "nutrition",
  "sport",
  "addictions",
  "sexuality",
  "vaccination",
  "teeth",
  "hygiene",
  "sleep",
  "screens",
  "mind",
  "parents",
  "rescue",
  "screening",
  "infections",
  "environment",
] as const;
export type Pictogram = (typeof pictograms)[number];

/** The first one that a label speaks of. «Bucco-dentaire» stands before «hygiène». */
const spokenOf: readonly (readonly [Pictogram, RegExp])[] = [
  ["undecided", /définir/i],
  ["nutrition", /aliment|nutrition|obésité/i],
  ["sport", /physique|sport/i],
  ["addictions", /addiction|tabac|alcool|drogue/i],
  ["sexuality", /sexuel|affecti|contracepti/i],
  ["vaccination", /vaccin/i],
  ["teeth", /dent|bucc/i],
  ["hygiene", /hygiène/i],
  ["sleep", /sommeil/i],
  ["screens", /écran|numérique/i],
  ["mind", /mental|psych|bien-être/i],
  ["parents", /parent/i],
  ["rescue", /gestes|secour/i],
  ["screening", /dépistage/i],
  ["infections", /infect/i],
  ["environment", /environnement|climat/i],
];

/**
 * What is drawn beside a theme: the list is the ARS's, so its labels are read for what they speak
 * of, and what nothing is known of has a pictogram too.
 */
export function pictogramOf(label: string): Pictogram {
  return spokenOf.find(([, words]) => words.test(label))?.[0] ?? "other";
}

/** In an address: the part that it wants to be open (fold.tsx). */
export const unfoldedParameter = "ouvert";

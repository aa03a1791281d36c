/**
 * The tutorial's password rule: at least 6 characters, one upper-case, one lower-case, one digit.
 * Nothing more is asked.
 */
export const passwordCriteria = [
  { code: "length", test: (password: string) => [...password].length >= 6 },
  { code: "upperCase", test: (password: string) => /\p{Lu}/u.test(password) },
  { code: "lowerCase", test: (password: string) => /\p{Ll}/u.test(password) },
  { code: "digit", test: (password: string) => /\p{Nd}/u.test(password) },
] as const;

export type PasswordCriterion = (typeof passwordCriteria)[number]["code"];

/** Characters; beyond it a password is a way to keep the server busy. */
export const passwordLimit = 128;

/** @returns the criteria a password does not meet, none when it is good */
export function unmetCriteria(password: string): PasswordCriterion[] {
  const composed = password.normalize("NFC");
  return passwordCriteria.filter(({ test }) => !test(composed)).map(({ code }) => code);
}

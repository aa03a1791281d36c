import type { z } from "zod";

/**
 * For a rule over several fields: zod would leave it out as soon as any field of the form is wrong,
 * and who corrected that one would meet the next fault only then.
 * @param names the fields it reads; it is judged once they are right
 */
export function ruleOver(...names: string[]): z.core.$ZodSuperRefineParams {
  return {
    when: ({ issues }) =>
      // An issue without a path is about the form as a whole.
      issues.every(({ path = [] }) => path.length > 0 && !names.includes(String(path[0]))),
  };
}

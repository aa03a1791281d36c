import { passwordCriterionLabels } from "@/lib/people/account/labels";
import { passwordCriteria } from "@/lib/people/account/rules";

/** The password rule as PasswordField shows it. */
export const shownCriteria = passwordCriteria.map(({ code, test }) => ({
  label: passwordCriterionLabels[code],
  test,
}));

import { passwordCriterionLabels } from "@/lib/account/labels";
import { passwordCriteria } from "@/lib/account/rules";

/** The password rule as PasswordField shows it. */
export const shownCriteria = passwordCriteria.map(({ code, test }) => ({
  label: passwordCriterionLabels[code],
  test,
}));

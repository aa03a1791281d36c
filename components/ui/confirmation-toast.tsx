import type { ReactNode } from "react";
import { confirmationIn, confirmations } from "@/lib/platform/form/confirmations";
import { Toast } from "./toast";

interface Props {
  query: Readonly<Record<string, string | string[] | undefined>>;
  children?: ReactNode;
}

/** What was just done, as the query of the page's address says it; nothing when it says nothing. */
export function ConfirmationToast({ query, children }: Props) {
  const code = confirmationIn(query);
  return code && <Toast title={confirmations[code]}>{children}</Toast>;
}

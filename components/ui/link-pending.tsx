"use client";

import { useLinkStatus } from "next/link";
import { Spinner } from "./spinner";

/**
 * Inside a Link: says that the page it leads to is on its way. The loading state of every page
 * (docs/decisions/0006-loading.md).
 */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return pending ? <Spinner /> : null;
}

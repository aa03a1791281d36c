"use client";

import dynamic from "next/dynamic";

/**
 * The banner may stand above any page and hardly ever does: only where it does are the scripts of
 * its form fetched.
 */
export const LeaveSpace = dynamic(() =>
  import("./leave-space-form").then(({ LeaveSpaceForm }) => LeaveSpaceForm),
);

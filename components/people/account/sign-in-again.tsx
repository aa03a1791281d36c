"use client";

import dynamic from "next/dynamic";

/**
 * It may stand in place of any page and hardly ever does: only where it does are the scripts of its
 * form fetched.
 */
export const SignInAgain = dynamic(() =>
  import("./sign-in-forms").then(({ SignInAgainForm }) => SignInAgainForm),
);

"use client";

import { useEffect } from "react";

/**
 * The guide was one page: who comes with an anchor that has left it is led on. Without scripts its
 * line of the contents is in sight, and marked.
 */
export function OldAnchors() {
  useEffect(() => {
    const { hash } = window.location;
    const line = hash && document.getElementById(hash.slice(1))?.closest("nav li");
    const link = line && line.querySelector("a");
    if (link) window.location.replace(`${link.pathname}${hash}`);
  }, []);
  return null;
}

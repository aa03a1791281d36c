"use client";

import { useEffect } from "react";
import { Card } from "@/components/ui/layout";
import { entries } from "./entries";
import type { State } from "./entry";

const linkClass = "inline-flex min-h-11 items-center text-accent underline underline-offset-4";

/** The components of the kit, each in its states. */
export function Kit() {
  useEffect(() => {
    // Some samples take the focus as they appear: after them the page opens where its address says.
    const start = window.setTimeout(() => {
      const place = document.getElementById(window.location.hash.slice(1));
      (place ?? document.getElementById("contenu"))?.focus({ preventScroll: true });
      window.scrollTo({ top: place?.offsetTop ?? 0, behavior: "instant" });
    }, 0);
    return () => window.clearTimeout(start);
  }, []);
  return (
    <>
      <nav aria-label="Composants" className="mb-8">
        <ul className="flex flex-wrap gap-x-4">
          {entries.map(({ of }) => (
            <li key={of.name}>
              <a href={`#${of.name}`} className={linkClass}>
                {of.name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {entries.map(({ of, purpose, states }) => (
        <section key={of.name} data-component={of.name} className="mb-8">
          <h2 id={of.name} tabIndex={-1} className="text-xl font-bold">
            {of.name}
          </h2>
          <p className="mb-4 text-muted">{purpose}</p>
          {states.map((state) => (
            <Sample key={state.name} state={state} />
          ))}
        </section>
      ))}
    </>
  );
}

function Sample({ state: { name, sample, narrow, floats, press } }: { state: State }) {
  return (
    <figure data-look={name} data-narrow={narrow} data-press={press} className="mb-4">
      <figcaption className="mb-2 text-sm font-semibold text-muted">
        {name}
        {press ? ` (pressez « ${press} »)` : ""}
      </figcaption>
      {/* What floats over the page floats over its frame here. */}
      <div
        style={{
          contain: "layout",
          maxWidth: narrow ? "20rem" : undefined,
          minHeight: floats ? "24rem" : undefined,
        }}
      >
        <Card>{sample}</Card>
      </div>
    </figure>
  );
}

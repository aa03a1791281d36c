import type { ReactNode } from "react";
import type { Dashboard } from "@/lib/agency/dashboard/figures";
import { offerStateLabels } from "@/lib/agency/moderation/offer-words";
import { FigureLink } from "./figure-link";

/** Where the offers stand now, and the structures that are still waited for. */
export function Overview({
  states,
  visible,
  structures,
}: Pick<Dashboard, "states" | "visible" | "structures">) {
  return (
    <dl className="mb-10 grid grid-cols-2 gap-3 sm:grid-cols-4">
      {states.map(({ state, offers }) => (
        <Tile key={state} name={offerStateLabels[state]}>
          <FigureLink figure={offers} label={`offres, ${offerStateLabels[state]}`} />
        </Tile>
      ))}
      <Tile name="Visibles dans le catalogue">
        <FigureLink figure={visible} label="offres visibles dans le catalogue" />
      </Tile>
      <Tile name="Structures sans rien de publié pour la campagne">
        <FigureLink
          figure={structures.absent}
          label="structures sans rien de publié pour la campagne"
        />
      </Tile>
      <Tile name="Structures qui n’ont jamais publié">
        <FigureLink figure={structures.never} label="structures qui n’ont jamais publié" />
      </Tile>
    </dl>
  );
}

function Tile({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-col justify-between rounded-lg border border-line bg-surface p-4">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="mt-2 text-2xl">{children}</dd>
    </div>
  );
}

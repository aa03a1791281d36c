import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { consequences, suspensionRefusalLabels } from "@/lib/agency/suspension/labels";
import { liftedSuspensions } from "@/lib/agency/suspension/queries/suspensions";
import type { LiftedSuspensionDto, SuspensionDto } from "@/lib/agency/suspension/schema";
import type { SuspendedThing } from "@/lib/offer/suspended/rules";
import type { Viewer } from "@/lib/platform/access/policy";
import { agree } from "@/lib/platform/values/french";
import { LiftForm, SuspendForm } from "./suspension-forms";

interface Props {
  viewer: Viewer;
  thing: SuspendedThing;
  id: string;
  /** The one in force, if there is one. */
  current: SuspensionDto | null;
  /** Nothing is left to suspend, see `SuspensionState`. */
  gone?: boolean;
}

/**
 * What a suspension does, and the form that makes it; or the one in force, and the form that ends
 * it; and those before.
 */
export async function SuspensionPanel({ viewer, thing, id, current, gone = false }: Props) {
  const lifted = await liftedSuspensions(viewer, { thing, id });
  return (
    <>
      {current ? (
        <>
          <SuspensionInForce suspension={current} />
          <LiftForm thing={thing} id={id} suspensionId={current.id} />
        </>
      ) : gone ? (
        <p>{suspensionRefusalLabels.gone}</p>
      ) : (
        <>
          <p className="mb-6 max-w-text">{consequences[thing]}</p>
          <SuspendForm thing={thing} id={id} />
        </>
      )}
      {lifted.length > 0 ? <Lifted suspensions={lifted} /> : null}
    </>
  );
}

/** Why something is suspended, by whom and since when. */
export function SuspensionInForce({ suspension }: { suspension: SuspensionDto }) {
  return (
    <Notice tone="warning" title="Suspension en cours">
      <p className="mb-2 whitespace-pre-line wrap-anywhere">{suspension.message}</p>
      <p>
        Par {suspension.by}, le <Moment date={suspension.since} />.
      </p>
    </Notice>
  );
}

function Lifted({ suspensions }: { suspensions: readonly LiftedSuspensionDto[] }) {
  return (
    <div className="mt-8 border-t border-line pt-4">
      <h2 className="mb-2 font-bold">
        {agree(suspensions.length, "Suspension levée", "Suspensions levées")}
      </h2>
      <ul className="space-y-4">
        {suspensions.map(({ id, by, since, liftedBy, liftedAt, message }) => (
          <li key={id}>
            <p>
              Suspendue par {by} le <Moment date={since} />, levée par {liftedBy} le{" "}
              <Moment date={liftedAt} />.
            </p>
            <p className="whitespace-pre-line wrap-anywhere text-muted">{message}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { consequences } from "@/lib/suspension/labels";
import type { SuspendedThing } from "@/lib/suspension/rules";
import type { SuspensionDto } from "@/lib/suspension/schema";
import { LiftForm, SuspendForm } from "./suspension-forms";

interface Props {
  thing: SuspendedThing;
  id: string;
  /** The one in force, if there is one. */
  current: SuspensionDto | null;
}

/** What a suspension does, and the form that makes it; or the one in force, and the form that ends it. */
export function SuspensionPanel({ thing, id, current }: Props) {
  if (!current) {
    return (
      <>
        <p className="mb-6 max-w-text">{consequences[thing]}</p>
        <SuspendForm thing={thing} id={id} />
      </>
    );
  }
  return (
    <>
      <Notice tone="warning" title="Suspension en cours">
        <p className="mb-2 whitespace-pre-line wrap-anywhere">{current.message}</p>
        <p>
          Par {current.by}, le <Moment date={current.since} />.
        </p>
      </Notice>
      <LiftForm thing={thing} id={id} suspensionId={current.id} />
    </>
  );
}

import { Link, type LinkProps } from "./link";

export interface Step<Address> {
  title: string;
  text?: string | undefined;
  /** Where the step is filled in; absent, it cannot be gone to from here. */
  href?: LinkProps<Address>["href"] | undefined;
  /** How far it is; absent, the steps before the current one count as done. */
  state?: "complete" | "errors" | "untouched";
}

const marks = {
  complete: "border-accent bg-accent text-surface",
  errors: "border-danger bg-danger-soft text-danger",
  here: "border-accent bg-accent text-surface",
  untouched: "border-control bg-surface text-muted",
} as const;

/** Where one is in a form of several pages, and how far each of them is. */
export function Stepper<Address>({
  steps,
  current,
}: {
  steps: readonly Step<Address>[];
  current: number;
}) {
  return (
    <ol className="space-y-3" aria-label="Étapes">
      {steps.map((step, index) => {
        const here = index + 1 === current;
        const state = step.state ?? (index + 1 < current ? "complete" : "untouched");
        const mark = state === "untouched" && here ? "here" : state;
        const title = (
          <>
            <span className="sr-only">
              Étape {index + 1} sur {steps.length} :{" "}
            </span>
            {step.title}
            {!step.state && state === "complete" ? <span className="sr-only"> (faite)</span> : null}
          </>
        );
        return (
          <li key={step.title} aria-current={here ? "step" : undefined} className="flex gap-3">
            <span
              aria-hidden="true"
              className={
                "flex size-9 shrink-0 items-center justify-center rounded-full border-2 " +
                `font-bold ${marks[mark]}`
              }
            >
              {state === "complete" ? "✓" : state === "errors" ? "!" : index + 1}
            </span>
            <span className="min-w-0 wrap-anywhere">
              {step.href && !here ? (
                <Link
                  href={step.href}
                  className="block py-1 font-semibold text-accent underline underline-offset-4"
                >
                  {title}
                </Link>
              ) : (
                <span className={`block py-1 font-semibold ${here ? "text-ink" : "text-muted"}`}>
                  {title}
                </span>
              )}
              {step.text ? (
                <span
                  className={`block text-sm ${state === "errors" ? "text-danger" : "text-muted"}`}
                >
                  {step.text}
                </span>
              ) : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

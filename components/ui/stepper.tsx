/** Where one is in a form of several pages. */
export function Stepper({ steps, current }: { steps: readonly { title: string; text?: string }[]; current: number }) {
  return (
    <ol className="space-y-3" aria-label="Étapes">
      {steps.map((step, index) => {
        const here = index + 1 === current;
        const past = index + 1 < current;
        return (
          <li key={step.title} aria-current={here ? "step" : undefined} className="flex gap-3">
            <span
              aria-hidden="true"
              className={`flex size-9 shrink-0 items-center justify-center rounded-full border-2 font-bold ${here || past ? "border-accent bg-accent text-white" : "border-control bg-surface text-muted"}`}
            >
              {past ? "✓" : index + 1}
            </span>
            <span>
              <span className={`block font-semibold ${here ? "text-ink" : "text-muted"}`}>
                <span className="sr-only">Étape {index + 1} sur {steps.length} : </span>
                {step.title}
                {past ? <span className="sr-only"> (faite)</span> : null}
              </span>
              {step.text ? <span className="block text-sm text-muted">{step.text}</span> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

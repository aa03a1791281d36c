import type { Tone } from "./notice";

const tones: Record<Tone | "neutral", string> = {
  neutral: "bg-canvas text-ink border-control",
  info: "bg-info-soft text-info border-info",
  success: "bg-success-soft text-success border-success",
  warning: "bg-warning-soft text-warning border-warning",
  danger: "bg-danger-soft text-danger border-danger",
};

/** A state in words; the colour only helps to find it. */
export function Badge({ tone, children }: { tone: Tone | "neutral"; children: string }) {
  return (
    <span className={`inline-flex items-center gap-1.5 rounded-full border px-3 py-0.5 text-sm font-semibold ${tones[tone]}`}>
      <span aria-hidden="true" className="size-2 rounded-full bg-current" />
      {children}
    </span>
  );
}

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
    <span
      className={
        "inline-flex items-center gap-1.5 rounded-2xl border px-3 py-0.5 text-sm " +
        "font-semibold wrap-anywhere before:size-2 before:shrink-0 before:rounded-full " +
        `before:bg-current before:content-[''] ${tones[tone]}`
      }
    >
      {children}
    </span>
  );
}

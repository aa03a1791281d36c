import { Notice } from "@/components/ui/notice";

/** The moderator's words, where the correction is made. */
export function CorrectionNotice({ reason }: { reason: string }) {
  if (!reason) return null;
  return (
    <Notice tone="warning" title="L’agence demande une correction">
      <p className="whitespace-pre-line">{reason}</p>
    </Notice>
  );
}

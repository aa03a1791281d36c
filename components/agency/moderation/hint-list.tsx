import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { Hint } from "@/lib/agency/moderation/hints";
import { hintInWords } from "@/lib/agency/moderation/labels";

/**
 * What the portal noticed in an offer. It decides nothing; nothing is shown when there is nothing
 * to say.
 */
export function HintList({ hints }: { hints: readonly Hint[] }) {
  if (hints.length === 0) return null;
  return (
    <Notice tone="info" title="À regarder de près">
      <HintItems hints={hints} />
    </Notice>
  );
}

/** The same as a bare list, for a place that has its own frame. */
export function HintItems({ hints }: { hints: readonly Hint[] }) {
  if (hints.length === 0) return null;
  return (
    <ul className="list-disc space-y-1 pl-5">
      {hints.map((hint) => (
        <li key={hint.code === "possibleDuplicate" ? hint.offerId : JSON.stringify(hint)}>
          {hintInWords(hint)}{" "}
          {hint.code === "possibleDuplicate" ? (
            <Link
              href={`/admin/offres/${hint.offerId}`}
              className="text-accent underline underline-offset-4"
            >
              {hint.reference}
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

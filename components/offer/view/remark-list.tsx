import { contentPartLabels } from "@/lib/offer/content/labels";
import type { Remark } from "@/lib/offer/content/remarks";

/** What a moderator wrote about single parts of an offer. */
export function RemarkList({ remarks }: { remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null;
  return (
    <dl className="mt-2 space-y-2">
      {remarks.map(({ part, words }) => (
        <div key={part}>
          <dt className="font-semibold">{contentPartLabels[part]}</dt>
          <dd className="whitespace-pre-line break-words">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

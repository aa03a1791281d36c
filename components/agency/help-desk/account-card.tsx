import { Badge } from "@/components/ui/badge";
import { Day } from "@/components/ui/day";
import { Link } from "@/components/ui/link";
import { accountStateLabels } from "@/lib/agency/help-desk/labels";
import type { OverseenAccountDto } from "@/lib/agency/help-desk/schema";
import { roleLabels } from "@/lib/people/membership/labels";
import { ViewSpaceForm } from "./account-forms";

const tones = {
  active: "success",
  invited: "info",
  suspended: "danger",
  disabled: "danger",
  closed: "neutral",
} as const;

/** Someone's place and state, in words. */
export function AccountBadges({ account }: { account: OverseenAccountDto }) {
  return (
    <span className="flex flex-wrap gap-2">
      <Badge tone={tones[account.standing]}>{accountStateLabels[account.standing]}</Badge>
      <Badge tone="neutral">{roleLabels.structure[account.role]}</Badge>
      {needsConfirmation(account) ? <Badge tone="warning">Adresse à confirmer</Badge> : null}
    </span>
  );
}

/** Someone whose space there is to see. */
export function hasSpace({ standing }: OverseenAccountDto): boolean {
  return standing === "active" || standing === "suspended";
}

export function needsConfirmation(account: OverseenAccountDto): boolean {
  return !account.addressConfirmed && hasSpace(account);
}

/** One account of a structure. */
export function AccountCard({ account }: { account: OverseenAccountDto }) {
  return (
    <div className="rounded-lg border border-line bg-surface p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h3 className="min-w-0 font-bold">
          <Link
            href={`/admin/structures/comptes/${account.id}`}
            className={
              "inline-flex min-h-11 items-center break-all text-accent underline " +
              "underline-offset-4"
            }
          >
            {account.name || account.email}
          </Link>
        </h3>
        <AccountBadges account={account} />
      </div>
      <p className="break-all text-muted">
        {[account.function, account.email].filter(Boolean).join(" · ")}
      </p>
      {account.standing === "closed" ? null : (
        <p className="text-muted">
          {account.lastSeenAt ? (
            <>
              Dernière activité le <Day date={account.lastSeenAt} />
            </>
          ) : (
            "Pas encore d’activité"
          )}
        </p>
      )}
      {hasSpace(account) ? (
        <div className="mt-3">
          <ViewSpaceForm accountId={account.id} name={account.name || account.email} />
        </div>
      ) : null}
    </div>
  );
}

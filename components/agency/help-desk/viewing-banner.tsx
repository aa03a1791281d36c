import type { AccountNavDto } from "@/lib/people/account/queries";
import { LeaveSpaceForm } from "./leave-space-form";

const clock = new Intl.DateTimeFormat("fr-FR", { timeStyle: "short", timeZone: "Europe/Paris" });

/** «14 h 32», never broken over two lines. */
function hourInWords(moment: Date): string {
  return clock.format(moment).replace(":", "\u00a0h\u00a0");
}

/** Above every page while a moderator sees what someone sees. */
export function ViewingBanner({ account }: { account: AccountNavDto | null }) {
  if (!account?.viewing) return null;
  const { structureName, until } = account.viewing;
  return (
    <section
      aria-label="Vue d’un autre compte"
      className="border-b-4 border-warning bg-warning-soft print:hidden"
    >
      <div
        className={
          "mx-auto flex w-full max-w-page flex-wrap items-center justify-between gap-x-6 " +
          "gap-y-3 px-4 py-3 sm:px-6"
        }
      >
        <p className="min-w-0 wrap-anywhere">
          <strong>
            Vous voyez le portail comme {account.name} ({structureName}).
          </strong>{" "}
          Lecture seule, jusqu’à {hourInWords(until)}.
        </p>
        <LeaveSpaceForm />
      </div>
    </section>
  );
}

import type { Route } from "next";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "./button";

const grids = {
  3: "sm:grid-cols-2 lg:grid-cols-3",
  4: "sm:grid-cols-2 lg:grid-cols-4",
  5: "sm:grid-cols-2 lg:grid-cols-5",
};

/**
 * The filters of a list, side by side where there is room. A plain GET form: they stand in the
 * address.
 * @param columns on a wide screen
 * @param all where the list stands without a filter
 */
export function FilterBar({
  columns = 3,
  all,
  children,
}: {
  columns?: keyof typeof grids;
  all?: Route;
  children: ReactNode;
}) {
  return (
    <search>
      <form
        className={
          "mb-6 grid items-end gap-4 rounded-lg border border-line bg-surface p-5 " + grids[columns]
        }
      >
        {children}
        <div className="flex flex-wrap gap-3">
          <Button>Filtrer</Button>
          {all ? (
            <ButtonLink href={all} variant="quiet">
              Tout voir
            </ButtonLink>
          ) : null}
        </div>
      </form>
    </search>
  );
}

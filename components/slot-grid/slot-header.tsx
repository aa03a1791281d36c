"use client";

import { memo } from "react";
import { TriStateCheckBox } from "@/components/ui/tri-state-check-box";
import { dayLabels, monthLabels } from "@/lib/offer/availability/availability-words";
import { type HeaderCell, headerLabel, periodLabels, readHeader } from "./grid-headers";

interface Props {
  cell: HeaderCell;
  state: boolean | "indeterminate";
  tabIndex: number | undefined;
  scripts: boolean;
  onToggle: (cell: HeaderCell) => void;
}

/**
 * A header that is a target as a whole, once scripts answer; its room is kept from the start. The
 * box itself is never in the page the server sends: Radix styles a hidden input in its attribute,
 * which the content security policy refuses. Remembered, so that a choice renders the headers it
 * changes and no other.
 */
export const SlotHeader = memo(function SlotHeader({
  cell,
  state,
  tabIndex,
  scripts,
  onToggle,
}: Props) {
  const upright = cell.startsWith("month:") ? "flex-col justify-center" : "";
  return (
    <label
      className={
        "flex min-h-11 items-center gap-x-1.5 gap-y-1 py-1.5 sm:gap-x-2 " +
        `${scripts ? "cursor-pointer" : ""} ${upright}`
      }
    >
      <span className="hidden size-6 shrink-0 scripted:inline-flex">
        {scripts ? (
          <TriStateCheckBox
            label={headerLabel(cell)}
            cell={cell}
            tabIndex={tabIndex}
            state={state}
            onToggle={() => onToggle(cell)}
          />
        ) : null}
      </span>
      <HeaderText cell={cell} />
    </label>
  );
});

function HeaderText({ cell }: { cell: HeaderCell }) {
  const header = readHeader(cell);
  if (header.kind === "week") return "Semaine";
  if (header.kind === "month") return monthLabels[header.month];
  if (header.kind === "half") return periodLabels[header.period];
  return (
    <>
      <span className="max-sm:sr-only">{dayLabels[header.day]}</span>
      {/* Three letters where the screen is narrow, so that more months fit. */}
      <span aria-hidden="true" className="sm:hidden">
        {dayLabels[header.day].slice(0, 3)}.
      </span>
    </>
  );
}

"use client";

import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from "react";

/** A link of the grid by where it stands. */
interface Placed {
  link: HTMLAnchorElement;
  row: number;
  column: number;
}

const heightOf = (link: Element) => link.getBoundingClientRect().top + window.scrollY;

/**
 * Days of links in columns (`data-column`), two rows each (`data-period`), that are one stop of the
 * tab key: arrows go from one to the next, over what is empty. Without scripts each is a stop. The
 * one that was followed stays where it is, whatever its search brings or takes away above it.
 * @param columns of each row
 */
export function ArrowLinks({ columns, children }: { columns: number; children: ReactNode }) {
  const own = useRef<HTMLUListElement>(null);
  const current = useRef<HTMLAnchorElement>(null);
  const followed = useRef<{ link: Element; height: number }>(undefined);

  function placed(): Placed[] {
    return [...(own.current?.children ?? [])].flatMap((day, index) =>
      [...day.querySelectorAll("a")].map((link) => ({
        link,
        row: 2 * index + (link.dataset.period === "pm" ? 1 : 0),
        column: Number(link.dataset.column),
      })),
    );
  }

  // Links come and go with each search.
  useLayoutEffect(() => {
    const links = placed().map(({ link }) => link);
    const stop = links.find((link) => link === current.current) ?? links[0];
    for (const link of links) link.tabIndex = link === stop ? 0 : -1;
    const { link, height } = followed.current ?? {};
    followed.current = undefined;
    if (link?.isConnected && height !== undefined)
      window.scrollBy({ top: heightOf(link) - height, behavior: "instant" });
  });

  function onKeyDown(event: KeyboardEvent) {
    const all = placed();
    const from = all.find(({ link }) => link === event.target);
    if (!from) return;
    const inRow = all.filter(({ row }) => row === from.row);
    const inColumn = all.filter(({ column }) => column === from.column);
    const next = {
      ArrowRight: inRow.find(({ column }) => column > from.column),
      ArrowLeft: inRow.findLast(({ column }) => column < from.column),
      ArrowDown: inColumn.find(({ row }) => row > from.row),
      ArrowUp: inColumn.findLast(({ row }) => row < from.row),
      Home: inRow[0],
      End: inRow.at(-1),
    }[event.key];
    if (!next) return;
    event.preventDefault();
    next.link.focus();
  }

  return (
    <ul
      ref={own}
      data-columns={columns}
      className="relative pt-6 text-sm"
      onKeyDown={onKeyDown}
      onClick={({ target, metaKey, ctrlKey, shiftKey, altKey }) => {
        const link = target instanceof Element ? target.closest("a") : null;
        const isElsewhere = metaKey || ctrlKey || shiftKey || altKey;
        if (link && !isElsewhere) followed.current = { link, height: heightOf(link) };
      }}
      onFocus={({ target }) => {
        if (!(target instanceof HTMLAnchorElement)) return;
        if (current.current) current.current.tabIndex = -1;
        current.current = target;
        target.tabIndex = 0;
      }}
    >
      {children}
    </ul>
  );
}

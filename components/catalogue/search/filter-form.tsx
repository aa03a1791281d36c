"use client";

import { usePathname, useRouter } from "next/navigation";
import {
  type ChangeEvent,
  createContext,
  type ReactNode,
  type SubmitEvent,
  useContext,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useTransition,
} from "react";
import type { ViewPath } from "@/lib/catalogue/search/labels";
import { filtersId, resultsId, sheetId } from "./results-id";
import { heightToReturnTo, rememberHeight, rememberSearch } from "./search-memory";
import { isOtherChosen, showWhatWasUnderstood } from "./understood-values";

/** Milliseconds after the last change of a box: several are often chosen one after another. */
const settle = 400;

const ApplyFilters = createContext<() => void>(() => undefined);

/** What a control calls once a choice was made in it that no box tells of. */
export const useApplyFilters = () => useContext(ApplyFilters);

/** Hands the focus to the heading of what was found, and brings it in sight. */
function showResults() {
  const heading = document.getElementById(resultsId);
  if (!heading) return;
  heading.focus({ preventScroll: true });
  const { top } = heading.getBoundingClientRect();
  if (top < 0 || top > window.innerHeight / 2) heading.scrollIntoView();
}

/**
 * The filters of the catalogue. Without scripts a form with a button; with them a choice is applied
 * as it is made.
 *
 * @param search what the address says, in the one way the catalogue writes it
 */
export function FilterForm({ search, children }: { search: string; children: ReactNode }) {
  const [router, path] = [useRouter(), usePathname() as ViewPath];
  const [pending, start] = useTransition();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const own = useRef<HTMLFormElement>(null);
  const asked = useRef(false);
  const sent = useRef<FormData>(undefined);
  const shown = useRef(search);

  // The controls keep what was typed while the rest of the page changes: a link, the back button
  // and the server's own reading of a commune have to reach them. The page itself came with what
  // its address says: what differs then was typed before the scripts ran, and stays.
  useLayoutEffect(() => {
    if (shown.current === search) return;
    shown.current = search;
    if (own.current) showWhatWasUnderstood(own.current, sent.current);
    sent.current = undefined;
  }, [search]);

  useEffect(() => rememberSearch(search === "" ? path : `${path}?${search}`), [path, search]);

  // Another page of the list begins at its heading, for the keyboard too. Its address says so once:
  // who comes back to it wants to be where they were.
  useEffect(() => {
    const { hash, pathname, search: query } = window.location;
    if (hash !== `#${resultsId}`) return;
    window.history.replaceState(window.history.state, "", pathname + query);
    showResults();
  }, [search]);

  // A link that takes a filter away goes with it: who followed it goes on from the results.
  const focused = useRef<Element>(undefined);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (target instanceof Element) focused.current = target;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  useEffect(() => {
    if (document.activeElement !== document.body || focused.current?.isConnected !== false) return;
    focused.current = undefined;
    showResults();
  }, [search]);

  // The way back from an offer leads to where the list was left: kept before its top is scrolled
  // to.
  useLayoutEffect(() => {
    const height = heightToReturnTo();
    if (height !== null) window.scrollTo({ top: height, behavior: "instant" });
    let seen = window.scrollY;
    const note = () => (seen = window.scrollY);
    const keep = () => rememberHeight(seen);
    window.addEventListener("scroll", note, { passive: true });
    window.addEventListener("pagehide", keep);
    return () => {
      window.removeEventListener("scroll", note);
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, []);

  // Who pressed the button wants the answer: on a phone it is below the form.
  useEffect(() => {
    if (pending || !asked.current) return;
    asked.current = false;
    showResults();
  }, [pending]);

  function apply(form: HTMLFormElement) {
    clearTimeout(waiting.current);
    sent.current = new FormData(form);
    const said = [...sent.current].flatMap(([name, value]) =>
      typeof value === "string" && value !== "" ? [[name, value]] : [],
    );
    start(() => router.push(`${path}?${new URLSearchParams(said).toString()}`, { scroll: false }));
  }

  function applyNow() {
    if (own.current) apply(own.current);
  }

  // What was chosen before the scripts ran is a choice like any other.
  const applyWhatWasChosen = useEffectEvent(() => {
    if (own.current && isOtherChosen(own.current)) apply(own.current);
  });
  useEffect(() => applyWhatWasChosen(), []);

  function onChange(event: ChangeEvent<HTMLFormElement>) {
    const { type } = event.nativeEvent.target as HTMLInputElement;
    if (type !== "checkbox" && type !== "radio" && type !== "select-one") return;
    const form = event.currentTarget;
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => apply(form), settle);
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    asked.current = true;
    document.querySelector<HTMLElement>(`#${sheetId}:popover-open`)?.hidePopover();
    apply(event.currentTarget);
  }

  return (
    <form
      ref={own}
      id={filtersId}
      role="search"
      noValidate
      action={`${path}#${resultsId}`}
      onChange={onChange}
      onSubmit={onSubmit}
      aria-busy={pending}
      className={
        "rounded-lg border-line bg-surface max-lg:bg-transparent lg:self-start lg:border lg:p-4 " +
        "print:hidden"
      }
    >
      <ApplyFilters value={applyNow}>{children}</ApplyFilters>
    </form>
  );
}

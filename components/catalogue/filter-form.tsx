"use client";

import { usePathname, useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useRef, useTransition } from "react";
import { Card } from "@/components/ui/layout";

/** Milliseconds after the last change of a box: several are often chosen one after another. */
const settle = 400;

/** The filters of the catalogue. Without scripts a form with a button; with them a choice is applied as it is made. */
export function FilterForm({ children }: { children: ReactNode }) {
  const [router, path] = [useRouter(), usePathname()];
  const [pending, start] = useTransition();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);

  function apply(form: HTMLFormElement) {
    clearTimeout(waiting.current);
    const said = [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" && value !== "" ? [[name, value]] : []));
    start(() => router.push(`${path}?${new URLSearchParams(said).toString()}`, { scroll: false }));
  }

  function onChange(event: FormEvent<HTMLFormElement>) {
    const { type } = event.target as HTMLInputElement;
    if (type !== "checkbox" && type !== "radio" && type !== "select-one") return;
    const form = event.currentTarget;
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => apply(form), settle);
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    apply(event.currentTarget);
  }

  return (
    <Card className="lg:self-start">
      <search>
        <form action={path} onChange={onChange} onSubmit={onSubmit} aria-busy={pending}>
          {children}
        </form>
      </search>
    </Card>
  );
}

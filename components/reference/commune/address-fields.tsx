"use client";

import { useEffect, useRef, useState } from "react";
import { CheckBox } from "@/components/ui/check-box";
import { controlClass } from "@/components/ui/control-class";
import { Field } from "@/components/ui/field";
import { useField } from "@/components/ui/form-context";
import { typeInto, typingRestored } from "@/components/ui/restore-typing";
import { SuggestField } from "@/components/ui/suggest-field";
import { TextField } from "@/components/ui/text-field";
import type { FoundAddress } from "@/lib/reference/commune/found-addresses";
import type { AddressAnswer } from "@/lib/reference/commune/queries/addresses";
import { lookedUp, useLookups } from "./lookups";

interface Props {
  names: {
    street: string;
    postcode: string;
    commune: string;
    /** Of an address mail goes to: where a CEDEX line is kept. */
    cedex?: string;
    /** Of a site: the box that confirms a commune outside the region. */
    outside?: string;
  };
}

/** What the server makes of the fields so far; null when nobody answers: they stay as typed. */
async function answerTo(typed: Record<string, string>): Promise<AddressAnswer | null> {
  const query = new URLSearchParams(typed).toString();
  const response = await fetch(`/api/communes?${query}`).catch(() => null);
  return response?.ok ? ((await response.json()) as AddressAnswer) : null;
}

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

/**
 * A French address: street, then a postcode and a commune that each take any writing (a name, a
 * former one, a CEDEX line). What they mean is asked of the server when they are left, and shown;
 * without JavaScript the server finds the same when the form is sent.
 */
export function AddressFields({ names }: Props) {
  const kept = useField(names.cedex ?? "").value;
  const asked = useField(names.outside ?? "").value;
  const refused = [useField(names.postcode).error, useField(names.commune).error];
  const [answer, setAnswer] = useState<AddressAnswer | null>(null);
  const [restored, setRestored] = useState<Record<string, unknown>>({});
  const top = useRef<HTMLDivElement>(null);
  // Of two answers that overtake each other the later question counts.
  const turn = useRef<object>(undefined);
  /** The commune that was written in for a postcode: it goes with it. */
  const filled = useRef("");

  const input = (name: string | undefined) => {
    const field = name && top.current?.closest("form")?.elements.namedItem(name);
    return field instanceof HTMLInputElement ? field : null;
  };
  const typed = () => ({
    postcode: input(names.postcode)?.value ?? "",
    commune: input(names.commune)?.value ?? "",
    ...(names.cedex === undefined ? {} : { cedex: input(names.cedex)?.value ?? "" }),
  });

  const { addresses } = useLookups();
  const fill = (values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) {
      const field = input(name);
      if (field) typeInto(field, value);
    }
  };
  const understand = async () => {
    const before = typed();
    if (before.postcode + before.commune === "") return;
    const own = {};
    turn.current = own;
    const isFilled = before.commune !== "" && before.commune === filled.current;
    let found = await answerTo(before);
    // One that was written in for another postcode says nothing about this one.
    if (isFilled && found && !found.address) found = await answerTo({ ...before, commune: "" });
    const now = typed();
    if (!found || turn.current !== own) return;
    if (now.postcode !== before.postcode || now.commune !== before.commune) return;
    setAnswer(found);
    if (isFilled && !found.address) write(names.commune, "");
    if (!found.address) return;
    if (isFilled || before.commune === "") filled.current = found.address.commune;
    write(names.postcode, found.address.postcode);
    write(names.commune, found.address.commune);
  };
  const write = (name: string, value: string) => {
    const field = input(name);
    // Nobody's words are changed while they are typed.
    if (field && field.value !== value && (field !== document.activeElement || field.value === ""))
      typeInto(field, value);
  };

  useEffect(() => {
    filled.current = input(names.commune)?.defaultValue ?? "";
    const form = top.current?.closest("form");
    const take = (event: Event) =>
      setRestored((event as CustomEvent<Record<string, unknown>>).detail);
    form?.addEventListener(typingRestored, take);
    return () => form?.removeEventListener(typingRestored, take);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the page begins
  }, []);

  useEffect(() => {
    // Typed before the scripts came, or kept by the browser over a reload: nobody has heard of it.
    const fields = [input(names.postcode), input(names.commune)];
    if (fields.some((field) => field && field.value !== field.defaultValue)) void understand();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the page begins
  }, []);

  const cedex =
    answer?.address?.cedex ?? (textOf(names.cedex && restored[names.cedex]) || textOf(kept));
  const outside =
    answer?.outside ?? (textOf(names.outside && restored[names.outside]) || textOf(asked));
  const code = outside.replace("?", "");
  // What the form was refused for stands at its field already.
  const note = refused.some((error) => error && error === answer?.note) ? "" : answer?.note;
  return (
    <div ref={top}>
      {addresses ? (
        <SuggestField
          name={names.street}
          label="Adresse"
          hint="Numéro et voie"
          autoComplete="address-line1"
          ask={async (street) => {
            const { commune } = typed();
            const found = await lookedUp<FoundAddress>("/api/adresses", `${street} ${commune}`);
            return found.map((each) => ({
              ...each,
              key: Object.values(each).join(),
              label: each.street,
              note: `${each.postcode} ${each.commune}`,
            }));
          }}
          pick={({ street, postcode, commune }) => {
            fill({ [names.street]: street, [names.postcode]: postcode, [names.commune]: commune });
            void understand();
          }}
        />
      ) : (
        <TextField
          name={names.street}
          label="Adresse"
          hint="Numéro et voie"
          autoComplete="address-line1"
        />
      )}
      <div
        className="grid items-end gap-x-4 sm:grid-cols-[10rem_1fr]"
        onBlur={() => void understand()}
      >
        <TextField
          name={names.postcode}
          label="Code postal"
          inputMode="numeric"
          autoComplete="postal-code"
          onChange={(event) => {
            if (/^(?:\D*\d){5}\D*$/.test(event.target.value)) void understand();
          }}
        />
        <SuggestField
          name={names.commune}
          label="Commune"
          autoComplete="address-level2"
          ask={async () =>
            ((await answerTo(typed()))?.suggestions ?? []).map((suggestion) => ({
              ...suggestion,
              key: `${suggestion.postcode} ${suggestion.name} ${suggestion.formerName}`,
              label: suggestion.name,
              note: [suggestion.postcode, suggestion.formerName].filter(Boolean).join(", "),
            }))
          }
          pick={({ name, postcode }) => {
            const [commune, code] = [input(names.commune), input(names.postcode)];
            if (commune) typeInto(commune, name);
            if (code && code.value.trim() === "") typeInto(code, postcode);
            void understand();
          }}
        />
      </div>
      <p role="status" className={note ? "-mt-3 mb-6 text-muted" : "sr-only"}>
        {note}
      </p>
      {names.cedex && cedex !== "" ? <CedexField name={names.cedex} line={cedex} /> : null}
      {names.outside && code !== "" ? (
        <div className="mb-6">
          <CheckBox
            key={code}
            name={names.outside}
            value={code}
            defaultChecked={outside === code && textOf(asked) === code}
            label="Le stage a bien lieu dans cette commune, hors de la région"
          />
        </div>
      ) : null}
    </div>
  );
}

/** What was understood of a CEDEX, for the mail: it may be put right, or taken away. */
function CedexField({ name, line }: { name: string; line: string }) {
  const { error } = useField(name);
  return (
    <Field
      name={name}
      label="Ligne CEDEX"
      hint="Pour le courrier, à la place du code postal et de la commune."
      optional
      error={error}
    >
      <input
        id={name}
        name={name}
        key={line}
        defaultValue={line}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${name}-hint`}
        className={controlClass}
      />
    </Field>
  );
}

"use client";

import { useEffect, useRef, useState } from "react";
import { useField } from "@/components/ui/form-context";
import { typingRestored } from "@/components/ui/restore-typing";
import { type Choice, SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { FormValues } from "@/lib/platform/form/action-result";
import { type CommuneChoice, useSentCommunes } from "./sent-communes";

interface Props {
  names: { street: string; postcode: string; commune: string };
  /** Communes of the postcode the page already knows. */
  known: readonly CommuneChoice[];
}

const choicesOf = (communes: readonly CommuneChoice[]): Choice[] =>
  communes.map(({ code, name }) => ({ value: code, label: name }));

/** Null when it is not a postcode yet, or nobody answers: the list stays as it is. */
async function communesOf(code: string): Promise<CommuneChoice[] | null> {
  const digits = code.replaceAll(/\s/g, "");
  if (!/^\d{5}$/.test(digits)) return null;
  const response = await fetch(`/api/communes?code=${digits}`).catch(() => null);
  return response?.ok ? ((await response.json()) as CommuneChoice[]) : null;
}

/**
 * A French address: street, then the postcode that gives the communes to choose from; where it has
 * one, that one is chosen. Without JavaScript the list comes back filled with the page, once the
 * postcode was sent; the only commune of one is then taken by the server.
 */
export function AddressFields({ names, known }: Props) {
  const sent = useSentCommunes();
  const typed = useField(names.postcode).value;
  // A page that answers a form knows the communes of what was sent, not only of what it holds.
  const [communes, setCommunes] = useState(
    typeof typed === "string" ? (sent[typed.replaceAll(/\s/g, "")] ?? known) : known,
  );
  const [restored, setRestored] = useState("");
  const top = useRef<HTMLDivElement>(null);
  // Of two answers that overtake each other the postcode that stands in the field counts.
  const asked = useRef("");

  const load = async (code: string) => {
    asked.current = code;
    const found = await communesOf(code);
    if (found && asked.current === code) setCommunes(found);
  };

  useEffect(() => {
    const form = top.current?.closest("form");
    const take = (event: Event) =>
      setRestored(String((event as CustomEvent<FormValues>).detail[names.commune] ?? ""));
    form?.addEventListener(typingRestored, take);
    return () => form?.removeEventListener(typingRestored, take);
  }, [names.commune]);

  useEffect(() => {
    // Typed before the scripts came, or kept by the browser over a reload: nobody has heard of it.
    const field = top.current?.closest("form")?.elements.namedItem(names.postcode);
    if (field instanceof HTMLInputElement && field.value !== field.defaultValue)
      void load(field.value);
  }, [names.postcode]);

  return (
    <div ref={top}>
      <TextField
        name={names.street}
        label="Adresse"
        hint="Numéro et voie"
        autoComplete="street-address"
      />
      <div className="grid gap-x-4 sm:grid-cols-[10rem_1fr]">
        <TextField
          name={names.postcode}
          label="Code postal"
          inputMode="numeric"
          autoComplete="postal-code"
          onChange={(event) => void load(event.target.value)}
        />
        <CommuneField name={names.commune} communes={communes} restored={restored} />
      </div>
    </div>
  );
}

function CommuneField({
  name,
  communes,
  restored,
}: {
  name: string;
  communes: readonly CommuneChoice[];
  restored: string;
}) {
  const kept = communes.find(({ code }) => code === restored);
  const only = communes.length === 1 ? communes[0] : undefined;
  return (
    <div key={`${restored}-${communes.map(({ code }) => code).join()}`}>
      <SelectField
        name={name}
        label="Commune"
        choices={choicesOf(communes)}
        preselected={kept?.code ?? only?.code}
        empty={communes.length === 0 ? "Indiquez d’abord le code postal" : "Choisir la commune…"}
      />
      <noscript>
        <p className="mb-6 text-sm text-muted">
          La liste se remplit quand vous continuez. Un code postal d’une seule commune suffit : elle
          est retenue.
        </p>
      </noscript>
    </div>
  );
}

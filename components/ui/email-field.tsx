"use client";

import { useRef, useState } from "react";
import { keptAddress, takenAddress } from "@/lib/platform/form/addresses";
import { suggestedAddress } from "@/lib/platform/values/email";
import { CheckBox } from "./check-box";
import type { FieldText } from "./field";
import { useField } from "./form-context";
import { TextField } from "./text-field";

/**
 * An address of mail. One slip from a well-known provider is asked about, when one leaves the field
 * or, without scripts, when the form was sent; whoever ticks nothing keeps what was typed.
 */
export function EmailField({ autoComplete, ...text }: FieldText & { autoComplete?: string }) {
  const { name } = text;
  const { value } = useField(name);
  const given = typeof value === "string" ? value : "";
  const [left, setLeft] = useState({ given, typed: given });
  const typed = left.given === given ? left.typed : given;
  const box = useRef<HTMLDivElement>(null);
  const meant = suggestedAddress(typed);
  const take = () => {
    const input = box.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (!input || meant === null) return;
    input.value = meant;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    input.focus();
    setLeft({ given, typed: meant });
  };
  return (
    <div
      ref={box}
      onBlur={({ target, relatedTarget }) => {
        // A question that moves the button away from under a finger is asked by the server.
        if (relatedTarget instanceof HTMLButtonElement) return;
        if (target instanceof HTMLInputElement && target.name === name)
          setLeft({ given, typed: target.value });
      }}
    >
      <TextField {...text} type="email" {...(autoComplete ? { autoComplete } : {})} />
      <input type="hidden" name={keptAddress(name)} value={meant === null ? "" : typed} />
      <div role="status">
        {meant === null ? null : (
          <CheckBox
            key={meant}
            className="-mt-4 mb-6 bg-warning-soft"
            name={takenAddress(name)}
            value={meant}
            label={`Vouliez-vous dire ${meant} ? Corriger`}
            hint="Sinon, continuez : l’adresse reste comme elle est."
            onChange={take}
          />
        )}
      </div>
    </div>
  );
}

import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { Viewer } from "@/lib/platform/access/policy";
import { ResendConfirmationForm } from "./sign-in-forms";

/** In the place of what comes after the confirmation of an address: why, and the way to it. */
export function ConfirmFirst({
  viewer,
  what,
  children,
}: {
  viewer: Viewer;
  what: string;
  children: ReactNode;
}) {
  if (viewer.kind !== "offeror" || viewer.addressConfirmed) return children;
  return (
    <Notice tone="warning" title="Confirmez d’abord votre adresse">
      <p className="mb-3">
        {what} quand vous aurez ouvert le lien que nous vous avons envoyé par mail. Il n’est pas
        arrivé ? Demandez-en un autre.
      </p>
      {viewer.viewedBy ? null : <ResendConfirmationForm />}
    </Notice>
  );
}

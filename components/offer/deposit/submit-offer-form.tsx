"use client";

import { ActionForm } from "@/components/ui/action-form";
import { CheckBox } from "@/components/ui/check-box";
import { HelpLink } from "@/components/ui/help-link";
import { Card } from "@/components/ui/layout";
import { SubmitButton } from "@/components/ui/submit-button";
import { submitOfferAction } from "@/lib/offer/draft/actions";

interface Props {
  offerId: string;
  version: number;
  /** Only before the offer was ever approved: afterwards it has a publication of its own. */
  asksPublication: boolean;
  ticked: boolean;
  /** The address is yet to be confirmed: the offer leaves then. */
  waitsForAddress: boolean;
}

/** The last step. The trap of the tutorial («n’oubliez pas de PUBLIER») is a box that is ticked. */
export function SubmitOfferForm({
  offerId,
  version,
  asksPublication,
  ticked,
  waitsForAddress,
}: Props) {
  return (
    <Card>
      <ActionForm action={submitOfferAction}>
        <input type="hidden" name="offerId" value={offerId} />
        <input type="hidden" name="version" value={version} />
        {asksPublication ? (
          <CheckBox
            name="publishOnApproval"
            value="on"
            defaultChecked={ticked}
            label={<strong>Publier dès la validation</strong>}
            hint={
              "Votre offre sera visible sans autre démarche de votre part. Vous pourrez " +
              "la dépublier à tout moment."
            }
            className="mb-4"
          />
        ) : null}
        {waitsForAddress ? (
          <p className="mb-4">
            Votre adresse reste à confirmer : l’offre partira à l’agence au moment où vous ouvrirez
            le lien reçu par mail, sans rien faire d’autre. Ce bouton la met en attente.
          </p>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <SubmitButton className="w-full sm:w-auto">Soumettre l’offre</SubmitButton>
          <HelpLink section="/deposer-une-offre#soumettre" about="ce qui se passe ensuite" />
        </div>
      </ActionForm>
    </Card>
  );
}

"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Card, Section } from "@/components/ui/layout";
import { Moment } from "@/components/ui/moment";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { writeNoteAction } from "@/lib/agency/moderation/actions";
import type { OfferModerationDto } from "@/lib/agency/moderation/queries/offer-moderation";
import { noteSchema } from "@/lib/agency/moderation/schema";

/** What moderators tell each other about an offer. */
export function NoteList({
  offerId,
  notes,
  query,
}: {
  offerId: string;
  notes: OfferModerationDto["notes"];
  query: string;
}) {
  return (
    <Card className="mb-8">
      <Section title="Notes entre modérateurs" id="notes">
        {notes.length === 0 ? (
          <p className="mb-4 text-muted">
            Aucune note. La structure ne lit jamais celles que vous laissez ici.
          </p>
        ) : null}
        <ol className="mb-6 space-y-4 empty:hidden">
          {notes.map(({ id, by, at, words }) => (
            <li key={id}>
              <p className="whitespace-pre-line break-words">{words}</p>
              <p className="text-sm text-muted">
                {by}, <Moment date={at} />
              </p>
            </li>
          ))}
        </ol>
        <ActionForm action={writeNoteAction} schema={noteSchema}>
          <input type="hidden" name="offerId" value={offerId} />
          <input type="hidden" name="queue" value={query} />
          <TextAreaField name="words" label="Ajouter une note" limit={2000} rows={3} />
          <SubmitButton variant="secondary">Enregistrer la note</SubmitButton>
        </ActionForm>
      </Section>
    </Card>
  );
}

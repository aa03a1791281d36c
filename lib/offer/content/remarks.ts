import { offerFields } from "./fields";
import { contentPartLabels } from "./labels";
import { type ContentPart, contentParts, type PartComments } from "./significance";

/** A moderator's words about one part of the content. */
export interface Remark {
  part: ContentPart;
  words: string;
}

/** The field of the form where the words about a part are shown. */
function anchorOf(part: ContentPart): string {
  const field = offerFields[part];
  return field.kind === "group" ? field.anchor : part;
}

/** In the order of the form. */
export function remarksInOrder(comments: PartComments): Remark[] {
  return contentParts.flatMap((part) => (comments[part] ? [{ part, words: comments[part] }] : []));
}

export function remarksByField(comments: PartComments): Record<string, string> {
  return Object.fromEntries(
    remarksInOrder(comments).map(({ part, words }) => [anchorOf(part), words]),
  );
}

/** A reason for who only commented single parts; empty when nothing was commented. */
export function reasonFromRemarks(comments: PartComments): string {
  const parts = remarksInOrder(comments).map(({ part }) => contentPartLabels[part].toLowerCase());
  return parts.length === 0 ? "" : `Voyez nos remarques sur : ${parts.join(", ")}.`;
}

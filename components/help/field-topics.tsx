import { Fragment, type ReactNode } from "react";
import { offerFields } from "@/lib/offer/content/fields";
import {
  fieldsOfPage,
  type FormPage,
  isPlain,
  plainField,
  type PlainName,
} from "@/lib/offer/content/inputs";

/**
 * What the guide says of the plain fields of a page of the form, in its order.
 * @param prose of those that say more than paragraphs can
 */
export function FieldTopics({
  page,
  prose = {},
}: {
  page: FormPage;
  prose?: Partial<Record<PlainName, { id?: string; body: ReactNode }>>;
}) {
  return fieldsOfPage(page)
    .filter(isPlain)
    .map((name) => (
      <Fragment key={name}>
        <h3 id={prose[name]?.id}>{offerFields[name].label}</h3>
        {prose[name]?.body ?? plainField(name).help?.map((words) => <p key={words}>{words}</p>)}
      </Fragment>
    ));
}

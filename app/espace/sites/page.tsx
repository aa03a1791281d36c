import type { Metadata, Route } from "next";
import type { ReactNode } from "react";
import {
  RemoveButton,
  SavedReferentForm,
  SavedSiteForm,
} from "@/components/offer/places/saved-place-forms";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Card, PageTitle, Section } from "@/components/ui/layout";
import { textOf } from "@/lib/offer/content/draft-reading";
import { referentInWords } from "@/lib/offer/places/labels";
import { savedPlaces, type SavedReferentDto, type SavedSiteDto } from "@/lib/offer/places/queries";
import { siteState } from "@/lib/offer/places/rules";
import { pageViewer } from "@/lib/platform/access/session";
import type { FormValues } from "@/lib/platform/form/action-result";
import { stateName } from "@/lib/platform/form/base";
import { newId } from "@/lib/platform/values/id";
import { phoneInWords } from "@/lib/platform/values/phone";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { siteNames, withAddress } from "@/lib/reference/commune/queries/addresses";
import { choicesOf } from "@/lib/reference/vocabulary/queries";

export const metadata: Metadata = { title: "Lieux et référents" };

export default async function SitesPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("site:manage"), searchParams]);
  const { sites, referents } = await savedPlaces(viewer);
  return (
    <>
      <ConfirmationToast query={query} />
      <PageTitle
        lead={
          "Gardez ici les lieux de stage et les personnes qui encadrent : vous les " +
          "reprendrez d’un geste dans vos offres."
        }
      >
        Lieux et référents
      </PageTitle>
      <Card className="mb-8">
        <Section title="Lieux" id="lieux">
          {query.lieu ? (
            <SiteSection sites={sites} wanted={textOf(query.lieu)} />
          ) : (
            <Sites sites={sites} />
          )}
        </Section>
      </Card>
      <Card>
        <Section title="Référents de proximité" id="referents">
          {query.referent ? (
            <ReferentSection referents={referents} wanted={textOf(query.referent)} />
          ) : (
            <Referents referents={referents} />
          )}
        </Section>
      </Card>
    </>
  );
}

function Sites({ sites }: { sites: readonly SavedSiteDto[] }) {
  const items = sites.map(({ id, siteName, siteStreet, sitePostcode, siteCommune, type }) => (
    <Item
      key={id}
      name={siteName}
      detail={`${siteStreet}, ${sitePostcode} ${siteCommune} · ${type}`}
      edit={`/espace/sites?lieu=${id}`}
      remove={<RemoveButton id={id} kind="site" about={siteName} />}
    />
  ));
  return (
    <List
      items={items}
      none="Aucun lieu enregistré."
      add={{ href: "/espace/sites?lieu=nouveau", label: "Ajouter un lieu" }}
    />
  );
}

function Referents({ referents }: { referents: readonly SavedReferentDto[] }) {
  const items = referents.map(
    ({ id, referentName, referentFunction, referentPhone, referentEmail }) => (
      <Item
        key={id}
        name={referentName}
        detail={`${referentFunction} · ${phoneInWords(referentPhone)} · ${referentEmail}`}
        edit={`/espace/sites?referent=${id}`}
        remove={<RemoveButton id={id} kind="referent" about={referentName} />}
      />
    ),
  );
  return (
    <List
      items={items}
      none="Aucun référent enregistré."
      add={{ href: "/espace/sites?referent=nouveau", label: "Ajouter un référent" }}
    />
  );
}

function List({
  items,
  none,
  add,
}: {
  items: ReactNode[];
  none: string;
  add: { href: Route; label: string };
}) {
  return (
    <>
      {items.length === 0 ? (
        <p className="mb-6 text-muted">{none}</p>
      ) : (
        <ul className="mb-6 divide-y divide-line">{items}</ul>
      )}
      <ButtonLink href={add.href} variant="secondary">
        {add.label}
      </ButtonLink>
    </>
  );
}

function Item({
  name,
  detail,
  edit,
  remove,
}: {
  name: string;
  detail: string;
  edit: Route;
  remove: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
      <div className="min-w-0 flex-1 basis-64 break-words">
        <p className="font-semibold">{name}</p>
        <p className="text-muted">{detail}</p>
      </div>
      <div className="flex flex-wrap items-center">
        <ButtonLink href={edit} variant="quiet">
          Modifier<span className="sr-only"> {name}</span>
        </ButtonLink>
        {remove}
      </div>
    </li>
  );
}

async function SiteSection({ sites, wanted }: { sites: readonly SavedSiteDto[]; wanted: string }) {
  const kept = sites.find(({ id }) => id === wanted);
  const values: FormValues = kept
    ? {
        siteName: kept.siteName,
        siteStreet: kept.siteStreet,
        sitePostcode: kept.sitePostcode,
        siteCommune: kept.siteCommune,
        siteTypeId: kept.siteTypeId,
        siteOutside: kept.siteOutside,
        base: siteState(kept),
      }
    : {};
  return (
    <SavedSiteForm
      id={kept?.id ?? newId()}
      isNew={!kept}
      values={await withAddress(values, siteNames)}
      siteTypes={await choicesOf("siteType", kept ? [kept.siteTypeId] : [])}
    />
  );
}

function ReferentSection({
  referents,
  wanted,
}: {
  referents: readonly SavedReferentDto[];
  wanted: string;
}) {
  const kept = referents.find(({ id }) => id === wanted);
  const words = kept && referentInWords(kept);
  return (
    <SavedReferentForm
      id={kept?.id ?? newId()}
      isNew={!kept}
      values={words ? { ...words, base: stateName(words) } : {}}
    />
  );
}

import { createHash } from "node:crypto";
import type { Sql } from "postgres";
import { toNumbers } from "@/lib/offer/availability/availability";
import { canonical } from "@/lib/offer/content/canonical";
import { referenceFrom } from "@/lib/offer/content/reference";
import type { OfferContent, Site } from "@/lib/offer/content/schema";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";
import { firstNames, functions, lastNames, streets, structureKinds } from "../demo-data/structures";
import { chance, type Chance } from "./chance";
import { copyRows, type CopyValue } from "./copy";
import { offerContent } from "./offer-content";

/** Offers an organisation has on average. */
const offersOfOne = 50;
/** Days back to the oldest publication, so that «depuis une semaine» means something. */
const days = 365;
/** Rows in memory at once. */
const batch = 20_000;

interface Town {
  code: string;
  name: string;
  department: string;
  postcodes: string[];
}

interface Host {
  id: string;
  accountId: string;
  name: string;
  kind: number;
  site: Site;
}

/**
 * Writes a believable region straight into the tables: structures with an account each, approved
 * and published offers with their revision. The read model is left to
 * lib/offer/projection/commands/rebuild.ts, so that it is what the portal makes.
 * @param sql a role that may set session_replication_role: the rows bring what triggers would work
 * out
 */
export async function fillMass(
  sql: Sql,
  offers: number,
  departments: readonly string[],
  at: Date,
): Promise<void> {
  const terms = new Map(
    (
      await sql<
        { id: string; kind: string; label: string }[]
      >`select id, kind, label from vocabulary_term where merged_into_id is null`
    ).map(({ id, kind, label }) => [`${kind}:${label}`, id]),
  );
  // A town of ten thousand has more structures than a village: each stands once per thousand
  // inhabitants, at least once.
  const towns = await sql<Town[]>`
    select code, name, department, postcodes from commune, generate_series(1, greatest(1, inhabitants / 1000))
    where department in ${sql([...departments])} order by md5(code || generate_series)`;
  const draw = chance(2026);
  const hosts = Array.from({ length: Math.max(1, Math.ceil(offers / offersOfOne)) }, (_, index) =>
    host(index, draw, towns[index % towns.length] as Town),
  );
  const connection = await sql.reserve();
  try {
    await connection`set session_replication_role = replica`;
    await connection`set statement_timeout = 0`;
    await writeHosts(connection, hosts, terms, at);
    for (let start = 0; start < offers; start += batch)
      await writeOffers(connection, start, Math.min(batch, offers - start), {
        hosts,
        terms,
        draw,
        at,
      });
  } finally {
    await connection`reset session_replication_role`;
    await connection`reset statement_timeout`;
    connection.release();
  }
}

function host(index: number, draw: Chance, town: Town): Host {
  const kind = index % structureKinds.length;
  const name = `${draw.pick(structureKinds[kind]?.names ?? [""])} – ${town.name}`;
  const site = {
    name,
    street: `${draw.between(1, 80)} ${draw.pick(streets)}`,
    postcode: town.postcodes[0] ?? "",
    communeCode: town.code,
    communeName: town.name,
    department: town.department,
    typeId: "",
  };
  return { id: uuid(1, index), accountId: uuid(2, index), name, kind, site };
}

async function writeHosts(
  sql: Sql,
  hosts: readonly Host[],
  terms: ReadonlyMap<string, string>,
  at: Date,
): Promise<void> {
  await copyRows(
    sql,
    "structure",
    [
      "id",
      "name",
      "street",
      "postcode",
      "commune_code",
      "commune_name",
      "department",
      "type_id",
      "representative_name",
      "representative_function",
      "created_at",
    ],
    hosts.map(({ id, name, site, kind }) => [
      id,
      name,
      site.street,
      site.postcode,
      site.communeCode,
      site.communeName,
      site.department,
      terms.get(`structureType:${structureKinds[kind]?.type ?? ""}`) ?? "",
      "Claude Weber",
      "Direction",
      at,
    ]),
  );
  await copyRows(
    sql,
    "account",
    [
      "id",
      "email",
      "role",
      "structure_id",
      "last_name",
      "first_name",
      "function",
      "phone",
      "email_confirmed_at",
      "created_at",
    ],
    hosts.map(({ id, accountId }, index) => [
      accountId,
      `masse${index}@demonstration.example`,
      "administrator",
      id,
      lastNames[index % lastNames.length] ?? "",
      firstNames[index % firstNames.length] ?? "",
      functions[index % functions.length] ?? "",
      "+33383000000",
      at,
      at,
    ]),
  );
}

interface Made {
  id: string;
  revisionId: string;
  index: number;
  host: Host;
  content: OfferContent;
  publishedAt: Date;
}

async function writeOffers(
  sql: Sql,
  start: number,
  count: number,
  {
    hosts,
    terms,
    draw,
    at,
  }: { hosts: readonly Host[]; terms: ReadonlyMap<string, string>; draw: Chance; at: Date },
): Promise<void> {
  const made = Array.from({ length: count }, (_, place): Made => {
    const index = start + place;
    const owner = hosts[index % hosts.length] as Host;
    const kind = structureKinds[owner.kind] as (typeof structureKinds)[number];
    return {
      id: uuid(3, index),
      revisionId: uuid(4, index),
      index,
      host: owner,
      content: offerContent(draw, kind, owner.site, terms),
      publishedAt: new Date(at.getTime() - Math.floor(draw.next() * days * 86_400_000)),
    };
  });
  const campaign = campaignFor(at);
  const rows = (row: (offer: Made) => CopyValue[]) => made.map(row);
  await copyRows(
    sql,
    "offer",
    [
      "id",
      "reference",
      "structure_id",
      "account_id",
      "campaign",
      "validation",
      "publication",
      "published_at",
      "submitted_at",
      "current_revision_id",
      "approved_revision_id",
      "created_at",
      "updated_at",
    ],
    rows(({ id, revisionId, index, host: owner, publishedAt }) => [
      id,
      reference(index),
      owner.id,
      owner.accountId,
      campaign,
      "approved",
      "published",
      publishedAt,
      publishedAt,
      revisionId,
      revisionId,
      publishedAt,
      publishedAt,
    ]),
  );
  await copyRows(
    sql,
    "offer_revision",
    [
      "id",
      "offer_id",
      "number",
      "content",
      "content_hash",
      "decision",
      "submitted_by",
      "submitted_at",
      "decided_at",
    ],
    rows(({ id, revisionId, host: owner, content, publishedAt }) => [
      revisionId,
      id,
      1,
      content,
      createHash("sha256").update(canonical(content)).digest("hex"),
      "approved",
      owner.accountId,
      publishedAt,
      publishedAt,
    ]),
  );
  await copyRows(
    sql,
    "revision_facts",
    ["revision_id", "title", "department", "places", "theme_ids", "audience_ids", "slots"],
    rows(({ revisionId, content }) => [
      revisionId,
      content.title,
      content.site.department,
      content.places,
      content.themeIds,
      content.audienceIds,
      toNumbers(content.availability),
    ]),
  );
}

/**
 * Version 8: made here, not by time; the last bits are as evenly spread as those that are drawn.
 */
function uuid(table: number, index: number): string {
  const hash = createHash("sha256").update(`${table}:${index}`).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** Each index another one: drawn at random, two of a million would be the same. */
function reference(index: number): string {
  const mixed = (BigInt(index + 1) * 654_188_429n) % (1n << 40n);
  return referenceFrom(
    Uint8Array.from({ length: 8 }, (_, place) => Number((mixed >> BigInt(5 * place)) & 31n)),
  );
}

import { twentyOffers } from "../../rows";

export const dynamic = "force-dynamic";

/** The least a page of ours could be: twenty rows by their key, written as a list. */
export default async function DynamicPage() {
  const rows = await twentyOffers();
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.reference}>
          <a href={`/offres/${row.reference}`}>{row.title}</a> {row.structure_name},{" "}
          {row.commune_name}
        </li>
      ))}
    </ul>
  );
}

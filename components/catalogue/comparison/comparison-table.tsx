import { Link } from "@/components/ui/link";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { comparisonOf } from "@/lib/catalogue/shortlist/comparison";
import { type PublicOfferDto, publicPreview } from "@/lib/offer/projection/queries/public-offer";

const cell = "border-b border-line p-2 text-left align-top wrap-anywhere sm:p-3 print:p-1.5";
const head =
  `${cell} sticky left-0 w-36 min-w-28 sm:min-w-36 bg-surface text-sm font-semibold text-muted ` +
  "print:w-28 print:min-w-0";
const linkClass = "inline-flex min-h-11 items-center text-accent underline underline-offset-4";

/** Offers side by side, a line for each thing they say. */
export function ComparisonTable({ offers }: { offers: readonly PublicOfferDto[] }) {
  const rows = comparisonOf(
    offers.map((offer) => ({
      preview: publicPreview(offer),
      structure: offer.page.structure,
      elapsed: offer.elapsed,
    })),
  );
  const caption = "Comparaison des offres";
  return (
    <ScrollRegion
      label={caption}
      className="rounded-lg border border-line bg-surface print:overflow-visible print:border-0"
    >
      <table className="w-full border-separate border-spacing-0 print:table-fixed print:text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <td className={head} />
            {offers.map(({ reference, title }) => (
              <th
                key={reference}
                scope="col"
                className={`${cell} min-w-40 sm:min-w-52 print:min-w-0`}
              >
                <Link
                  href={`/offres/${reference}`}
                  className="text-accent underline underline-offset-4"
                >
                  {title}
                </Link>
                <span className="block text-sm font-normal text-muted">{reference}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row" className={head}>
                {name}
              </th>
              {values.map((lines, index) => (
                <td key={offers[index]?.reference} className={cell}>
                  {lines.length === 0 ? (
                    <span className="text-muted">Non renseigné</span>
                  ) : (
                    lines.map((line, at) => <p key={at}>{line}</p>)
                  )}
                </td>
              ))}
            </tr>
          ))}
          <tr className="print:hidden">
            <th scope="row" className={head}>
              Pour en savoir plus
            </th>
            {offers.map(({ reference, title }) => (
              <td key={reference} className={cell}>
                <Link href={`/offres/${reference}/contact`} rel="nofollow" className={linkClass}>
                  Écrire à la structure<span className="sr-only"> : {title}</span>
                </Link>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}

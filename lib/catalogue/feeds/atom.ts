export interface Feed {
  /** Of the feed itself. */
  link: string;
  /** The page it is about. */
  page: string;
  title: string;
  /** What a reader has to know of the whole. */
  subtitle?: string;
  author: string;
  entries: readonly FeedEntry[];
}

interface FeedEntry {
  link: string;
  title: string;
  summary: string;
  published: Date;
}

// XML 1.0 has no place for them, not even escaped.
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as the inside of an element or of an attribute in quotation marks. */
export function xmlText(text: string): string {
  return text
    .replaceAll(forbidden, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A feed in Atom 1.0 (RFC 4287), newest first. @param at when there is no entry to be as new as */
export function atomFeed({ link, page, title, subtitle, author, entries }: Feed, at: Date): string {
  const updated = entries[0]?.published ?? at;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
    `<id>${xmlText(page)}</id>`,
    `<title>${xmlText(title)}</title>`,
    ...(subtitle === undefined ? [] : [`<subtitle>${xmlText(subtitle)}</subtitle>`]),
    `<updated>${updated.toISOString()}</updated>`,
    `<author><name>${xmlText(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(link)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(page)}"/>`,
    ...entries.map(
      (entry) =>
        `<entry><id>${xmlText(entry.link)}</id><title>${xmlText(entry.title)}</title><link ` +
        `rel="alternate" type="text/html" ` +
        `href="${xmlText(entry.link)}"/><published>${entry.published.toISOString()}</published><updated>${entry.published.toISOString()}</updated><summary>${xmlText(entry.summary)}</summary></entry>`,
    ),
    "</feed>",
    "",
  ].join("\n");
}

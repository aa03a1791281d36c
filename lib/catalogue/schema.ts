/** What the public page of an offer shows beside its columns. Nothing about people: the referent is reached through the portal. */
export interface PublicOfferPage {
  description: string;
  themes: string[];
  audiences: string[];
  structure: { name: string; type: string };
  site: { name: string; street: string; postcode: string; communeName: string; department: string; type: string };
  documents: { id: string; name: string; mediaType: string; size: number }[];
}

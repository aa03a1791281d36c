import offers from "./judged-offers.json";

/**
 * Offers as structures of every kind write them, for the searches of `judged-searches.ts`. What
 * they say was written before any search was tuned on it.
 */
export interface JudgedOffer {
  /** Name and type of the structure. */
  by: readonly [name: string, type: string];
  title: string;
  themes: readonly string[];
  audiences: readonly string[];
  /** Type of the site, and the commune it is in, a key of {@link places}. */
  at: readonly [siteType: string, place: keyof typeof places];
  text: string;
  /** Slots, blanks between them. */
  when: string;
  support?: string;
  places?: number;
}

/** Postcode and INSEE code. */
export const places = {
  nancy: ["54000", "54395"],
  vandoeuvre: ["54500", "54547"],
  toul: ["54200", "54528"],
  luneville: ["54300", "54329"],
  pam: ["54700", "54431"],
  epinal: ["88000", "88160"],
  saintDie: ["88100", "88413"],
  remiremont: ["88200", "88383"],
  vittel: ["88800", "88516"],
  strasbourg: ["67000", "67482"],
  haguenau: ["67500", "67180"],
  saverne: ["67700", "67437"],
  selestat: ["67600", "67462"],
  colmar: ["68000", "68066"],
  mulhouse: ["68100", "68224"],
  reims: ["51100", "51454"],
  chalons: ["51000", "51108"],
  epernay: ["51200", "51230"],
  metz: ["57000", "57463"],
  thionville: ["57100", "57672"],
  forbach: ["57600", "57227"],
  sarreguemines: ["57200", "57631"],
  troyes: ["10000", "10387"],
  charleville: ["08000", "08105"],
  sedan: ["08200", "08409"],
  chaumont: ["52000", "52121"],
  barLeDuc: ["55000", "55029"],
  verdun: ["55100", "55545"],
} as const;

export const judgedOffers: ReadonlyMap<string, JudgedOffer> = new Map(
  Object.entries(offers as unknown as Record<string, JudgedOffer>),
);

import {
  type HalfDay,
  halfDays,
  type Month,
  parseAvailability,
  slotOf,
} from "@/lib/offer/availability/availability";
import type { OfferContent, Site } from "@/lib/offer/content/schema";
import { actions, periodsOfYear, weeks } from "../demo-data/offers";
import { lastNames, type StructureKind } from "../demo-data/structures";
import type { Chance } from "./chance";

const titleEnds = [
  "",
  "",
  "pour tous",
  "en petits groupes",
  "avec les familles",
  "au fil de la semaine",
  "par le jeu",
  "du matin au soir",
  "avec l’équipe",
  "pas à pas",
  "en s’amusant",
  "près de chez vous",
] as const;
const settings = [
  "dans nos locaux",
  "en salle polyvalente",
  "lors du forum santé",
  "pendant la pause de midi",
  "au sein des classes",
  "dans le hall d’accueil",
  "au domicile des personnes",
  "sur le marché hebdomadaire",
  "dans l’atelier cuisine",
  "au gymnase",
] as const;
const means = [
  "des jeux de rôle",
  "un quiz",
  "une exposition",
  "des saynètes",
  "un photolangage",
  "des dégustations",
  "un parcours sensoriel",
  "des affiches",
  "une web-radio",
  "des débats mouvants",
  "un escape game",
  "des entretiens individuels",
] as const;
const supports = [
  "Un bilan est fait avec l’infirmière.",
  "Une réunion prépare chaque séance.",
  "Le matériel est fourni.",
  "L’équipe accompagne les étudiants à chaque séance.",
  "Les étudiants évaluent l’action par questionnaire.",
  "Une salle et un vidéoprojecteur sont à disposition.",
  "Accès en train et en bus.",
  "Covoiturage possible depuis la gare.",
] as const;

/**
 * What one offer of a kind of structure says. Every theme's own words come from the demonstration's
 * offers.
 */
export function offerContent(
  draw: Chance,
  kind: StructureKind,
  site: Site,
  terms: ReadonlyMap<string, string>,
): OfferContent {
  const theme = draw.pick(kind.themes);
  const second = draw.isSo(0.25) ? draw.pick(Object.keys(actions)) : theme;
  const action = actions[theme] ?? { title: theme, text: theme };
  const id = (list: string, label: string) => terms.get(`${list}:${label}`) ?? "";
  const end = draw.pick(titleEnds);
  return {
    title: draw.isSo(0.1) ? "" : `${action.title}${end ? ` ${end}` : ""}`,
    description:
      `${action.text} L’action a lieu ${draw.pick(settings)}, avec ${draw.pick(means)} et ` +
      `${draw.pick(means)}. ${draw.pick(supports)} ${draw.pick(supports)}`,
    themeIds: [...new Set([theme, second])].map((label) => id("theme", label)),
    audienceIds: [
      ...new Set([draw.pick(kind.audiences), ...(draw.isSo(0.2) ? ["Tout public"] : [])]),
    ].map((label) => id("audience", label)),
    places: draw.between(2, 24),
    availability: availability(draw),
    lodging: draw.isSo(0.12),
    catering: draw.isSo(0.4),
    site: { ...site, typeId: id("siteType", kind.siteType) },
    referent: {
      name: `Camille ${draw.pick(lastNames)}`,
      function: "Référent de proximité",
      phone: "+33383001234",
      email: "referent@demonstration.example",
    },
    documentIds: [],
  };
}

function availability(draw: Chance): OfferContent["availability"] {
  const months = draw.pick(periodsOfYear) as readonly Month[];
  const week = draw.isSo(0.7)
    ? (draw.pick(weeks) as readonly HalfDay[])
    : halfDays.filter(() => draw.isSo(0.3));
  const open = week.length === 0 ? halfDays.slice(0, 2) : week;
  return parseAvailability(
    months.flatMap((month) => open.map((halfDay) => slotOf(month, halfDay))),
  );
}

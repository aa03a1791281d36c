import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gazetteerOf } from "@/lib/reference/commune/gazetteer";
import { catalogueFilterSchema, filterQuery, readFilter } from "./filter";
import { quotedRead, readSearch, withoutRead } from "./reading";
import { regionPlaces } from "./reading-where";

const region = ["08", "10", "51", "52", "54", "55", "57", "67", "68", "88"];
const commune = (name: string, department: string, postcode: string, inhabitants = 20_000) => ({
  code: `${department}${name.length}${postcode.slice(3)}`,
  name,
  department,
  postcodes: [postcode],
  inhabitants,
  formerNames: [],
});
const gazetteer = gazetteerOf([
  commune("Nancy", "54", "54000", 104_000),
  commune("Metz", "57", "57000", 118_000),
  commune("Épinal", "88", "88000", 32_000),
  commune("Bar-le-Duc", "55", "55000", 14_000),
  commune("Saint-Dié-des-Vosges", "88", "88100", 19_000),
  commune("Châlons-en-Champagne", "51", "51000", 43_000),
  commune("Sainte-Menehould", "51", "51800", 4_000),
  commune("L'Hôpital", "57", "57490", 5_000),
  commune("Villé", "67", "67220", 1_800),
  commune("Pleurs", "51", "51230", 800),
  commune("Mars-la-Tour", "54", "54800", 900),
  commune("Belleville", "54", "54940", 1_500),
  commune("Belleville", "08", "08240", 300),
  { ...commune("Blancs-Coteaux", "51", "51130", 3_000), formerNames: ["Vertus", "Oger"] },
  commune("Lyon", "69", "69001", 500_000),
]);
const read = (q: string, more: Record<string, unknown> = {}) =>
  readSearch(catalogueFilterSchema.parse({ q, ...more }), regionPlaces(gazetteer, region));
const query = (q: string, more?: Record<string, unknown>) =>
  decodeURIComponent(filterQuery(read(q, more).filter)).replaceAll("+", " ");
const months = (...all: number[]) =>
  all
    .map((month) => `mois=${month}`)
    .sort()
    .join("&");
const halfDays = (...all: string[]) =>
  all
    .map((each) => `demijournee=${each}`)
    .sort()
    .join("&");

describe("words that are a filter", () => {
  it.each([
    ["jeudi après-midi en mars", `mois=3&${halfDays("thursday-pm")}`],
    ["un stage tabac le jeudi après-midi", `q=un stage tabac&${halfDays("thursday-pm")}`],
    ["le mercredi matin", halfDays("wednesday-am")],
    ["mercredis matins", halfDays("wednesday-am")],
    ["mardi aprem", halfDays("tuesday-pm")],
    ["lundi", halfDays("monday-am", "monday-pm")],
    ["mardi a.m", halfDays("tuesday-am")],
    ["mardi A.M. / P.M.", halfDays("tuesday-am", "tuesday-pm")],
    ["lundi am/pm", halfDays("monday-am", "monday-pm")],
    ["mardi 14h-16h30", halfDays("tuesday-pm")],
    ["lundi de 9h à 12h", halfDays("monday-am")],
    ["jeudi 10h à 15h", halfDays("thursday-am", "thursday-pm")],
    ["atelier de 2h", "q=atelier de 2h"],
    ["lundi matin et après-midi", halfDays("monday-am", "monday-pm")],
    ["lundi et mardi matin", halfDays("monday-am", "tuesday-am")],
    ["lundi matin et jeudi après-midi", halfDays("monday-am", "thursday-pm")],
    ["du mercredi au vendredi après-midi", halfDays("wednesday-pm", "thursday-pm", "friday-pm")],
    ["week-end", halfDays("saturday-am", "saturday-pm", "sunday-am", "sunday-pm")],
    ["au mois de Février", months(2)],
    ["AOÛT", months(8)],
    ["mars-juin", months(3, 4, 5, 6)],
    ["de novembre à janvier", months(11, 12, 1)],
    ["mars et mai 2027", months(3, 5)],
    ["à partir de juin", months(6, 7, 8)],
    ["le 12 mars", months(3)],
    ["du 3 au 14 mars", months(3)],
    ["mi-mars", months(3)],
    ["début avril ou fin mai", months(4, 5)],
    ["03/2027", months(3)],
    ["15/03/2027", months(3)],
    ["de sept. à déc.", months(9, 10, 11, 12)],
    ["tabac sept", `q=tabac&${months(9)}`],
    ["sept à onze ans", "q=sept à onze ans"],
    ["jusqu’en novembre", months(9, 10, 11)],
    ["jusqu’au 15 octobre", months(9, 10)],
    ["avant novembre", months(9, 10)],
    ["après le 15 juin", months(7, 8)],
    ["jeudi après-midi mars", `mois=3&${halfDays("thursday-pm")}`],
    ["Mars-la-Tour", "lieu=Mars-la-Tour (54)"],
    ["en hiver", months(12, 1, 2)],
    ["octobre rose", "q=octobre rose"],
    ["mars bleu", "q=mars bleu"],
    ["mois sans tabac", "q=mois sans tabac"],
    ["avec hébergement", "accueil=lodging"],
    ["logé, nourri", "accueil=catering&accueil=lodging"],
    ["hébergement et restauration", "accueil=catering&accueil=lodging"],
    ["repas fournis", "accueil=catering"],
    ["restauration scolaire", "q=restauration scolaire"],
    ["hébergement d’urgence", "q=hébergement d’urgence"],
    ["centre d’hébergement", "q=centre d’hébergement"],
    ["personnes hébergées", "q=personnes hébergées"],
    ["repas équilibré", "q=repas équilibré"],
    ["sans hébergement", "q=sans hébergement"],
    ["tabac sauf mercredi", "q=tabac sauf mercredi"],
    ["pas le mercredi", "q=pas le mercredi"],
    [
      "pas le mercredi mais le jeudi",
      `q=pas le mercredi mais&${halfDays("thursday-am", "thursday-pm")}`,
    ],
    ["tabac sauf mercredi et jeudi", "q=tabac sauf mercredi et jeudi"],
    ["hors juillet", "q=hors juillet"],
    ["sauf en août", "q=sauf en août"],
    ["tabac hors 88", "q=tabac hors 88"],
    ["pas dans le 54", "q=pas dans le 54"],
    ["avril à juin sauf mai", `q=sauf mai&${months(4, 5, 6)}`],
    ["pas d’hébergement", "q=pas d’hébergement"],
    ["pas à Nancy", "q=pas à Nancy"],
    ["avant septembre", "q=avant septembre"],
    ["après août", "q=après août"],
    ["constructor", "q=constructor"],
    ["en constructor", "q=en constructor"],
    ["10 places", "places=10"],
    ["au moins 8 places", "places=8"],
    ["pour quatre étudiant·e·s", "places=4"],
    ["groupe de 6", "places=6"],
    ["nous sommes 3 étudiantes, tabac", "q=tabac&places=3"],
    ["6 à 11 ans", "q=6 à 11 ans"],
    ["groupe de 6 enfants", "q=groupe de 6 enfants"],
    ["Nancy", "lieu=Nancy (54)"],
    ["près de Nancy", "lieu=Nancy (54)"],
    ["tabac à NANCY", "q=tabac&lieu=Nancy (54)"],
    ["30 km autour de Metz", "lieu=Metz (57)&rayon=30"],
    ["à moins de 25 km d’Épinal", "lieu=Épinal (88)&rayon=30"],
    ["30km de Metz", "lieu=Metz (57)&rayon=30"],
    ["à 30 min de Metz", "lieu=Metz (57)&rayon=30"],
    ["tabac à 1h de Metz", "q=tabac&lieu=Metz (57)&rayon=100"],
    ["pas loin de Nancy", "lieu=Nancy (54)"],
    ["agglomération de Metz", "lieu=Metz (57)"],
    ["Metz Métropole", "lieu=Metz (57)"],
    ["54035 NANCY CEDEX", "lieu=Nancy (54)"],
    ["Metz Cedex 03 tabac", "q=tabac&lieu=Metz (57)"],
    ["bar le duc", "lieu=Bar-le-Duc (55)"],
    ["St-Dié", "lieu=Saint-Dié-des-Vosges (88)"],
    ["ste menehould", "lieu=Sainte-Menehould (51)"],
    ["Châlons", "lieu=Châlons-en-Champagne (51)"],
    ["l’Hôpital", "lieu=L'Hôpital (57)"],
    ["hôpital", "q=hôpital"],
    ["54000", "lieu=54000"],
    ["54000 Nancy", "lieu=Nancy (54)"],
    ["Nancy (54)", "lieu=Nancy (54)"],
    ["Belleville", "lieu=Belleville"],
    ["Belleville 08", "lieu=Belleville (08)"],
    ["en ville", "q=en ville"],
    ["stage à Vertus", "q=stage&lieu=Blancs-Coteaux (51)"],
    ["les vertus du sommeil", "q=les vertus du sommeil"],
    ["Lyon", "q=Lyon"],
    ["tabac dans le Grand Est", "q=tabac"],
    ["pleurs du bébé", "q=pleurs du bébé"],
    ["près de Pleurs", "lieu=Pleurs (51)"],
    ["Nancy ou Metz", "q=Nancy ou Metz"],
    ["99999", "q=99999"],
    ["88", "departement=88"],
    ["tabac 88", "q=tabac&departement=88"],
    ["dans le 54", "departement=54"],
    ["tabac 54/57", "q=tabac&departement=54&departement=57"],
    ["67-68", "departement=67&departement=68"],
    ["51-54 ans", "q=51-54 ans"],
    ["Hte-Marne", "departement=52"],
    ["Champagne", "departement=08&departement=10&departement=51&departement=52"],
    ["département des Vosges", "departement=88"],
    ["Meurthe et Moselle", "departement=54"],
    ["Bas Rhin", "departement=67"],
    ["Alsace", "departement=67&departement=68"],
    ["10 ans", "q=10 ans"],
    ["8 à 10 ans", "q=8 à 10 ans"],
    ["covid-10", "q=covid-10"],
    ["plus de 55 ans", "q=plus de 55 ans"],
    ["75", "q=75"],
    ['"mars" "Nancy"', 'q="mars" "Nancy"'],
    ["tabac -mars", "q=tabac -mars"],
    ["", ""],
  ])("%s is %s", (typed, expected) => {
    expect(query(typed)).toBe(expected);
  });

  it("are told as they were typed", () => {
    const texts = (q: string) => read(q).read.map(({ text }) => text);
    expect(texts("tabac le jeudi après-midi, à Nancy")).toEqual(["jeudi après-midi", "Nancy"]);
    expect(texts("tabac")).toEqual([]);
  });

  it.each([
    ["maison de santé en mai", 'maison de santé en "mai"', "maison de santé"],
    ["mercredi tabac mercredi", '"mercredi" tabac "mercredi"', "tabac mercredi"],
    ["seniors 54 et 54", 'seniors "54" et "54"', "seniors et 54"],
    ["jeudi après-midi, à Nancy", '"jeudi après-midi", à "Nancy"', "à Nancy"],
  ])("of «%s» are words in quotation marks, or left out, where they stand", (q, words, left) => {
    const found = read(q).read;
    expect(quotedRead(q, found)).toBe(words);
    expect(read(quotedRead(q, found)).read).toEqual([]);
    expect(found[0] && withoutRead(q, found[0])).toBe(left);
  });

  it("stand beside what was chosen in the form, which comes before them", () => {
    expect(query("mars", { mois: "4" })).toBe(months(3, 4));
    expect(query("Nancy", { lieu: "Metz" })).toBe("q=Nancy&lieu=Metz");
    expect(query("10 places", { places: "3" })).toBe("places=3");
  });

  it("are read once: what is left is words, whatever was typed", () => {
    const words = fc.constantFrom(
      ..."tabac jeudi matin mars de à et ou Nancy 54 88 ans 6 places logé « - ( · près".split(" "),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (typed) => {
        const once = read(typed.join(" ")).filter;
        expect(once.q.length).toBeLessThanOrEqual(typed.join(" ").length);
        expect(filterQuery(readFilter(filterQuery(once)))).toBe(filterQuery(once));
      }),
    );
  });
});

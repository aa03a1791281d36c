import { InPlace } from "@/components/ui/answered-page";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { Card, EmptyState, Facts, Main, Page, PageTitle, Section } from "@/components/ui/layout";
import { Moment } from "@/components/ui/moment";
import { More } from "@/components/ui/more";
import { Prose } from "@/components/ui/prose";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { type Step, Stepper } from "@/components/ui/stepper";
import { Table } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { type Entry, longText } from "./entry";

const date = new Date("2027-03-01T09:30:00Z");

const steps: readonly Step<"#Stepper">[] = [
  { title: "Présenter", href: "#Stepper", state: "complete", text: "Complète" },
  { title: "Situer", href: "#Stepper", state: "errors", text: "2 réponses à corriger" },
  { title: "Détailler", href: "#Stepper", state: "untouched" },
  { title: longText, state: "untouched", text: longText },
];

const columns = ["Nom", "État", "Modifiée"];
const row = (key: string, name: string) => ({
  key,
  cells: [
    name,
    <Badge key="state" tone="info">
      Soumise
    </Badge>,
    <Moment key="moment" date={date} />,
  ],
});

const tabs = (names: readonly string[]) =>
  names.map((label, index) => ({
    key: label,
    href: "#Tabs" as const,
    label,
    current: index === 0,
  }));

export const layouts: readonly Entry[] = [
  {
    of: Main,
    purpose: "Ce dont parle la page ; « Aller au contenu » y mène. Une page en a un seul.",
    states: [{ name: "cette page", sample: <p>Tout ce que vous lisez ici est dedans.</p> }],
  },
  {
    of: Page,
    purpose: "La largeur de chaque page.",
    states: [false, true].map((narrow) => ({
      name: narrow ? "pour lire" : "entière",
      sample: (
        <Page narrow={narrow}>
          <p>{longText}</p>
        </Page>
      ),
    })),
  },
  {
    of: PageTitle,
    purpose: "Le titre de la page, et une phrase qui l’ouvre.",
    states: [
      { name: "seul", sample: <PageTitle>Mes messages</PageTitle> },
      {
        name: "avec sa phrase",
        sample: <PageTitle lead="Ceux des douze derniers mois.">Mes messages</PageTitle>,
      },
      {
        name: "longs mots, colonne étroite",
        narrow: true,
        sample: <PageTitle lead={longText}>{longText}</PageTitle>,
      },
    ],
  },
  {
    of: Section,
    purpose: "Une partie de la page, avec son titre et ce que l’on peut y faire.",
    states: [
      {
        name: "avec une action",
        sample: (
          <Section
            id="section-action"
            title="Adresses"
            action={
              <Button type="button" variant="quiet">
                Ajouter
              </Button>
            }
          >
            <p>Aucune adresse pour l’instant.</p>
          </Section>
        ),
      },
      {
        name: "longs mots, colonne étroite",
        narrow: true,
        sample: (
          <Section id="section-long" title={longText}>
            <p>{longText}</p>
          </Section>
        ),
      },
    ],
  },
  {
    of: Card,
    purpose: "Un bloc qui se distingue de la page.",
    states: [
      { name: "un bloc", sample: <Card>{longText}</Card> },
      {
        name: "d’une liste",
        sample: (
          <ul className="grid gap-3">
            <Card as="li">Le premier</Card>
            <Card as="li">Le second</Card>
          </ul>
        ),
      },
    ],
  },
  {
    of: Facts,
    purpose: "Les noms et les valeurs d’une chose ; une valeur qui manque est dite.",
    states: [false, true].map((narrow) => ({
      name: narrow ? "longs mots" : "remplis et vides",
      narrow,
      sample: (
        <Facts
          facts={[
            ["Nom", "Une journée à l’accueil"],
            ["Adresse", narrow ? longText : "1 rue des Fleurs"],
            [narrow ? longText : "Téléphone", ""],
          ]}
        />
      ),
    })),
  },
  {
    of: EmptyState,
    purpose: "Il n’y a rien, et voici quoi faire.",
    states: [
      { name: "seul", sample: <EmptyState title="Aucun message" /> },
      {
        name: "avec quoi faire, colonne étroite",
        narrow: true,
        sample: (
          <EmptyState title="Aucun message">
            <p className="mb-4">{longText}</p>
            <ButtonLink href="#EmptyState">Écrire</ButtonLink>
          </EmptyState>
        ),
      },
    ],
  },
  {
    of: Prose,
    purpose: "Un texte suivi : un guide, une page légale.",
    states: [
      {
        name: "tout ce qu’il peut contenir",
        sample: (
          <Prose>
            <h2>Une partie</h2>
            <p>
              {longText}, ou <a href="#Prose">un lien</a>, ou une touche : <kbd>Échap</kbd>.
            </p>
            <h3>Une sous-partie</h3>
            <ul>
              <li>Un point</li>
              <li>Un autre</li>
            </ul>
            <ol>
              <li>D’abord</li>
              <li>Ensuite</li>
            </ol>
          </Prose>
        ),
      },
    ],
  },
  {
    of: Table,
    purpose: "Des lignes que l’on compare, colonne par colonne.",
    states: [
      {
        name: "remplie",
        sample: (
          <Table
            caption="Pages"
            columns={columns}
            rows={[row("1", "Accueil"), row("2", "Une page au nom plus long que les autres")]}
          />
        ),
      },
      {
        name: "lignes nommées",
        sample: <Table caption="Pages, nommées" columns={columns} rows={[row("1", "a")]} named />,
      },
      { name: "vide", sample: <Table caption="Pages, vide" columns={columns} rows={[]} /> },
      {
        name: "longs mots, colonne étroite : elle défile dans son cadre",
        narrow: true,
        sample: <Table caption="Pages, étroite" columns={columns} rows={[row("1", longText)]} />,
      },
    ],
  },
  {
    of: ScrollRegion,
    purpose: "Un contenu large, qui défile dans son cadre, au clavier aussi.",
    states: [
      {
        name: "plus large que son cadre",
        narrow: true,
        sample: (
          <ScrollRegion label="Un contenu large">
            <p className="whitespace-nowrap">{longText}</p>
          </ScrollRegion>
        ),
      },
    ],
  },
  {
    of: More,
    purpose: "Ce dont on n’a pas besoin chaque jour, derrière un menu qui s’ouvre sans scripts.",
    states: [
      {
        name: "deux gestes",
        sample: (
          <More label="Plus" about="l’offre">
            <Button variant="quiet">Dupliquer</Button>
            <Button variant="quiet">{longText}</Button>
          </More>
        ),
      },
    ],
  },
  {
    of: Tabs,
    purpose: "Les côtés d’une page, chacun à son adresse.",
    states: [
      {
        name: "deux côtés",
        sample: <Tabs label="Deux côtés" tabs={tabs(["Messages", "Réglages"])} />,
      },
      {
        name: "plus qu’il n’en tient, colonne étroite",
        narrow: true,
        sample: (
          <Tabs
            label="Plusieurs côtés"
            tabs={tabs(["Messages", "Réglages", "Personnes qui y ont accès", "Journal"])}
          />
        ),
      },
    ],
  },
  {
    of: Stepper,
    purpose: "Où l’on en est d’un formulaire de plusieurs pages.",
    states: [
      { name: "chaque état, la troisième en cours", sample: <Stepper steps={steps} current={3} /> },
      {
        name: "sans états, colonne étroite",
        narrow: true,
        sample: <Stepper steps={steps.map(({ title, text }) => ({ title, text }))} current={2} />,
      },
    ],
  },
  {
    of: Day,
    purpose: "Un jour, en toutes lettres.",
    states: [{ name: "un jour", sample: <Day date={date} /> }],
  },
  {
    of: Moment,
    purpose: "Un jour et une heure.",
    states: [{ name: "un instant", sample: <Moment date={date} /> }],
  },
  {
    of: InPlace,
    purpose: "Montre autre chose à la place de la page, jusqu’à ce que l’on aille ailleurs.",
    states: [
      {
        name: "l’autre chose",
        sample: <InPlace shown={<p>Ceci, au lieu de la page.</p>}>La page.</InPlace>,
      },
    ],
  },
];

import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink, type ButtonVariant } from "@/components/ui/button";
import { ConfirmLink } from "@/components/ui/confirm-link";
import { Link } from "@/components/ui/link";
import { LinkPending } from "@/components/ui/link-pending";
import type { Tone } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";
import { Spinner } from "@/components/ui/spinner";
import { SubmitButton } from "@/components/ui/submit-button";
import { type Entry, InForm, longText, type State } from "./entry";

const variants: Record<ButtonVariant, string> = {
  primary: "Ce que l’on vient faire",
  secondary: "Ce que l’on peut faire",
  quiet: "Ce qui compte moins",
  danger: "Ce qui ne se défait pas",
};

const tones: Record<Tone | "neutral", string> = {
  neutral: "Brouillon",
  info: "Soumise",
  success: "Publiée",
  warning: "À corriger",
  danger: "Suspendue",
};

const keys = <T extends string>(record: Record<T, string>) => Object.keys(record) as T[];

/** One look for each variant, and the longest words there may be. */
function each(button: (variant: ButtonVariant, words: string) => State["sample"]): State[] {
  return [
    ...keys(variants).map((variant) => ({
      name: variant,
      sample: button(variant, variants[variant]),
    })),
    { name: "longs mots, colonne étroite", narrow: true, sample: button("primary", longText) },
  ];
}

export const buttons: readonly Entry[] = [
  {
    of: PrintButton,
    purpose: "Imprime la page ; sans JavaScript, dit comment.",
    states: [{ name: "seul", sample: <PrintButton /> }],
  },
  {
    of: Button,
    purpose: "Fait quelque chose dans la page.",
    states: [
      ...each((variant, words) => (
        <Button type="button" variant={variant}>
          {words}
        </Button>
      )),
      {
        name: "hors d’usage",
        sample: (
          <div className="flex flex-wrap gap-3">
            {keys(variants).map((variant) => (
              <Button key={variant} type="button" variant={variant} disabled>
                {variants[variant]}
              </Button>
            ))}
          </div>
        ),
      },
    ],
  },
  {
    of: ButtonLink,
    purpose: "Mène ailleurs, sous l’aspect d’un bouton.",
    states: each((variant, words) => (
      <ButtonLink href="#ButtonLink" variant={variant}>
        {words}
      </ButtonLink>
    )),
  },
  {
    of: SubmitButton,
    purpose: "Envoie son formulaire, et dit qu’il est en route.",
    states: [
      ...each((variant, words) => <SubmitButton variant={variant}>{words}</SubmitButton>),
      {
        name: "envoi en cours",
        sample: (
          <InForm name="sent" pending>
            <div className="flex flex-wrap gap-3">
              {keys(variants).map((variant) => (
                <SubmitButton key={variant} variant={variant}>
                  {variants[variant]}
                </SubmitButton>
              ))}
            </div>
          </InForm>
        ),
      },
    ],
  },
  {
    of: ConfirmLink,
    purpose: "Demande avant de faire : un dialogue, ou une page quand les scripts manquent.",
    states: [
      {
        name: "fermé",
        sample: (
          <ConfirmLink href="#ConfirmLink" label="Retirer" title="Retirer ?" keep="Garder">
            <p>Rien ne sera perdu.</p>
          </ConfirmLink>
        ),
      },
      {
        name: "ouvert",
        press: "Supprimer cette page",
        sample: (
          <ConfirmLink
            href="#ConfirmLink"
            label="Supprimer cette page"
            variant="danger"
            title="Supprimer cette page pour toujours, et tout ce qui y était écrit ?"
            keep="Garder la page"
          >
            <p className="mb-4">{longText}</p>
            <Button type="button" variant="danger">
              Supprimer la page
            </Button>
          </ConfirmLink>
        ),
      },
    ],
  },
  {
    of: Link,
    purpose: "Un lien du portail, dans un texte ou ailleurs : rien n’est chargé avant le clic.",
    states: [
      {
        name: "dans une phrase",
        sample: (
          <p>
            Tout est dit dans{" "}
            <Link href="#Link" className="text-accent underline underline-offset-4">
              la page d’aide
            </Link>
            , et rien ailleurs.
          </p>
        ),
      },
    ],
  },
  {
    of: LinkPending,
    purpose: "Dans un lien : montre Spinner dès le clic, jusqu’à ce que la page demandée arrive.",
    states: [
      {
        name: "au repos",
        sample: (
          <Link
            href="/aide"
            className="inline-flex min-h-11 items-center gap-2 text-accent underline"
          >
            Aller à la page d’aide
            <LinkPending />
          </Link>
        ),
      },
    ],
  },
  {
    of: Spinner,
    purpose: "Un travail est en cours ; n’apparaît que s’il dure.",
    states: [
      { name: "sur fond clair", sample: <Spinner /> },
      {
        name: "dans un bouton",
        sample: (
          <Button type="button">
            Chargement <Spinner />
          </Button>
        ),
      },
    ].map(({ name, sample }) => ({ name, sample: <div className="flex">{sample}</div> })),
  },
  {
    of: Badge,
    purpose: "Un état, en mots ; la couleur aide seulement à le trouver.",
    states: [
      ...keys(tones).map((tone) => ({
        name: tone,
        sample: <Badge tone={tone}>{tones[tone]}</Badge>,
      })),
      {
        name: "longs mots, colonne étroite",
        narrow: true,
        sample: <Badge tone="warning">{longText}</Badge>,
      },
    ],
  },
];

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { FaultWords } from "./fault-words";
import { commonHeaders } from "./headers";
import type { SubmittedForm } from "./recorded-body";

/** Whose portal this is; see lib/platform/environment/env.ts. */
export interface AgencyIdentity {
  regionName: string;
  contactAddress: string;
  /** `#rrggbb` */
  accent: string;
}

export interface Fault {
  words: FaultWords;
  /** What the log knows it by. */
  reference?: string | undefined;
  /**
   * A form that was not taken, and where it can be sent again; without an address it can only be
   * copied.
   */
  typed?: { form: SubmittedForm; sendAgain: string | null } | undefined;
}

/**
 * Pages that stand by themselves: they are shown when the portal cannot make one, so they ask
 * nothing of it. Their style is allowed by its hash.
 */
export class FaultPages {
  /**
   * For a `<style>` element: applies below `.faute` only, since it outlives the page that replaces
   * ours.
   */
  readonly style: string;
  readonly #policy: string;

  constructor(readonly house: AgencyIdentity) {
    this.style = styleOf(house.accent);
    const hash = createHash("sha256").update(this.style).digest("base64");
    this.#policy =
      `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self'; form-action 'self'; ` +
      "frame-ancestors 'none'; base-uri 'none'";
  }

  title({ title }: FaultWords): string {
    return escaped(`Erreur : ${title} – Service sanitaire – ${this.house.regionName}`);
  }

  /** The page's own part. */
  main({ words, reference, typed }: Fault): string {
    const { regionName, contactAddress } = this.house;
    return [
      `<div class="faute"><header><a href="/">Service sanitaire – ` +
        `${escaped(regionName)}</a></header>`,
      `<main id="contenu"><h1>${escaped(words.title)}</h1><p ` +
        `class="lead">${escaped(words.lead)}</p>`,
      typed ? typedSection(typed.form, typed.sendAgain) : "",
      `<ul>${words.ways.map(({ label, path }) => `<li><a href="${escaped(path)}">${escaped(label)}</a></li>`).join("")}</ul>`,
      reference
        ? `<p>Référence à nous donner si cela dure : <strong>${escaped(reference)}</strong></p>`
        : "",
      "<p>Besoin d’aide : <a " +
        `href="mailto:${escaped(contactAddress)}">${escaped(contactAddress)}</a></p></main></div>`,
    ].join("");
  }

  document(fault: Fault): string {
    return (
      `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" ` +
      `content="width=device-width, initial-scale=1">` +
      `<meta name="robots" ` +
      `content="noindex"><title>${this.title(fault.words)}</title><style>${this.style}</style></head>` +
      `<body>${this.main(fault)}</body></html>`
    );
  }

  /** What goes with {@link document}. */
  headers(): Record<string, string> {
    return {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": this.#policy,
      "X-Frame-Options": "DENY",
      ...commonHeaders,
      "Cache-Control": "no-store",
    };
  }
}

export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** What was typed: sent again as it was, or copied. */
function typedSection(form: SubmittedForm, sendAgain: string | null): string {
  const texts = form.fields.filter(([name, text]) => isText(name, text));
  const passwords = form.fields.filter(([name]) => isPassword(name));
  const said =
    sendAgain === null
      ? "Rien n’en a été enregistré : copiez ce que vous voulez garder."
      : "Rien n’en est perdu : vous pouvez l’envoyer de nouveau d’ici.";
  return [
    `<section aria-labelledby="saisie"><h2 id="saisie">Votre saisie</h2><p>${said}</p>`,
    form.hasFiles
      ? "<p>Les fichiers que vous aviez choisis sont à choisir de nouveau, dans le formulaire.</p>"
      : "",
    sendAgain === null
      ? ""
      : `<form method="post" action="${escaped(sendAgain)}" enctype="multipart/form-data">`,
    ...(sendAgain === null
      ? []
      : form.fields
          .filter(([name]) => !isPassword(name))
          .map(
            ([name, text]) =>
              `<textarea name="${escaped(name)}" hidden>\n${escaped(text)}</textarea>`,
          )),
    ...(sendAgain === null
      ? []
      : passwords.map(
          ([name], at) =>
            `<label for="secret-${at}">Mot de passe, à retaper</label><input ` +
            `id="secret-${at}" type="password" name="${escaped(name)}" required>`,
        )),
    sendAgain === null ? "" : "<button>Envoyer de nouveau</button></form>",
    ...texts.map(
      ([, text], at) =>
        `<label for="texte-${at}">Texte ${at + 1}</label><textarea id="texte-${at}" ` +
        "readonly " +
        `rows="${Math.min(8, 1 + Math.floor(text.length / 70))}">\n${escaped(text)}</textarea>`,
    ),
    "</section>",
  ].join("");
}

function isPassword(name: string): boolean {
  return /password/i.test(name);
}

/** Something a person wrote: neither the framework's fields, nor ids, boxes and buttons. */
function isText(name: string, text: string): boolean {
  return (
    !/^\$|^intent$/.test(name) &&
    !isPassword(name) &&
    !/^(|on|[\da-f-]{36}|[\w+/=-]{40,})$/i.test(text.trim())
  );
}

/** The portal's colours, for as long as the page is ours. */
function tokens(): string {
  return readFileSync("app/tokens.css", "utf8")
    .replaceAll(/\/\*.*?\*\//gs, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(":root", ":root:has(.faute)");
}

function styleOf(accent: string): string {
  return (
    `${tokens()}:root:has(.faute){--accent:${accent}}body:has(.faute){background:var(--canvas)}` +
    ".faute{box-sizing:border-box;max-width:44rem;margin:0 auto;padding:1.5rem 1rem " +
    `3rem;font:1.0625rem/1.6 "Atkinson Hyperlegible ` +
    `Next",system-ui,sans-serif;color:var(--ink);overflow-wrap:anywhere}` +
    ".faute *{box-sizing:border-box}.faute " +
    "header{margin-bottom:2.5rem;font-weight:700}.faute a{color:var(--accent-drawn)}" +
    ".faute h1{margin:0 0 " +
    ".75rem;font-size:1.75rem;line-height:1.25;text-wrap:balance}.faute h2{margin:2rem 0 " +
    ".5rem;font-size:1.25rem}" +
    ".faute .lead{margin:0 0 1.5rem;font-size:1.125rem;color:var(--muted)}.faute " +
    "ul{margin:1.5rem 0;padding:0;list-style:none}" +
    ".faute li a{display:inline-flex;align-items:center;min-height:2.75rem}.faute " +
    "label{display:block;margin-top:1rem;font-weight:600}" +
    ".faute textarea,.faute input{display:block;width:100%;padding:.5rem " +
    ".75rem;font:inherit;border:1px solid " +
    "var(--control);border-radius:.375rem;background:var(--surface);color:inherit}.faute " +
    "[hidden]{display:none}" +
    ".faute button{margin-top:1rem;min-height:2.75rem;padding:.5rem " +
    "1.25rem;font:inherit;font-weight:600;border:1px solid " +
    "transparent;border-radius:.375rem;color:var(--surface);background:var(--accent-drawn)}" +
    ".faute :focus-visible{outline:3px solid var(--accent-strong);outline-offset:2px}"
  );
}

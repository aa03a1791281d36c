import type { Conflict, FormValues } from "@/lib/platform/form/action-result";
import { readForm } from "@/lib/platform/form/read-form";
import { restoreAtStart, restoreTyping, wasTypedEarly } from "./restore-typing";
import { type SaveAnswer, sendTyping } from "./send-typing";
import { dropTyping, readTyping, typingKey, type UnsavedTyping, writeTyping } from "./typing-store";

export interface AutosaveSettings {
  /** What is typed about, and the hidden field that says so. */
  id: string;
  idField: string;
  /** Where the fields are sent; the id stands for `[id]`. */
  url: string;
  /** Which page of the thing this form is. */
  page: string;
  /** The account that types. */
  owner: string;
  /** The fields that are saved: the rest of the form waits for its button. */
  fields: readonly string[];
  /** What the form was made from when the page was made. */
  base: string;
  /** Names what the fields say, as the server does. */
  versionOf: (values: FormValues) => string;
  /** For a form that makes a new thing: the address of what the first save made. */
  madeAt?: string | undefined;
}

export type SaveState =
  | { kind: "idle" | "saving" | "offline" | "failed" | "signedOut" | "conflict" }
  | { kind: "saved"; at: string }
  | { kind: "refused"; message: string };

export interface AutosaveView {
  state: SaveState;
  conflict: Conflict | null;
  /** Typing found in this browser that was made from another state than the page shows. */
  found: UnsavedTyping | null;
}

export const noAutosave: AutosaveView = { state: { kind: "idle" }, conflict: null, found: null };

/** Milliseconds after the last key before what was typed is sent. */
const pause = 1000;
const retryAfter = 5000;
/** Milliseconds that a link or a button waits for a save. */
const patience = 3000;

/** What this tab saved under a form, so that a page remembered by the router shows it as it is. */
const savedHere = new Map<string, { bases: string[]; values: FormValues }>();

const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Saves a form while it is typed: one request at a time, the last state wins, nothing lost when
 * none gets through.
 */
export class AutosaveEngine {
  private view = noAutosave;
  private bases: string[];
  private id: string;
  /** The fields as they were last looked at. */
  private seen: string;
  private dirty = false;
  private made: boolean;
  private timer = 0;
  private flight: Promise<void> | null = null;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly settings: AutosaveSettings,
    private readonly show: (view: AutosaveView) => void,
    private readonly go: (path: string) => void,
  ) {
    this.bases = [settings.base];
    this.id = settings.id;
    const field = form.elements.namedItem(settings.idField);
    if (field instanceof HTMLInputElement && field.value !== "" && field.value !== settings.id) {
      // The page answers what was sent without scripts: it is about the same thing, which may have
      // been saved when the page before was left.
      this.id = field.value;
      this.bases.push(settings.versionOf(this.read()));
    }
    this.made = settings.madeAt === undefined;
    this.seen = JSON.stringify(this.read());
    const early = wasTypedEarly(form);
    this.begin();
    if (early) setTimeout(() => this.lookAnew(), 0);
  }

  private read(): FormValues {
    const values = readForm(new FormData(this.form));
    return Object.fromEntries(
      Object.entries(values).filter(
        ([name]) =>
          !["base", "intent", this.settings.idField].includes(name) && !name.startsWith("$"),
      ),
    );
  }

  private key(): string {
    return typingKey(
      this.settings.owner,
      this.made ? `${this.settings.page}/${this.id}` : `nouvelle/${this.id}`,
    );
  }

  private setBases(bases: string[]): void {
    this.bases = [...new Set(bases)].slice(-20);
  }

  private update(changes: Partial<AutosaveView>): void {
    this.view = { ...this.view, ...changes };
    this.show(this.view);
  }

  /** Puts back what this browser knows and the page does not. */
  private begin(): void {
    const prefix = this.made ? this.key() : typingKey(this.settings.owner, "nouvelle");
    const kept = readTyping(prefix);
    // A new form has a new id each time: what was kept goes on under the id it was begun with.
    if (kept && !this.made) this.id = kept.key.slice(prefix.length + 1);
    if (kept && !kept.typing.bases.includes(this.settings.base)) {
      this.update({ found: kept.typing });
      return;
    }
    if (kept) {
      restoreAtStart(this.form, kept.typing.values);
      this.goOnFrom(kept.typing);
      return;
    }
    const here = savedHere.get(this.id);
    const passed =
      here?.bases.includes(this.settings.base) && here.bases.at(-1) !== this.settings.base;
    if (here && passed && this.settings.page === here.values.page) {
      this.setBases(here.bases);
      restoreAtStart(this.form, here.values);
      setTimeout(() => (this.seen = JSON.stringify(this.read())), 0);
    }
  }

  private goOnFrom(typing: UnsavedTyping): void {
    this.setBases(typing.bases);
    // A page that was closed may have been heard after all: then there is nothing to keep.
    setTimeout(
      () => (JSON.stringify(this.read()) === this.seen ? dropTyping(this.key()) : this.look()),
      0,
    );
  }

  /** What was typed before this began was never looked at. */
  private lookAnew(): void {
    this.seen = "";
    this.look();
  }

  /** Compares the fields with what they were, whatever changed them. */
  look(): void {
    if (!this.form.isConnected) return;
    const values = this.read();
    const seen = JSON.stringify(values);
    if (seen === this.seen) return;
    const isSaved = this.said(seen) !== this.said(this.seen);
    this.seen = seen;
    writeTyping(this.key(), { values, bases: this.bases });
    if (!isSaved) return;
    this.dirty = true;
    // What waits for a person is not sent again by itself.
    if (this.view.state.kind === "conflict") return;
    if (!navigator.onLine) this.update({ state: { kind: "offline" } });
    this.later(pause);
  }

  /** @param seen fields, as they were looked at */
  private said(seen: string): string {
    const values = (seen ? JSON.parse(seen) : {}) as FormValues;
    return JSON.stringify(this.settings.fields.map((name) => values[name] ?? null));
  }

  private later(milliseconds: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), milliseconds);
  }

  private async save(keepalive = false): Promise<void> {
    window.clearTimeout(this.timer);
    if (this.flight && !keepalive) await this.flight;
    if (!this.dirty || this.view.state.kind === "conflict") return;
    const [values, bases] = [this.read(), this.bases];
    // An answer may be lost after it was written: what is tried is a state of this form too.
    this.setBases([...bases, this.settings.versionOf(values)]);
    writeTyping(this.key(), { values, bases: this.bases });
    if (!keepalive) this.update({ state: { kind: "saving" } });
    this.dirty = false;
    const url = this.settings.url.replace("[id]", this.id);
    this.flight = sendTyping(
      url,
      { ...values, page: this.settings.page, base: bases.join(",") },
      keepalive,
    ).then((answer) => {
      this.flight = null;
      this.settle(answer, values);
    });
    await this.flight;
  }

  private settle(answer: SaveAnswer, values: FormValues): void {
    if (answer.kind === "saved") {
      this.setBases([...this.bases.filter((base) => base !== answer.base), answer.base]);
      savedHere.set(this.id, {
        bases: this.bases,
        values: { ...values, page: this.settings.page },
      });
      dropTyping(this.key(), values);
      if (!this.made) this.becomeMade();
      if (this.dirty) writeTyping(this.key(), { values: this.read(), bases: this.bases });
      this.update({ state: { kind: "saved", at: answer.at } });
      return;
    }
    this.dirty = true;
    if (answer.kind === "conflict") {
      this.update({ state: { kind: "conflict" }, conflict: answer.conflict });
      return;
    }
    this.update({ state: answer });
    if (answer.kind === "failed" || answer.kind === "offline") this.later(retryAfter);
  }

  /** From the first save on, the address is the one of what was made: a reload finds it. */
  private becomeMade(): void {
    this.made = true;
    if (this.settings.madeAt && this.form.isConnected)
      window.history.replaceState(null, "", this.settings.madeAt.replace("[id]", this.id));
  }

  /** Tries what did not get through. */
  readonly again = (): void => {
    if (this.dirty) void this.save();
  };

  /** The page may be gone in a moment. */
  readonly leave = (): void => {
    this.look();
    if (!this.dirty) return;
    // Of two tabs the other may have written since.
    writeTyping(this.key(), { values: this.read(), bases: this.bases });
    void this.save(true);
  };

  readonly offline = (): void => {
    if (this.dirty) this.update({ state: { kind: "offline" } });
  };

  /** A link followed while something waits: it is saved first, so that the next page shows it. */
  readonly follow = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (link.target || link.origin !== location.origin || link.pathname === location.pathname)
      return;
    this.look();
    const waits =
      this.view.state.kind === "conflict" ||
      this.view.state.kind === "signedOut" ||
      !navigator.onLine;
    if (waits || (!this.dirty && !this.flight)) return;
    event.preventDefault();
    event.stopPropagation();
    void Promise.race([this.save(), wait(patience)]).then(() =>
      this.go(link.pathname + link.search + link.hash),
    );
  };

  /** Writes on what a button sends which thing it is about and which state it was made from. */
  stamp(data: FormData): void {
    data.set(this.settings.idField, this.id);
    data.set("base", this.bases.join(","));
  }

  /**
   * Waits for what is on its way, so that a form sent by its button is not in conflict with itself.
   */
  async settled(): Promise<void> {
    window.clearTimeout(this.timer);
    if (this.flight) await Promise.race([this.flight, wait(patience)]);
    window.clearTimeout(this.timer);
  }

  /**
   * What the action of the form answered: the state it is made from now, or that it met someone
   * else's.
   */
  answered(base: string | undefined, conflict: Conflict | null): void {
    if (conflict) {
      this.dirty = true;
      this.update({ state: { kind: "conflict" }, conflict });
    } else if (base) this.setBases([...this.bases, ...base.split(",")]);
  }

  /** Saves what is typed over the version that was shown, and over no other. */
  async overwrite(base: string): Promise<void> {
    this.setBases([base]);
    this.dirty = true;
    this.update({ state: { kind: "saving" }, conflict: null });
    await this.save();
  }

  takeBack(): void {
    if (this.view.found) {
      restoreTyping(this.form, this.view.found.values);
      this.goOnFrom(this.view.found);
    }
    this.update({ found: null });
  }

  forget(): void {
    dropTyping(this.key());
    this.update({ found: null });
  }
}

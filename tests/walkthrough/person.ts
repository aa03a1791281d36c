import type { Locator } from "@playwright/test";

/**
 * Seconds of a person's gestures, from the keystroke-level model (Card, Moran, Newell 1980): a key
 * of someone who types 40 words a minute, pointing, pressing, and making up one's mind before each
 * field.
 */
const seconds = { key: 0.28, point: 1.1, press: 0.1, mind: 1.35 };

export interface Effort {
  fields: number;
  clicks: number;
  keystrokes: number;
}

/** Fills a page as slowly as a person does, and counts. */
export class Person {
  readonly effort: Effort = { fields: 0, clicks: 0, keystrokes: 0 };

  /** @param pace 1 for a person's own speed; 0 only counts */
  constructor(private readonly pace: number) {}

  private async takes(duration: number): Promise<void> {
    if (this.pace > 0)
      await new Promise((resolve) => setTimeout(resolve, duration * 1000 * this.pace));
  }

  async press(target: Locator): Promise<void> {
    await this.takes(seconds.point + seconds.press);
    this.effort.clicks += 1;
    await target.click();
  }

  /** A box or a button one has to think about. */
  async decide(target: Locator): Promise<void> {
    await this.takes(seconds.mind);
    await this.press(target);
  }

  /** A field, typed from the keyboard; what stood in it is written over. */
  async type(field: Locator, text: string): Promise<void> {
    this.effort.fields += 1;
    await this.decide(field);
    if ((await field.inputValue()) !== "") await field.press("Control+a");
    this.effort.keystrokes += text.length;
    await field.pressSequentially(text, { delay: seconds.key * 1000 * this.pace });
  }

  /** A list that opens and closes on a choice. */
  async choose(list: Locator, label: string): Promise<void> {
    this.effort.fields += 1;
    await this.takes(seconds.mind + 2 * (seconds.point + seconds.press));
    this.effort.clicks += 2;
    await list.selectOption({ label });
  }
}

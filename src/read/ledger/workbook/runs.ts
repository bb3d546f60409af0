/** The text of a cell, run by run: a run may be struck through while the others are not. */

import type { Struck } from "./sheet.ts";

export interface CellText {
  readonly text: string;
  /** Only where the text has runs; a run that says nothing of its font looks as the cell does. */
  readonly runs: readonly { readonly text: string; readonly isStruck: boolean | undefined }[] | undefined;
}

/** Puts the text of an `si` or `is` element together from its events; phonetic guides are no part of it. */
export class RunCollector {
  #text = "";
  #runs: { text: string; isStruck: boolean | undefined }[] = [];
  #inText = false;
  #inPhonetic = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const run = this.#runs.at(-1);
    if (name === "rPh") this.#inPhonetic = true;
    else if (name === "t") this.#inText = true;
    else if (name === "r") this.#runs.push({ text: "", isStruck: undefined });
    else if (name === "rPr" && run !== undefined) run.isStruck = false;
    else if (name === "strike" && run !== undefined) run.isStruck = isOn(attributes["val"]);
  }

  text(piece: string): void {
    if (!this.#inText || this.#inPhonetic) return;
    this.#text += piece;
    const run = this.#runs.at(-1);
    if (run !== undefined) run.text += piece;
  }

  close(name: string): void {
    if (name === "t") this.#inText = false;
    if (name === "rPh") this.#inPhonetic = false;
  }

  /** What was put together; the next text begins empty. */
  take(): CellText {
    const taken = {
      text: unescaped(this.#text),
      runs: this.#runs.length === 0 ? undefined : this.#runs.map((run) => ({ ...run, text: unescaped(run.text) })),
    };
    this.#text = "";
    this.#runs = [];
    return taken;
  }
}

/** Which words of a text are struck in a cell whose own font is, or is not. */
export function struckIn({ text, runs }: CellText, cellIsStruck: boolean): Struck | undefined {
  if (runs === undefined) return cellIsStruck ? true : undefined;
  let words = "";
  let rest = "";
  for (const run of runs) {
    if (run.isStruck ?? cellIsStruck) words += run.text;
    else rest += run.text;
  }
  if (words.trim() === "") return undefined;
  return rest.trim() === "" && text !== "" ? true : { words, rest };
}

/** Writers escape characters that XML cannot hold as `_x000D_`. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** A switch of a font: there without a value, it is on. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !["0", "false", "off"].includes(value);
}

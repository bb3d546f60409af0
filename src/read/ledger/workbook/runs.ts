/** The text of a cell in runs, some of which may be struck through. */

import type { Struck } from "./sheet.ts";

export interface CellText {
  readonly text: string;
  /** `undefined` for text without runs; a run without a font of its own looks like the cell. */
  readonly runs: readonly { readonly text: string; readonly isStruck: boolean | undefined }[] | undefined;
}

/** Collects the text of an `si` or `is` element from XML events, without phonetic guides. */
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

  /** Returns the collected text and starts an empty one. */
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

/** The struck words of a text; `cellIsStruck` is the font of the cell, which a run may override. */
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

/** Decodes `_x000D_`, the escape for characters that XML cannot hold. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** The value of a boolean font property, which is on when present without a value. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !["0", "false", "off"].includes(value);
}

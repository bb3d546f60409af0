/** Computes the result of a field when it is not stored in the file. */

import { equationText } from "./equation-field.ts";
import { symbolText } from "./symbols.ts";
import { child, elements, toggle, value } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

interface FieldResult {
  readonly text: string;
  /** Remarks, clauses in Chinese. */
  readonly remarks: readonly string[];
}

/** The first word of an instruction, in capitals: EQ, REF … */
export function fieldKind(code: string): string {
  return /^\s*(=|[a-z]+)/i.exec(code)?.[1]?.toUpperCase() ?? "";
}

/** `undefined` when it cannot be computed. `form` is the w:ffData of the field. */
export function fieldResult(code: string, form: XmlElement | undefined, lists: ListNumbers): FieldResult | undefined {
  const kind = fieldKind(code);
  const rest = code.replace(/^\s*(?:=|[a-z]+)/i, "");
  switch (kind) {
    case "EQ": {
      const formula = equationText(rest);
      return formula && plain(formula.text, ...formula.lost.map((lost) => `域里的${lost}没有带入`));
    }
    case "SYMBOL":
      return symbol(rest);
    case "FORMDROPDOWN": {
      const list = child(form, "w:ddList");
      const chosen = elements(list, "w:listEntry")[Number(value(list, "w:result") ?? value(list, "w:default") ?? 0)];
      return chosen && plain(chosen.attributes["w:val"] ?? "");
    }
    case "FORMCHECKBOX": {
      const box = child(form, "w:checkBox");
      return box && plain((toggle(box, "w:checked") ?? toggle(box, "w:default")) === true ? "☑" : "□");
    }
    case "FORMTEXT": {
      const text = value(form, "w:textInput", "w:default");
      return text === undefined ? undefined : plain(text, "表单里默认的字照样带入了，请核对");
    }
    case "MACROBUTTON":
    case "GOTOBUTTON":
      return plain(/^\s*\S+\s+(.*\S)/.exec(rest)?.[1] ?? "", "点一下才填写的提示文字照样带入了，请核对");
    case "QUOTE": {
      const quoted = /^\s*(?:"([^"]*)"|([^\\]*\S))/.exec(rest);
      return quoted === null ? undefined : plain(quoted[1] ?? quoted[2] ?? "");
    }
    case "LISTNUM": {
      const text = lists.next(rest);
      return text === undefined ? undefined : plain(text, "域里的编号是推算的，请核对");
    }
    default:
      return undefined;
  }
}

function plain(text: string, ...remarks: readonly string[]): FieldResult {
  return { text, remarks };
}

/** SYMBOL 254 \f Wingdings: a character by its number. */
function symbol(rest: string): FieldResult | undefined {
  const code = /^\s*(0x[\da-f]+|\d+|\S)/i.exec(rest)?.[1];
  if (code === undefined) return undefined;
  const font = /\\f\s*(?:"([^"]*)"|([^\\]*[^\s\\]))/i.exec(rest);
  const point = /^\d|^0x/i.test(code) ? Number(code) : (code.codePointAt(0) ?? 0);
  return plain(symbolText(font?.[1] ?? font?.[2] ?? "", point.toString(16)));
}

const outlines: Readonly<Record<string, readonly ((value: number) => string)[]>> = {
  numberdefault: [(n) => `${n})`, (n) => `${letter(n)})`],
  outlinedefault: [
    (n) => `${["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"][n - 1] ?? n}.`,
    (n) => `${letter(n).toUpperCase()}.`,
    (n) => `${n}.`,
  ],
};

/** Running numbers of LISTNUM fields by list and level. */
export class ListNumbers {
  readonly #counts = new Map<string, number>();

  /** `undefined` for an unknown list or level. */
  next(rest: string): string | undefined {
    const name = (/^\s*"?([a-z]\w*)"?/i.exec(rest)?.[1] ?? "NumberDefault").toLowerCase();
    const level = Number(/\\l\s*(\d)/i.exec(rest)?.[1] ?? 1);
    const start = /\\s\s*(\d+)/i.exec(rest)?.[1];
    const written = outlines[name]?.[level - 1];
    if (written === undefined) return undefined;
    const key = `${name} ${level}`;
    const count = start === undefined ? (this.#counts.get(key) ?? 0) + 1 : Number(start);
    this.#counts.set(key, count);
    return written(count);
  }
}

function letter(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26));
}

/** The fields open at the current position of a text. */

import { fieldKind, fieldResult, ListNumbers } from "./field-result.ts";
import { inlineText } from "./model.ts";
import type { Loss, WordInline } from "./model.ts";
import { computedFields, fieldKinds, neverEmpty } from "./vocabulary/field.ts";
import type { XmlElement } from "./xml.ts";

interface OpenField {
  readonly form: XmlElement | undefined;
  code: string;
  /** Whether the result has begun. */
  separated: boolean;
  /** The result stored in the file. */
  shown: string;
  empty: boolean;
  /** Text in the place of the instruction, which does not belong there. */
  stray: string;
}

interface EndedField {
  /** The computed result, for a field without a stored one. */
  readonly text: string;
  readonly losses: readonly Loss[];
}

export class Fields {
  readonly #open: OpenField[] = [];
  readonly #lists = new ListNumbers();
  readonly #withoutResult: ReadonlySet<string>;

  /** `withoutResult`: kinds of fields whose result is omitted. */
  constructor(withoutResult: ReadonlySet<string>) {
    this.#withoutResult = withoutResult;
  }

  begin(form: XmlElement | undefined): void {
    this.#open.push({ form, code: "", separated: false, shown: "", empty: true, stray: "" });
  }

  /** A piece of an instruction. */
  code(text: string): void {
    const field = this.#open.at(-1);
    if (field !== undefined && !field.separated) field.code += text;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field !== undefined) field.separated = true;
  }

  /** The inlines that are shown; those of instructions and of omitted results are not. */
  pass(inlines: readonly WordInline[]): WordInline[] {
    const text = inlineText(inlines);
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const field = this.#open[at];
      if (field === undefined) break;
      if (!field.separated) {
        // The result of a nested field is part of the instruction; other text does not belong there.
        if (at < this.#open.length - 1) field.code += text;
        else field.stray += text;
        return inlines.filter(({ kind }) => kind !== "text" && kind !== "break");
      }
      field.shown += text;
      field.empty &&= inlines.every(
        (inline) => inline.kind === "loss" || (inline.kind === "text" && inline.text === ""),
      );
      if (this.#withoutResult.has(fieldKind(field.code))) return inlines.filter(({ kind }) => kind === "comment");
    }
    return [...inlines];
  }

  end(): EndedField {
    const field = this.#open.pop();
    if (field === undefined) return { text: "", losses: [] };
    const kind = fieldKind(field.code);
    const fate = fieldKinds[kind];
    const code = field.code.replace(/\s+/g, " ").trim();
    const stray = field.stray === "" ? [] : [{ message: "域代码里的字没有带入", words: field.stray }];
    if (fate?.kind === "reported" && (!field.empty || this.#withoutResult.has(kind)))
      return { text: "", losses: [{ message: fate.message, words: field.shown }, ...stray] };
    if (fate?.kind === "inert" || (!field.empty && !(kind === "FORMCHECKBOX")))
      return { text: "", losses: [...stray, ...doubts(kind, code, field.shown)] };
    const result = fieldResult(field.code, field.form, this.#lists);
    if (result !== undefined)
      return {
        text: result.text,
        losses: [...result.remarks.map((message) => ({ message, words: result.text })), ...stray],
      };
    // The page shows an empty result, too.
    if (field.separated && !computedFields.has(kind) && !neverEmpty.has(kind)) return { text: "", losses: stray };
    return {
      text: "",
      losses: [{ message: "域没有结果，没有带入，请补上", words: code === "" ? kind : code }, ...stray],
    };
  }
}

/** Remarks on a stored result that may be wrong. */
function doubts(kind: string, code: string, shown: string): Loss[] {
  if (/^«.*»$/.test(shown.trim()))
    return [{ message: "邮件合并的域没有填，里面的名称照样带入了，请改正", words: shown }];
  if (/错误[!！]|^Error!/.test(shown)) return [{ message: "域的结果是错误信息，照样带入了，请改正", words: shown }];
  if (kind === "=") return [{ message: "Word 里算出的数照样带入了，以后不会再算，请核对", words: shown }];
  const address = kind === "HYPERLINK" ? /"([a-z]+:[^"]+)"/i.exec(code)?.[1] : undefined;
  return address === undefined ? [] : [{ message: "链接的网址没有带入", words: `${shown} ${address}` }];
}

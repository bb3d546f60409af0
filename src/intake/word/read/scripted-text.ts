/** Collects a paragraph and writes its superscripts and subscripts at the end, because their form depends on their neighbours. */

import { isSaid } from "./model.ts";
import type { WordInline, WordText } from "./model.ts";
import type { RunLook } from "./run-look.ts";
import { aroundScript, inScript } from "./scripts.ts";
import type { Script } from "./scripts.ts";

/** Manually raised or lowered text counts as a script only from this distance, in half-points, and with such characters. */
const leastShift = 4;
const scriptLike = /^[\d+\-−().a-z\s]+$/;
const names: Readonly<Record<Script, string>> = { super: "上标", sub: "下标" };

export class ScriptedText {
  readonly #scripts = new Map<WordInline, Script>();

  mark(text: WordText, { script, shift }: RunLook): WordText {
    const isMeant = Math.abs(shift) >= leastShift && scriptLike.test(text.text);
    const kind = script ?? (isMeant ? (shift > 0 ? "super" : "sub") : undefined);
    if (kind !== undefined) this.#scripts.set(text, kind);
    else if (shift !== 0) return { ...text, looks: [...text.looks, "升高或降低的字写成了一般的字"] };
    return text;
  }

  settle(inlines: readonly WordInline[]): WordInline[] {
    if (this.#scripts.size === 0) return [...inlines];
    const settled: WordInline[] = [];
    for (let at = 0; at < inlines.length;) {
      const script = this.#scriptOf(inlines[at]);
      let end = at + 1;
      while (script !== undefined && end < inlines.length && this.#continues(inlines[end], script)) end++;
      const group = inlines.slice(at, end);
      if (script === undefined) settled.push(...group);
      else settled.push(...written(group, script, lastOf(inlines.slice(0, at)), firstOf(inlines.slice(end))));
      at = end;
    }
    return settled;
  }

  #scriptOf(inline: WordInline | undefined): Script | undefined {
    return inline === undefined ? undefined : this.#scripts.get(inline);
  }

  #continues(inline: WordInline | undefined, script: Script): boolean {
    return inline?.kind === "comment" || this.#scriptOf(inline) === script;
  }
}

function written(group: readonly WordInline[], script: Script, before: string, behind: string): WordInline[] {
  const texts = group.flatMap((inline) => (inline.kind === "text" && isSaid(inline) ? [inline] : []));
  const whole = texts.map(({ text }) => text).join("");
  if (inScript(whole, script) !== undefined)
    return group.map((inline) =>
      inline.kind === "text" ? { ...inline, text: inScript(inline.text, script) ?? inline.text } : inline,
    );
  const [open, close] = aroundScript(whole.trim(), script, before, behind);
  const remark = `${names[script]}没有同样的字，写成了${open === "" ? "一般的字" : `“${open}…)”`}，请核对`;
  return group.map((inline) => {
    if (inline.kind !== "text" || !isSaid(inline)) return inline;
    const text = `${inline === texts[0] ? open : ""}${inline.text}${inline === texts.at(-1) ? close : ""}`;
    return {
      ...inline,
      text,
      raised: script === "super" ? "superscript" : "subscript",
      looks: [...inline.looks, remark],
    };
  });
}

function lastOf(inlines: readonly WordInline[]): string {
  return [...(saidTexts(inlines).at(-1) ?? "")].at(-1) ?? "";
}

function firstOf(inlines: readonly WordInline[]): string {
  return [...(saidTexts(inlines)[0] ?? "")][0] ?? "";
}

function saidTexts(inlines: readonly WordInline[]): string[] {
  return inlines.flatMap((inline) =>
    inline.kind === "text" && isSaid(inline) && inline.text !== ""
      ? [inline.text]
      : inline.kind === "break"
        ? ["\n"]
        : [],
  );
}

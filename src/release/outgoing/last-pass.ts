/** The final check: finds personal items in any file of a finished site, whatever their source. (出站检查) */

import type { Levels } from "../../check/rule.ts";
import { AllowList } from "../../check/privacy/allow.ts";
import { withoutDigests } from "../../check/privacy/digest.ts";
import { isSure, mayContainItems, personalItems, type FoundItem } from "../../check/privacy/gate.ts";
import type { GateContext } from "../../check/privacy/item.ts";
import { plainText } from "../../check/privacy/reading.ts";
import { fileText } from "./file-text.ts";

/** A personal item that would be published. */
export interface Leak {
  /** Path on the site. */
  readonly file: string;
  readonly item: FoundItem;
  /** The item as printed there. */
  readonly text: string;
}

export interface LastPassOptions extends GateContext {
  readonly levels: Levels;
  /** Items that may be printed, by path on the site. */
  readonly allowed: (file: string) => readonly string[];
}

const SENTENCE = /(?<=[。！？；])/;

export class LastPass {
  readonly #options: LastPassOptions;
  /** Lines found clean, as sites repeat most of them. A line with an item is checked in each file. */
  readonly #innocent = new Set<string>();

  constructor(options: LastPassOptions) {
    this.#options = options;
  }

  /** @throws Error the file cannot be read */
  look(file: string, bytes: Buffer): Leak[] {
    const { levels, allowed, ...context } = this.#options;
    const lines = fileText(file, bytes);
    const fresh = [...new Set(lines.flatMap((line) => line.split(SENTENCE)))]
      .filter((sentence) => sentence.length > 1 && !this.#innocent.has(sentence))
      .map((sentence) => ({ sentence, read: plainText(withoutDigests(sentence)) }));
    const suspect = fresh.filter(({ read }) => mayContainItems(read));
    const text = suspect.map(({ read }) => read).join("\n");
    const found =
      suspect.length === 0 ? [] : personalItems(text, { ...context, whole: () => plainText(lines.join("\n")) });
    const items = found.filter((item) => isSure(item) && (levels[item.rule.id] ?? item.rule.level) === "error");
    for (const { sentence } of fresh) this.#innocent.add(sentence);
    if (items.length === 0) return [];
    let start = 0;
    for (const { sentence, read } of suspect) {
      const end = start + read.length;
      if (items.some((item) => item.start < end && item.end > start)) this.#innocent.delete(sentence);
      start = end + 1;
    }
    const allow = new AllowList(allowed(file));
    return items
      .map((item) => ({ file, item, text: text.slice(item.start, item.end) }))
      .filter((leak) => !allow.has(leak.text));
  }
}

/** The last look at what goes out, whatever way it came in: personal items in any file of a finished site. (出站检查) */

import type { Levels } from "../../check/proofread/levels.ts";
import { AllowList } from "../../check/privacy/allow.ts";
import { isSure, mayHoldItems, personalItems, type FoundItem } from "../../check/privacy/gate.ts";
import type { GateContext } from "../../check/privacy/item.ts";
import { plainText } from "../../check/privacy/reading.ts";
import { fileText } from "./file-text.ts";

/** A personal item that would be published. */
export interface Leak {
  /** Path on the site. */
  readonly file: string;
  readonly item: FoundItem;
  /** The item as it is read there. */
  readonly text: string;
}

export interface LastPassOptions extends GateContext {
  readonly levels: Levels;
  /** What may be printed, by the path on the site. */
  readonly allowed: (file: string) => readonly string[];
}

const SENTENCE = /(?<=[。！？；])/;
/** Digests and identifiers hold digits by chance. */
const DIGEST = /[0-9a-f]{32,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

export class LastPass {
  readonly #options: LastPassOptions;
  /** A site says most things many times. */
  readonly #innocent = new Set<string>();

  constructor(options: LastPassOptions) {
    this.#options = options;
  }

  /** @throws Error the file cannot be read. */
  look(file: string, bytes: Buffer): Leak[] {
    const { levels, allowed, ...context } = this.#options;
    const lines = fileText(file, bytes);
    const fresh = lines
      .flatMap((line) => line.split(SENTENCE))
      .filter((sentence) => this.#isNew(sentence))
      .map((sentence) => plainText(sentence.replace(DIGEST, "")))
      .filter(mayHoldItems);
    if (fresh.length === 0) return [];
    const text = fresh.join("\n");
    const items = personalItems(text, { ...context, whole: () => plainText(lines.join("\n")) }).filter(
      (item) => isSure(item) && (levels[item.rule.id] ?? item.rule.level) === "error",
    );
    if (items.length === 0) return [];
    const allow = new AllowList(allowed(file));
    const leaks = items
      .map((item) => ({ file, item, text: text.slice(item.start, item.end) }))
      .filter((leak) => !allow.has(leak.text));
    return leaks;
  }

  #isNew(sentence: string): boolean {
    if (sentence.length < 2 || this.#innocent.has(sentence)) return false;
    this.#innocent.add(sentence);
    return true;
  }
}

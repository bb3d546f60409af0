/** What could not be carried over, told with the paragraph it stood in. */

import { inlineText } from "../read/model.ts";
import type { WordBlock } from "../read/model.ts";
import { shortened } from "../revisions.ts";

/** Where a remark belongs: a paragraph of the Word file, or the file as a whole. */
export interface RemarkPlace {
  readonly number: number;
  /** Its first words. */
  readonly words: string;
}

export class Remarks {
  readonly #places = new Map<string, RemarkPlace[]>();

  add(message: string, place?: RemarkPlace): void {
    const places = this.#places.get(message) ?? [];
    this.#places.set(message, places);
    if (place !== undefined && !places.some(({ number }) => number === place.number)) places.push(place);
  }

  /** One sentence a remark: 第 3 段“各县区要…”：… ; the same remark on several paragraphs is made once, each with its first words: Word does not count paragraphs. */
  list(): string[] {
    return [...this.#places].map(([message, places]) => {
      const [first] = places;
      if (first === undefined) return message;
      const where =
        places.length === 1
          ? `第 ${first.number} 段${first.words === "" ? "" : `“${first.words}”`}`
          : places.map(({ number, words }) => `第 ${number} 段${words === "" ? "" : `“${words}”`}`).join("、");
      return `${where}：${message}`;
    });
  }
}

export function placeOf(block: WordBlock): RemarkPlace {
  return {
    number: block.number,
    words: block.kind === "paragraph" ? shortened(block.label + inlineText(block.inlines), 12) : "表格",
  };
}

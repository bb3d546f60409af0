/** Collects remarks on what could not be imported, each once with all its places. */

import { shortened } from "../revisions.ts";

export interface RemarkPlace {
  /** The place in the Word file, a phrase. */
  readonly where: string;
  /** The words concerned; may be empty. */
  readonly words: string;
}

/** Largest number of places listed for one remark; the others are counted. */
const mostPlaces = 4;
const mostWords = 60;

export class Remarks {
  readonly #places = new Map<string, RemarkPlace[]>();

  add(message: string, place?: RemarkPlace): void {
    const places = this.#places.get(message) ?? [];
    this.#places.set(message, places);
    if (place === undefined) return;
    const last = places.at(-1);
    if (last?.where !== place.where || last.words !== place.words) places.push(place);
  }

  /** 下划线没有带入，共 2 处：“各县区”（“各县区要抓好整改。”一段）；… */
  list(): string[] {
    return [...this.#places].map(([message, places]) => {
      if (places.length === 0) return message;
      const shown = places.slice(0, mostPlaces).map(written);
      const more = places.length > shown.length ? "等" : "";
      const count = places.length > 1 ? `，共 ${places.length} 处` : "";
      return `${message}${count}：${shown.join("；")}${more}`;
    });
  }
}

function written({ where, words }: RemarkPlace): string {
  const quoted = shortened(words, mostWords);
  if (quoted === "" || where.startsWith(`“${quoted}”`)) return where;
  return where === "" ? `“${quoted}”` : `“${quoted}”（${where}）`;
}

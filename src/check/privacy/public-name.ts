import type { GateContext } from "./item.ts";
import { isTitled, officialsIn } from "./official.ts";
import { PLACE_END } from "./person-name.ts";

/** A name may end in 江, 山 or 桥; not in these. */
const ENDS_AS_PLACE = /(?:县|区|市|省|州|村|镇|乡|街道|社区|路|街|巷|厂|店|局|公司|学校)$/;
const PLACE_BEHIND = new RegExp(`^(?:${PLACE_END})`);

/** What of a text looks like a person's name and may be printed: officials in office, places, registered units. (可公开的名称) */
export class PublicNames {
  readonly #text: string;
  readonly #context: GateContext;
  #officials: ReadonlySet<string> | undefined;

  constructor(text: string, context: GateContext) {
    this.#text = text;
    this.#context = context;
  }

  has(start: number, name: string): boolean {
    this.#officials ??= officialsIn(this.#context.whole?.() ?? this.#text);
    return (
      this.#officials.has(name) ||
      isTitled(this.#text, start) ||
      PLACE_BEHIND.test(this.#text.slice(start + name.length)) ||
      ENDS_AS_PLACE.test(name.slice(1)) ||
      this.#isRegistered(start, name)
    );
  }

  /** 江华 of 江华瑶族自治县, 江华城 of 江华城管中队: the beginning of a unit's name, or more than it. */
  #isRegistered(start: number, name: string): boolean {
    const { names } = this.#context;
    if (names === undefined) return false;
    return (
      names.has(name) ||
      [...names].some(
        (known) =>
          (known.startsWith(name) || (known.length > 1 && name.startsWith(known))) &&
          this.#text.startsWith(known, start),
      )
    );
  }
}

/** Which units a text names, by any of their names. */

import type { Member, Registry } from "../../model/registry.ts";
import type { Dimension, Vocabulary } from "../../model/vocabulary.ts";

/** The dimension whose members have pages of their own: 单位, else the first whose parts exclude one another. */
export function unitDimension({ dimensions }: Vocabulary): Dimension | undefined {
  return dimensions.get("单位") ?? [...dimensions.values()].find((dimension) => !dimension.overlapping);
}

export class UnitNames {
  readonly #registry: Registry;
  readonly #pattern: RegExp | undefined;

  constructor(registry: Registry) {
    this.#registry = registry;
    // Longer names first, so that one name inside another does not hide it.
    const names = registry.names().sort((a, b) => b.length - a.length);
    const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    this.#pattern = names.length === 0 ? undefined : new RegExp(escaped.join("|"), "g");
  }

  /** The units named in `text`. */
  in(text: string): Set<Member> {
    const found = new Set<Member>();
    if (this.#pattern === undefined) return found;
    for (const [name] of text.matchAll(this.#pattern)) {
      const member = this.#registry.find(name);
      if (member !== undefined) found.add(member);
    }
    return found;
  }
}

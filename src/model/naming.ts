/** Which units a text names, by any of their names. */

import type { Member, Registry } from "./registry.ts";
import type { Dimension, Vocabulary } from "./vocabulary.ts";
import { anyOf } from "../base/text/words-pattern.ts";

/** The dimension whose members have pages of their own: 单位, else the first one in which a case has a single member. */
export function unitDimension({ dimensions }: Vocabulary): Dimension | undefined {
  return dimensions.get("单位") ?? [...dimensions.values()].find((dimension) => !dimension.overlapping);
}

export class UnitNames {
  readonly #registry: Registry;
  readonly #pattern: RegExp;

  constructor(registry: Registry) {
    this.#registry = registry;
    this.#pattern = anyOf(registry.names());
  }

  /** The units named in `text`. */
  in(text: string): Set<Member> {
    const found = new Set<Member>();
    for (const [name] of text.matchAll(this.#pattern)) {
      const member = this.#registry.find(name);
      if (member !== undefined) found.add(member);
    }
    return found;
  }
}

/** Every name of every member of the registries. */
export function registeredNames({ dimensions }: Vocabulary): ReadonlySet<string> {
  return new Set([...dimensions.values()].flatMap(({ registry }) => registry.names()));
}

import type { GateContext } from "./item.ts";
import { frameBefore } from "./name-context.ts";
import { BEFORE } from "./name-frames.ts";
import { surnameAt } from "./surname.ts";

const OFFICE = new RegExp(`(?:${BEFORE.office})(?:、|:|\\()? ?`, "g");

/** What of a text looks like a person's name and may be printed: officials in office, registered units. (可公开的名称) */
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
    return this.#officials.has(name) || this.#isRegistered(start, name);
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

/** Whatever could be the name behind an office, wherever the text has it: 局长李明 stays public where only 李明 is said. */
function officialsIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { index, 0: office } of text.matchAll(OFFICE)) {
    const end = index + office.length;
    const surname = surnameAt(text, end);
    if (
      surname === undefined ||
      frameBefore(text.slice(Math.max(0, index - 6), end).replace(/[、:( ]+$/, "")) !== "office"
    )
      continue;
    for (const length of [1, 2]) names.add(text.slice(end, end + surname.length + length));
  }
  return names;
}

/** numbering.xml: the numbers of lists, computed as Word shows them. Word stores none of them as text. */

import { numberText } from "./number-format.ts";
import type { Styles } from "./styles.ts";
import { child, elements, toggle, value } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

const levels = 9;
/** No bulletin counts further; a start beyond is a slip or an attack. */
const largest = 100_000;

interface List {
  /** Lists of one definition count on together. */
  readonly definition: string;
  readonly levels: readonly (XmlElement | undefined)[];
  /** startOverride by level, until first used. */
  readonly restarts: Map<number, number>;
}

export interface Label {
  readonly text: string;
  readonly bullet: boolean;
  /** What its look says: remarks in Chinese, clauses. */
  readonly looks: readonly string[];
}

export class Numbering {
  readonly #definitions = new Map<string, XmlElement>();
  readonly #numbers = new Map<string, XmlElement>();
  readonly #styles: Styles;
  readonly #lists = new Map<string, List | undefined>();
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly unknownFormats = new Set<string>();

  constructor(part: XmlElement | undefined, styles: Styles) {
    this.#styles = styles;
    for (const definition of elements(part, "w:abstractNum"))
      this.#definitions.set(definition.attributes["w:abstractNumId"] ?? "", definition);
    for (const number of elements(part, "w:num")) this.#numbers.set(number.attributes["w:numId"] ?? "", number);
  }

  /** The label of the next paragraph; `undefined` when it has none. `properties` are its own (w:pPr). */
  next(properties: XmlElement | undefined): Label | undefined {
    const own = child(properties, "w:numPr");
    const styled = this.#styles.numbering(value(properties, "w:pStyle"));
    const numberId = value(own, "w:numId") ?? value(styled?.properties, "w:numId");
    const list = numberId === undefined || numberId === "0" ? undefined : this.#list(numberId);
    if (list === undefined) return undefined;
    const ofStyle = list.levels.findIndex((level) => value(level, "w:pStyle") === styled?.style);
    const typed = value(own, "w:ilvl") ?? value(styled?.properties, "w:ilvl");
    const level = typed === undefined ? Math.max(0, own === undefined ? ofStyle : 0) : Number(typed);
    if (!(level >= 0 && level < levels)) return undefined;
    return this.#label(list, level, child(properties, "w:rPr"));
  }

  /** `mark` is the look of the paragraph's end, which its number has too. */
  #label(list: List, level: number, mark: XmlElement | undefined): Label {
    const counters = this.#counters.get(list.definition) ?? [];
    this.#counters.set(list.definition, counters);
    for (let upper = 0; upper < level; upper++) counters[upper] ??= startOf(list, upper);
    const restart = list.restarts.get(level);
    list.restarts.delete(level);
    const before = counters[level];
    counters[level] = restart ?? (before === undefined ? startOf(list, level) : Math.min(largest, before + 1));
    for (let lower = level + 1; lower < levels; lower++) {
      const restarts = value(list.levels[lower], "w:lvlRestart");
      // By default a level starts anew after any level above it; 0 never; n only after level n.
      if (restarts === undefined || (restarts !== "0" && level < Number(restarts))) counters[lower] = undefined;
    }
    const definition = list.levels[level];
    if (value(definition, "w:numFmt") === "bullet") return { text: "", bullet: true, looks: [] };
    const legal = child(definition, "w:isLgl") !== undefined;
    const text = (value(definition, "w:lvlText") ?? "").replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = legal && at < level ? "decimal" : (value(list.levels[at], "w:numFmt") ?? "decimal");
      return this.#written(format, counters[at] ?? startOf(list, at));
    });
    const unsaid = unsaidLabel(text, child(definition, "w:rPr"), mark);
    return unsaid === undefined ? { text, bullet: false, looks: [] } : { text: "", bullet: false, looks: [unsaid] };
  }

  #written(format: string, number: number): string {
    const text = numberText(format, number);
    if (text === undefined) this.unknownFormats.add(format);
    return text ?? String(number);
  }

  #list(id: string): List | undefined {
    if (!this.#lists.has(id)) this.#lists.set(id, this.#build(id));
    return this.#lists.get(id);
  }

  #build(id: string, depth = 0): List | undefined {
    const number = this.#numbers.get(id);
    const definitionId = value(number, "w:abstractNumId");
    const definition = definitionId === undefined ? undefined : this.#definitions.get(definitionId);
    if (number === undefined || definition === undefined || definitionId === undefined || depth > 4) return undefined;
    const link = value(definition, "w:numStyleLink");
    const linked = link === undefined ? undefined : this.#styles.listNumber(link);
    if (linked !== undefined && linked !== id) return this.#build(linked, depth + 1);
    const byLevel = (parent: XmlElement, name: string): Map<number, XmlElement> =>
      new Map(elements(parent, name).map((level) => [Number(level.attributes["w:ilvl"]), level]));
    const own = byLevel(definition, "w:lvl");
    const overrides = byLevel(number, "w:lvlOverride");
    const restarts = new Map<number, number>();
    for (const [level, override] of overrides) {
      const start = value(override, "w:startOverride");
      if (start !== undefined) restarts.set(level, bounded(start));
    }
    return {
      definition: definitionId,
      levels: Array.from({ length: levels }, (_, at) => child(overrides.get(at), "w:lvl") ?? own.get(at)),
      restarts,
    };
  }
}

/** A number that is hidden or crossed out: it is said no more. The level's own word goes before the paragraph's. */
function unsaidLabel(text: string, own: XmlElement | undefined, mark: XmlElement | undefined): string | undefined {
  const on = (name: string): boolean => toggle(own, name) ?? toggle(mark, name) ?? false;
  if (text === "") return undefined;
  if (toggle(own, "w:vanish") === true) return `隐藏的编号“${text}”没有带入`;
  return on("w:strike") || on("w:dstrike") ? `划掉的编号“${text}”没有带入` : undefined;
}

function startOf(list: List, level: number): number {
  return bounded(value(list.levels[level], "w:start") ?? "1");
}

function bounded(text: string): number {
  const number = Number.parseInt(text, 10);
  return number >= 0 && number <= largest ? number : 1;
}

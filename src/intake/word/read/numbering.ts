/** Computes the numbers of lists from numbering.xml, because Word does not store them as text. */

import { numberText } from "./number-format.ts";
import { runLook } from "./run-look.ts";
import type { RunLook } from "./run-look.ts";
import type { Styles } from "./styles.ts";
import { symbolsIn } from "./symbols.ts";
import { child, elements, value } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

const levels = 9;
/** A list that starts with a larger number is a mistake or an attack. */
const largest = 100_000;

interface List {
  /** Lists with the same definition are numbered together. */
  readonly definition: string;
  readonly levels: readonly (XmlElement | undefined)[];
  /** startOverride by level, removed when used. */
  readonly restarts: Map<number, number>;
}

export interface Label {
  readonly text: string;
  readonly bullet: boolean;
  /** Remarks on its formatting, clauses in Chinese. */
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

  /** The label of the next paragraph; `undefined` when it has none. `properties` is its w:pPr. */
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
    return this.#label(list, level, properties);
  }

  #label(list: List, level: number, properties: XmlElement | undefined): Label {
    const counters = this.#counters.get(list.definition) ?? [];
    this.#counters.set(list.definition, counters);
    for (let upper = 0; upper < level; upper++) counters[upper] ??= startOf(list, upper);
    const restart = list.restarts.get(level);
    list.restarts.delete(level);
    const before = counters[level];
    counters[level] = restart ?? (before === undefined ? startOf(list, level) : Math.min(largest, before + 1));
    for (let lower = level + 1; lower < levels; lower++) {
      const restarts = value(list.levels[lower], "w:lvlRestart");
      // By default a level restarts after any higher level; with 0 never; with n only after level n.
      if (restarts === undefined || (restarts !== "0" && level < Number(restarts))) counters[lower] = undefined;
    }
    const definition = list.levels[level];
    const look = runLook(this.#styles, labelLook(definition, properties), properties, false);
    const pattern = value(definition, "w:lvlText") ?? "";
    if (formatOf(definition) === "bullet") {
      const sign = symbolsIn(pattern, look.latinFont);
      return isWord(sign) ? labelled(sign, look) : { text: "", bullet: true, looks: [] };
    }
    const legal = child(definition, "w:isLgl") !== undefined;
    const text = pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = legal && at < level ? "decimal" : formatOf(list.levels[at]);
      return this.#written(format, counters[at] ?? startOf(list, at));
    });
    return labelled(text, look);
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

function formatOf(definition: XmlElement | undefined): string {
  const format = child(definition, "w:numFmt")?.attributes;
  const name = format?.["w:val"] ?? "decimal";
  return name === "custom" ? (format?.["w:format"] ?? name) : name;
}

/** Whether a bullet is content, such as “注：” and ☑, but not ● or the letter o in its place. */
function isWord(sign: string): boolean {
  return sign !== "o" && /[\p{L}\p{N}☑☒✗√×]/u.test(sign);
}

/** The formatting of a number: that of its level, else of the paragraph's end, except whether the end itself is hidden. */
function labelLook(definition: XmlElement | undefined, paragraph: XmlElement | undefined): XmlElement {
  const own = elements(child(definition, "w:rPr"));
  const names = new Set(["w:vanish", ...own.map(({ name }) => name)]);
  const mark = elements(child(paragraph, "w:rPr")).filter(({ name }) => !names.has(name));
  return { name: "w:rPr", attributes: {}, children: [...mark, ...own] };
}

/** The label of a paragraph, omitted with a remark if it is hidden or struck through. */
function labelled(text: string, { hidden, struck, capitals, script }: RunLook): Label {
  if (text !== "" && (hidden || struck))
    return { text: "", bullet: false, looks: [`${hidden ? "隐藏" : "划掉"}的编号“${text}”没有带入`] };
  const looks = script === undefined ? [] : ["编号是上标或下标，写成了一般的字，请核对"];
  return { text: capitals ? text.toUpperCase() : text, bullet: false, looks };
}

function startOf(list: List, level: number): number {
  return bounded(value(list.levels[level], "w:start") ?? "1");
}

function bounded(text: string): number {
  const number = Number.parseInt(text, 10);
  return number >= 0 && number <= largest ? number : 1;
}

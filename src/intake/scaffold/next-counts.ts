/** The counts file of the last issue → that of the next: dates and batches are moved on, numbers have to be entered anew. */

import { periodBefore } from "../../model/frequency.ts";
import type { Frequency } from "../../model/frequency.ts";
import type { MeasureDefinition, Vocabulary } from "../../model/vocabulary.ts";
import { SourceText } from "../../base/problem/source-text.ts";
import { readBatches } from "../../read/schema/read-batches.ts";
import { countsCarry, crossKeys } from "../../read/schema/counts-schema.ts";
import { unfoldPastedLists } from "../../read/schema/pasted-list.ts";
import { parseYaml } from "../../read/source/yaml.ts";
import type { LocatedYaml, Path } from "../../read/source/located-yaml.ts";
import { isoMoment, readMoment } from "../../base/text/moment.ts";
import type { Moment } from "../../base/text/moment.ts";
import { brokenTotal, ofOneIssue, unusedMeasures } from "./first-counts.ts";
import { nextDatesOf } from "./next-period.ts";
import type { Dates, NextDates, Step } from "./next-period.ts";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The old value, for the comment at the end of the line. */
  readonly last?: string;
  readonly removesLine?: boolean;
}

const head = [
  "# 本期数据：每行“名称: 数字”。冒号用英文的，后面空一格；数字用半角，填在“#”前面。",
  "# 后面的“上期”是上一期的数，供核对，可以留着。没有的项目删去整行。",
  "# 空着的“合计”填材料里的总数，程序拿它核对各项；材料里没有的，删去那一行，程序会加出来。",
];

/** A hint on pasting lists, with names from the office's registry. */
function pastingHint(yaml: LocatedYaml, vocabulary: Vocabulary): string[] {
  const [dimension] = [...vocabulary.dimensions.values()].filter(({ name }) =>
    yaml.entries([]).some(({ key }) => yaml.entries([key, name]).length > 0),
  );
  const [first, second = first] = dimension?.registry.members ?? [];
  if (dimension === undefined || first === undefined || second === undefined) return [];
  const list = [...new Set([first, second])].map(({ shortName }, at) => `${shortName}${at === 0 ? 12 : 9}`).join("、");
  return [`# 手里有现成的一串数字，可以整串粘在冒号后面，代替下面的各行，如“${dimension.name}: ${list}”。`];
}

const ledgerHead = ["# 数字全部从信访件台账统计，这里只写截至日期、批次，和各项印出来的叫法、次序。"];

/** What is known of the issues before the new one, from which its file is derived. */
interface CarriedFrom {
  readonly last: LocatedYaml;
  /** The counts of the issue before the last: only the comparison of two issues distinguishes a running total from a period. */
  readonly before: LocatedYaml | undefined;
  /** Dates of the last issue and of the new one. */
  readonly from: Moment;
  readonly to: Moment;
  readonly frequency: Frequency | undefined;
  /** Measures with figures in some earlier issue. */
  readonly used: ReadonlySet<string>;
}

export function nextCounts(from: CarriedFrom, vocabulary: Vocabulary): string {
  const yaml = aLineEach(from.last, vocabulary);
  const before = from.before === undefined ? undefined : aLineEach(from.before, vocabulary);
  const measures = yaml.entries([]).flatMap(({ key }) => vocabulary.measures.get(key) ?? []);
  const steps = new Map(
    measures.map((measure) => [measure.name, stepOf({ ...from, last: yaml, before }, vocabulary, measure)]),
  );
  const dates = nextDatesOf(steps);
  const edits = measures.flatMap(({ name }) =>
    new BlockCarrier({ ...from, last: yaml, before }, vocabulary, name, dates.get(name)).edits(),
  );
  const lines = applyEdits(yaml, edits);
  const retained = withoutParagraphs(withoutKey(yaml, lines, "免检"), ofOneIssue);
  const text = retained.join("\n").trim();
  const body = text.replace(/^(?:#.*\n)+\n?/, "");
  const fromLedger = yaml.entries([]).some(({ key, text: typed }) => key === "台账" && typed === "是");
  const comments = fromLedger ? ledgerHead : [...head, ...pastingHint(yaml, vocabulary)];
  const broken = brokenTotals(yaml, vocabulary, dates);
  const unused = fromLedger ? [] : unusedIn(from, yaml, vocabulary, dates);
  return [...comments, "", body, "", ...broken, ...unused].join("\n");
}

/** Comments on measures without figures so far; for a running total, on the measure that it accumulates. */
function unusedIn(
  { used, to, frequency }: CarriedFrom,
  yaml: LocatedYaml,
  vocabulary: Vocabulary,
  dates: ReadonlyMap<string, NextDates>,
): string[] {
  const typed = new Set(yaml.entries([]).map(({ key }) => key));
  const names = [...vocabulary.measures.values()].filter(
    ({ name, accumulates }) =>
      !typed.has(name) && !used.has(name) && (accumulates === undefined || !used.has(accumulates)),
  );
  // New measures usually cover the same period as the others.
  const [carried] = [...dates.values()].flatMap(({ since, asOf }) =>
    since === undefined || asOf === undefined ? [] : [{ since, asOf }],
  );
  const period = carried ?? (frequency === undefined ? undefined : periodBefore(frequency, to));
  return unusedMeasures(vocabulary, new Set(names.map(({ name }) => name)), { date: to, period });
}

/** Removes the paragraphs whose first line matches, with the blank lines after them. */
function withoutParagraphs(lines: readonly string[], first: RegExp): string[] {
  let isLeft = false;
  return lines.filter((line) => {
    isLeft = first.test(line) || (isLeft && /^(?:#|$)/.test(line));
    return !isLeft;
  });
}

/** Comments on running totals that have to be typed again, because issues are missing from which they would be added up. */
function brokenTotals(yaml: LocatedYaml, vocabulary: Vocabulary, dates: ReadonlyMap<string, NextDates>): string[] {
  const typed = new Set(yaml.entries([]).map(({ key }) => key));
  return [...vocabulary.measures.values()].flatMap((measure) => {
    const fresh = dates.get(measure.accumulates ?? "");
    if (fresh?.asOf === undefined || fresh.isSure || !fresh.isPeriod || typed.has(measure.name)) return [];
    return [brokenTotal(measure, fresh.asOf)];
  });
}

function stepOf(
  { last, before, from, to, frequency }: CarriedFrom,
  vocabulary: Vocabulary,
  measure: MeasureDefinition,
): Step {
  const isFresh = [...vocabulary.measures.values()].some(({ accumulates }) => accumulates === measure.name);
  const dates = (yaml: LocatedYaml | undefined): Dates => {
    const moment = (key: string): Moment | undefined => {
      const text = yaml?.entries([measure.name]).find((entry) => entry.key === key)?.text;
      const reading = readMoment(text ?? "");
      return reading.ok ? reading.moment : undefined;
    };
    return { since: moment("起始"), asOf: moment("截至") };
  };
  return { last: dates(last), before: dates(before), from, to, frequency, cycle: measure.cycle, isFresh };
}

/** The file with a line for each count of a pasted list, to be filled in or pasted over. */
function aLineEach(yaml: LocatedYaml, vocabulary: Vocabulary): LocatedYaml {
  const text = unfoldPastedLists(yaml, vocabulary);
  return text === yaml.source.text ? yaml : (parseYaml(new SourceText(yaml.source.file, text)).yaml ?? yaml);
}

/** Edits the block of one measure, treating each key according to `countsCarry`. */
class BlockCarrier {
  readonly #from: CarriedFrom;
  readonly #yaml: LocatedYaml;
  readonly #vocabulary: Vocabulary;
  readonly #measure: string;
  readonly #dates: NextDates | undefined;

  constructor(from: CarriedFrom, vocabulary: Vocabulary, measure: string, dates: NextDates | undefined) {
    this.#dates = dates;
    this.#from = from;
    this.#yaml = from.last;
    this.#vocabulary = vocabulary;
    this.#measure = measure;
  }

  edits(): Edit[] {
    const path = [this.#measure];
    const entries = this.#yaml.entries(path);
    return entries.length === 0 ? this.#cleared(path) : entries.flatMap(({ key }) => this.#key(key));
  }

  #key(key: string): Edit[] {
    const path = [this.#measure, key];
    const { dimensions } = this.#vocabulary;
    if (dimensions.has(key) || crossKeys(this.#vocabulary).some((cross) => cross.key === key))
      return this.#numbers(path);
    if (key === "共有") return this.#joint(path);
    switch (countsCarry[key]) {
      case "retained":
        return [];
      case "advanced":
        return this.#advanced(path, key);
      case "left":
        return this.#removed(path);
      default:
        return this.#cleared(path);
    }
  }

  /** Clears every number of a member at any depth, but not the names in a request to the ledger. */
  #numbers(path: Path): Edit[] {
    return this.#yaml.entries(path).flatMap(({ key, text }) => {
      const here = [...path, key];
      return text === undefined ? this.#numbers(here) : this.#cleared(here);
    });
  }

  #joint(path: Path): Edit[] {
    const edits: Edit[] = [];
    for (let at = 0; this.#yaml.entries([...path, at]).length > 0; at++) {
      const keys = this.#yaml.entries([...path, at]).map(({ key }) => key);
      // A joint case without a number counts as 1, which is also a value of the last issue.
      const isCounted = keys.some((key) => key === "件数" || key === "数量" || key === "单位数");
      for (const key of keys)
        if (countsCarry[key] === "cleared" || !isCounted) edits.push(...this.#cleared([...path, at, key]));
    }
    return edits;
  }

  #cleared(path: Path): Edit[] {
    const range = this.#yaml.range(path);
    if (range === undefined) return [];
    const typed = this.#yaml.source.text.slice(range[0], range[1]).trim();
    if (typed === "") return [];
    if (/^-?[\d.]+%?$/.test(typed))
      return [{ start: range[0], end: range[0] + typed.length, replacement: "", last: typed }];
    // A value over several lines is cleared line by line.
    let start = range[0];
    return typed.split("\n").map((line) => {
      const from = start + (line.length - line.trimStart().length);
      const last = `${line.trim()}，请核对`;
      start += line.length + 1;
      return { start: from, end: from + line.trim().length, replacement: "", last };
    });
  }

  /** Removes the line with its key. */
  #removed(path: Path): Edit[] {
    const range = this.#yaml.range(path);
    if (range === undefined) return [];
    const start = this.#yaml.source.lineStart(this.#yaml.keyPlace(path).line);
    const line = this.#yaml.source.text.slice(start, range[1]);
    if (!new RegExp(`^\\s*${path.at(-1) ?? ""}\\s*:`).test(line)) return this.#cleared(path);
    return [{ start, end: range[1], replacement: "", removesLine: true }];
  }

  #advanced(path: Path, key: string): Edit[] {
    const range = this.#yaml.range(path);
    if (range === undefined) return [];
    const [start, end] = range;
    const typed = this.#yaml.source.text.slice(start, end).trim();
    if (key === "批次") {
      const next = this.#batches();
      return next === undefined ? this.#cleared(path) : [{ start, end, replacement: next }];
    }
    const { asOf, since, isSure, isSinceSure, isPeriod } = this.#dates ?? {};
    const moment = key === "截至" ? asOf : since;
    if (moment === undefined) return this.#cleared(path);
    if (!(key === "截至" ? isSure : isSinceSure)) {
      const last = `${typed}，照日期推算是 ${written(moment)}，请核对`;
      return [{ start, end: start + typed.length, replacement: "", last }];
    }
    // A comment points out that a running total restarts.
    const begins = key === "起始" && isPeriod === false && written(moment) !== this.#typedDate(typed);
    return [{ start, end, replacement: written(moment), ...(begins ? { last: `${typed}，从这一期起重新累计` } : {}) }];
  }

  #typedDate(typed: string): string | undefined {
    const reading = readMoment(typed);
    return reading.ok ? written(reading.moment) : undefined;
  }

  #typed(yaml: LocatedYaml | undefined, key: string): string | undefined {
    return yaml?.entries([this.#measure]).find((entry) => entry.key === key)?.text;
  }

  #batches(): string | undefined {
    const last = readBatches(this.#typed(this.#yaml, "批次") ?? "");
    const before = readBatches(this.#typed(this.#from.before, "批次") ?? "");
    if (last === undefined) return undefined;
    const count = last.to - last.from + 1;
    if (count === 1) return String(last.to + 1);
    if (last.from === (before?.from ?? 1))
      return `${last.from}-${last.to + Math.max(1, last.to - (before?.to ?? last.to))}`;
    return last.from === (before?.to ?? Number.NaN) + 1 ? `${last.to + 1}-${last.to + count}` : undefined;
  }
}

function written(moment: Moment): string {
  const text = isoMoment(moment);
  return moment.hour === undefined ? text : text.replace("T", " ");
}

/** The lines of the file after the edits, with the old numbers in comments at the ends of lines. */
function applyEdits(yaml: LocatedYaml, edits: readonly Edit[]): (string | undefined)[] {
  const { source } = yaml;
  return Array.from({ length: source.lineCount }, (_, at) => {
    const start = source.lineStart(at + 1);
    const line = source.line(at + 1);
    const own = edits
      .filter((edit) => edit.start >= start && edit.end <= start + line.length)
      .sort((a, b) => b.start - a.start);
    if (own.some(({ removesLine }) => removesLine === true)) return undefined;
    let text = line;
    for (const edit of own) text = text.slice(0, edit.start - start) + edit.replacement + text.slice(edit.end - start);
    const last = own.flatMap((edit) => edit.last ?? []).reverse();
    if (last.length === 0) return text;
    return `${text.replace(/\s*#\s*上期.*$/, "").trimEnd()}    # 上期 ${last.join("、")}`;
  });
}

/** Removes a top-level key such as 免检, which is valid for one issue and would hide the next mistake. */
function withoutKey(yaml: LocatedYaml, lines: readonly (string | undefined)[], key: string): string[] {
  const entries = yaml.entries([]);
  const at = entries.findIndex((entry) => entry.key === key);
  const from = (entries[at]?.keyPlace.line ?? lines.length + 1) - 1;
  const to = (at < 0 ? undefined : entries[at + 1])?.keyPlace.line ?? lines.length + 1;
  return lines.filter((line, index): line is string => line !== undefined && (index < from || index >= to - 1));
}

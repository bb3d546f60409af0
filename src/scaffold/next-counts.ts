/** Last issue's counts file → the next one's: dates and batches moved on, every number to be filled in anew. */

import type { Vocabulary } from "../model/vocabulary.ts";
import { SourceText } from "../problem/source-text.ts";
import { readBatches } from "../schema/batches.ts";
import { unfoldPastedLists } from "../schema/pasted-list.ts";
import { parseYaml } from "../source/yaml.ts";
import type { LocatedYaml, Path } from "../source/yaml.ts";
import { addDays, isoMoment, readMoment } from "../text/moment.ts";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The number that stood there, for the comment at the line's end. */
  readonly last?: string;
}

const head = [
  "# 信访件数据：每行“名称: 数字”。冒号用英文的，后面空一格；数字用半角。",
  "# 手里有现成的一串数字，可以整串粘在冒号后面，代替下面的各行，如“单位: 冷水滩区58、零陵区33”。",
  "# 每个空着的地方都要填，填在“#”前面；后面的“上期”是上一期的数，供核对，可以留着。没有的项目删去整行。",
  "# 合计不用填，程序会算。",
];

const ledgerHead = ["# 数字全部从信访件台账统计，这里只写截至日期、批次，和各项印出来的叫法、次序。"];

/** `days`: how many days after the last issue the new one is dated; as-of dates move along. */
export function nextCounts(last: LocatedYaml, vocabulary: Vocabulary, days: number): string {
  const yaml = aLineEach(last, vocabulary);
  const edits: Edit[] = [];
  for (const { key } of yaml.entries([])) {
    if (key === "免检") continue;
    if (vocabulary.measures.has(key)) edits.push(...blockEdits(yaml, vocabulary, [key], days));
  }
  const lines = applyEdits(yaml, edits);
  const text = withoutWaivers(yaml, lines).join("\n").trim();
  const body = text.replace(/^(?:#.*\n)+\n?/, "");
  const fromLedger = yaml.entries([]).some(({ key, text: typed }) => key === "台账" && typed === "是");
  return `${(fromLedger ? ledgerHead : head).join("\n")}\n\n${body}\n`;
}

/** Lists that were pasted come with a line for each count, to be filled in or pasted over. */
function aLineEach(yaml: LocatedYaml, vocabulary: Vocabulary): LocatedYaml {
  const text = unfoldPastedLists(yaml, vocabulary);
  return text === yaml.source.text ? yaml : (parseYaml(new SourceText(yaml.source.file, text)).yaml ?? yaml);
}

function blockEdits(yaml: LocatedYaml, vocabulary: Vocabulary, path: Path, days: number): Edit[] {
  const entries = yaml.entries(path);
  if (entries.length === 0) return blank(yaml, path);
  return entries.flatMap(({ key, text }): Edit[] => {
    const here = [...path, key];
    if (vocabulary.dimensions.has(key)) return yaml.entries(here).flatMap((line) => blank(yaml, [...here, line.key]));
    if (key === "合计") return blank(yaml, here);
    if (key === "共有") return jointEdits(yaml, here);
    if (key === "截至") return moved(yaml, here, text ?? "", days);
    if (key === "批次") return nextBatch(yaml, here, text ?? "");
    return [];
  });
}

function jointEdits(yaml: LocatedYaml, path: Path): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; yaml.entries([...path, at]).length > 0; at++) {
    for (const { key } of yaml.entries([...path, at])) {
      if (key === "件数" || key === "数量") edits.push(...blank(yaml, [...path, at, key]));
    }
  }
  return edits;
}

function blank(yaml: LocatedYaml, path: Path): Edit[] {
  const range = yaml.range(path);
  if (range === undefined) return [];
  const last = yaml.source.text.slice(range[0], range[1]);
  return /^[\d.]+$/.test(last) ? [{ start: range[0], end: range[1], replacement: "", last }] : [];
}

function moved(yaml: LocatedYaml, path: Path, text: string, days: number): Edit[] {
  const range = yaml.range(path);
  const reading = readMoment(text);
  if (range === undefined || !reading.ok) return [];
  const next = addDays(reading.moment, days);
  const written = next.hour === undefined ? isoMoment(next) : isoMoment(next).replace("T", " ");
  return [{ start: range[0], end: range[1], replacement: written }];
}

function nextBatch(yaml: LocatedYaml, path: Path, text: string): Edit[] {
  const range = yaml.range(path);
  const batches = readBatches(text);
  if (range === undefined || batches === undefined) return [];
  const next = batches.from === batches.to ? String(batches.to + 1) : `${batches.from}-${batches.to + 1}`;
  return [{ start: range[0], end: range[1], replacement: next }];
}

/** The file's lines with the edits made and, behind each line that lost numbers, what they were. */
function applyEdits(yaml: LocatedYaml, edits: readonly Edit[]): string[] {
  const { source } = yaml;
  return Array.from({ length: source.lineCount }, (_, at) => {
    const start = source.lineStart(at + 1);
    const line = source.line(at + 1);
    const own = edits
      .filter((edit) => edit.start >= start && edit.end <= start + line.length)
      .sort((a, b) => b.start - a.start);
    let text = line;
    for (const edit of own) text = text.slice(0, edit.start - start) + edit.replacement + text.slice(edit.end - start);
    const last = own.flatMap((edit) => edit.last ?? []).reverse();
    if (last.length === 0) return text;
    return `${text.replace(/\s*#\s*上期.*$/, "").trimEnd()}    # 上期 ${last.join("、")}`;
  });
}

/** A waiver holds for one issue; carried on in silence it would hide the next mistake. */
function withoutWaivers(yaml: LocatedYaml, lines: readonly string[]): string[] {
  const entries = yaml.entries([]);
  const at = entries.findIndex((entry) => entry.key === "免检");
  const waivers = entries[at];
  if (waivers === undefined) return [...lines];
  const from = waivers.keyPlace.line - 1;
  const next = entries[at + 1];
  const to = next === undefined ? lines.length : next.keyPlace.line - 1;
  return [...lines.slice(0, from), ...lines.slice(to)];
}

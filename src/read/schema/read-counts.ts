import Fraction from "fraction.js";
import type {
  CountBlock,
  CountLine,
  CountSheet,
  CrossGroup,
  Group,
  JointCount,
  NamedMember,
  Waiver,
} from "../../model/count-sheet.ts";
import type { LedgerRequest } from "../../model/ledger-request.ts";
import type { Dimension, MeasureDefinition, Vocabulary } from "../../model/vocabulary.ts";
import { error, hasErrors } from "../../base/problem/problem.ts";
import type { Place, Problem } from "../../base/problem/problem.ts";
import type { LocatedYaml, Path } from "../source/located-yaml.ts";
import { asOfAt, batchesAt, memberAt, membersAt } from "./count-fields.ts";
import type { CountRow } from "./count-fields.ts";
import { countsSchema, crossKeys } from "./counts-schema.ts";
import type { WaiverRow } from "./counts-schema.ts";
import { isFromLedger, readLedgerRequest } from "./read-ledger-request.ts";
import type { LedgerCounter } from "./read-ledger-request.ts";
import { failed } from "./reading.ts";
import { spreadPastedLists } from "./pasted-list.ts";
import type { Reading } from "./reading.ts";
import { strayTotals } from "./stray-totals.ts";
import { validate } from "./validate.ts";

/**
 * `counts.yaml` of an issue → its counts, each with its place. What it leaves to the ledger `countLedger` counts;
 * `undefined` where the office keeps no ledger.
 */
export function readCounts(
  given: LocatedYaml,
  vocabulary: Vocabulary,
  countLedger?: LedgerCounter,
): Reading<CountSheet> {
  const { yaml, problems: unlisted } = spreadPastedLists(given, vocabulary);
  const computed = [...vocabulary.measures.values()].filter((measure) => measure.formula !== undefined);
  const typed = computed.flatMap(({ name, formula }) =>
    yaml.entries([]).some((entry) => entry.key === name)
      ? [
          error(
            "computed-measure",
            yaml.keyPlace([name]),
            `“${name}”是算出来的（${formula?.expression ?? ""}），不能填写`,
            "请删去这一项，它会自动算出。",
          ),
        ]
      : [],
  );
  const fromLedger = [...vocabulary.measures.values()]
    .filter((measure) => isFromLedger(yaml.value, measure))
    .map((measure) => measure.name);
  const totals = strayTotals(yaml, vocabulary);
  const reported = new Set([...typed, ...unlisted, ...totals].map((problem) => problem.place.line));
  const validation = validate(countsSchema(vocabulary, fromLedger), yaml);
  if (validation.value === undefined) {
    const found = [
      ...typed,
      ...unlisted,
      ...totals,
      ...validation.problems.filter(({ place }) => !reported.has(place.line)),
    ];
    const lines = new Set([...reported, ...found.map(({ place }) => place.line)]);
    const further = furtherProblems(yaml, validation.faults, vocabulary, fromLedger);
    return failed([...found, ...further.filter(({ place }) => !lines.has(place.line))]);
  }
  const file = validation.value;
  const reader = new CountsReader(yaml, vocabulary);
  const { typedBlocks, requests } = reader.read(file, fromLedger);
  const counted = reader.problems.length > 0 ? undefined : reader.fromLedger(requests, countLedger);
  // In the order of the file, whichever way a block came about.
  const blocks = new Map(
    yaml.entries([]).flatMap(({ key }) => {
      const found = typedBlocks.get(key) ?? counted?.get(key);
      return found === undefined ? [] : [[key, found] as const];
    }),
  );
  const waivers = ((file["免检"] ?? []) as WaiverRow[]).map((waiver, at): Waiver => ({
    rule: waiver.规则,
    statement: waiver.问题,
    wording: waiver.原句,
    reason: waiver.原因,
    place: yaml.place(["免检", at]),
  }));
  const all = [...totals, ...reader.problems.filter(({ place }) => !reported.has(place.line))];
  const isWhole = counted !== undefined && !hasErrors(all);
  return { value: isWhole ? { file: yaml.source.file, blocks, waivers } : undefined, problems: all };
}

/** Problems of the names, dates and batches of a file in which some values are invalid. */
function furtherProblems(
  given: LocatedYaml,
  faults: readonly Path[],
  vocabulary: Vocabulary,
  fromLedger: readonly string[],
): readonly Problem[] {
  // A joint case is left out as a whole, because without its invalid parts it would be reported as incomplete.
  const yaml = given.without(faults.map((path) => (path[1] === "共有" ? path.slice(0, 3) : path)));
  const { data: file } = countsSchema(vocabulary, fromLedger).safeParse(yaml.value);
  if (file === undefined) return [];
  const reader = new CountsReader(yaml, vocabulary);
  reader.read(file, fromLedger);
  return yaml.isWhole ? reader.problems : reader.problems.filter(({ code }) => !jointCodes.has(code));
}

/** Problems of a joint case as a whole, which are uncertain if lines of the file were left out. */
const jointCodes: ReadonlySet<string> = new Set(["joint-units", "joint-completed"]);

class CountsReader {
  readonly problems: Problem[] = [];
  readonly #yaml: LocatedYaml;
  readonly #vocabulary: Vocabulary;

  constructor(yaml: LocatedYaml, vocabulary: Vocabulary) {
    this.#yaml = yaml;
    this.#vocabulary = vocabulary;
  }

  /** The blocks with typed numbers by measure, and the requests to the ledger. */
  read(file: CountRow, fromLedger: readonly string[]) {
    const requests: LedgerRequest[] = [];
    const typedBlocks = new Map<string, CountBlock>();
    for (const { key } of this.#yaml.entries([])) {
      const measure = this.#vocabulary.measures.get(key);
      if (measure === undefined) continue;
      if (fromLedger.includes(key)) {
        const request = readLedgerRequest(measure, file[key] as CountRow, this.#yaml, this.#vocabulary, this.problems);
        if (request !== undefined) requests.push(request);
      } else typedBlocks.set(key, this.#block(measure, file[key]));
    }
    return { typedBlocks, requests };
  }

  /** `undefined` when the ledger cannot be counted because of its own problems, which are reported elsewhere. */
  fromLedger(
    requests: readonly LedgerRequest[],
    countLedger: LedgerCounter | undefined,
  ): ReadonlyMap<string, CountBlock> | undefined {
    const [first] = requests;
    if (first === undefined) return new Map();
    if (countLedger === undefined) {
      this.problems.push(
        error(
          "no-ledger",
          first.place,
          "这里要从台账统计，可是没有台账",
          "请在 data/tallies.yaml 里写上“台账: { 文件: ledger.csv }”，并把台账放进 data 文件夹。",
        ),
      );
      return undefined;
    }
    const { value, problems } = countLedger(requests);
    this.problems.push(...problems);
    return value;
  }

  #block(measure: MeasureDefinition, typed: unknown): CountBlock {
    const path = [measure.name];
    const place = this.#yaml.keyPlace(path);
    if (typeof typed !== "object" || typed === null) {
      const total = this.#line(measure.name, path, this.#yaml.place(path), measure);
      return {
        measure: measure.name,
        asOf: undefined,
        since: undefined,
        batches: undefined,
        total,
        groups: [],
        joint: [],
        jointCounting: "apart",
        place,
      };
    }
    const row = typed as CountRow;
    return {
      measure: measure.name,
      asOf: asOfAt(this.#yaml, row, "截至", path),
      since: asOfAt(this.#yaml, row, "起始", path),
      batches: batchesAt(this.#yaml, row, path, this.problems),
      restarts: row["重新累计"] === "是",
      total:
        row["合计"] === undefined
          ? undefined
          : this.#line("合计", [...path, "合计"], this.#yaml.place([...path, "合计"]), measure),
      groups: this.#groups(measure, path),
      crosses: this.#crosses(measure, path),
      joint: this.#joint(measure, row, path),
      jointCounting: row["共有计法"] === "各计" ? "each" : "apart",
      place,
    };
  }

  #line(label: string, path: Path, place: Place, measure: MeasureDefinition, text = this.#text(path)): CountLine {
    const [digits = "", unit] = text.split("%");
    const decimals = /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0;
    const most = measure.percent ?? measure.decimals;
    if (decimals > most) {
      this.problems.push(
        error(
          "fractional-number",
          place,
          `“${label}”最多 ${most} 位小数，这里是 ${text}`,
          `请核对数字，或在 data/tallies.yaml 里改“${measure.percent === undefined ? "小数" : "百分比"}”。`,
        ),
      );
    }
    const sign = measure.mayBeNegative === true ? "-?" : "";
    if (!new RegExp(`^${sign}\\d+(?:\\.\\d+)?$`).test(digits)) {
      this.problems.push(
        error("not-a-number", place, `“${label}”的数字“${text}”写法不对`, "请只写半角数字，不写逗号、正负号和指数。"),
      );
      return { label, member: undefined, value: new Fraction(0), place };
    }
    const value = new Fraction(digits);
    return { label, member: undefined, value: unit === undefined ? value : value.div(100), place, decimals };
  }

  #text(path: Path): string {
    return this.#yaml.entries(path.slice(0, -1)).find((entry) => entry.key === String(path.at(-1)))?.text ?? "";
  }

  #groups(measure: MeasureDefinition, path: Path): Group[] {
    return this.#yaml.entries(path).flatMap((entry): Group[] => {
      const dimension = this.#vocabulary.dimensions.get(entry.key);
      if (dimension === undefined) return [];
      const lines = this.#lines(dimension, measure, [...path, entry.key]);
      return [{ dimension: dimension.name, lines, place: entry.keyPlace }];
    });
  }

  #crosses(measure: MeasureDefinition, path: Path): CrossGroup[] {
    const keys = crossKeys(this.#vocabulary);
    return this.#yaml.entries(path).flatMap((entry): CrossGroup[] => {
      const cross = keys.find(({ key }) => key === entry.key);
      const rows = cross === undefined ? undefined : this.#vocabulary.dimensions.get(cross.rows);
      const columns = cross === undefined ? undefined : this.#vocabulary.dimensions.get(cross.columns);
      if (rows === undefined || columns === undefined) return [];
      const items = this.#yaml.entries([...path, entry.key]);
      const beside = { seen: new Map<string, string>(), labels: items.map(({ key }) => key) };
      return [
        {
          dimensions: [rows.name, columns.name],
          rows: items.map((row) => ({
            label: row.key,
            member: this.#memberOnce(rows, row.key, row.keyPlace, beside),
            lines: this.#lines(columns, measure, [...path, entry.key, row.key]),
            place: row.keyPlace,
          })),
          place: entry.keyPlace,
        },
      ];
    });
  }

  /** The lines of a breakdown; a member that occurs twice is reported. */
  #lines(dimension: Dimension, measure: MeasureDefinition, path: Path): CountLine[] {
    const seen = new Map<string, string>();
    const items = this.#yaml.entries(path);
    const labels = items.map(({ key }) => key);
    return items.map((item) => ({
      ...this.#line(item.key, [...path, item.key], item.valuePlace, measure, item.text ?? ""),
      member: this.#memberOnce(dimension, item.key, item.keyPlace, { seen, labels }),
    }));
  }

  #memberOnce(
    dimension: Dimension,
    label: string,
    place: Place,
    { seen, labels }: { readonly seen: Map<string, string>; readonly labels: readonly string[] },
  ): CountLine["member"] {
    const member = memberAt(dimension, label, place, this.problems, labels);
    if (member === undefined) return undefined;
    const earlier = seen.get(member.fullName);
    if (earlier !== undefined) {
      this.problems.push(
        error(
          "member-twice",
          place,
          `“${label}”与上面的“${earlier}”是同一个${dimension.name}，写了两次`,
          "请合并成一行。",
        ),
      );
    }
    seen.set(member.fullName, label);
    return member;
  }

  #joint(measure: MeasureDefinition, row: CountRow, path: Path): JointCount[] {
    const list = (row["共有"] ?? []) as CountRow[];
    return list.flatMap((item, at): JointCount[] => {
      const here = [...path, "共有", at];
      const place = this.#yaml.place(here);
      const key = [...this.#vocabulary.dimensions.keys()].find((name) => item[name] !== undefined);
      const dimension = key === undefined ? undefined : this.#vocabulary.dimensions.get(key);
      const before = this.problems.length;
      const units =
        dimension === undefined || key === undefined ? [] : this.#named(dimension, item[key], [...here, key]);
      const misnamed = this.problems.length > before;
      const unitCount = units.length > 0 ? units.length : typeof item["单位数"] === "number" ? item["单位数"] : 0;
      if (unitCount < 2 && !misnamed) {
        this.problems.push(
          error(
            "joint-units",
            place,
            "共有件要写明两个以上的单位",
            "写“单位: [冷水滩, 零陵]”；不写明单位时写“单位数: 2”。",
          ),
        );
      }
      const countKey = item["件数"] !== undefined ? "件数" : item["数量"] !== undefined ? "数量" : undefined;
      const label = units.length > 0 ? units.map((unit) => unit.label).join("、") : `${unitCount}个单位共有`;
      const count: CountLine =
        countKey === undefined
          ? { label, member: undefined, value: new Fraction(1), place }
          : { ...this.#line(label, [...here, countKey], this.#yaml.place([...here, countKey]), measure) };
      const completed =
        item["已完成"] === undefined || dimension === undefined
          ? undefined
          : this.#named(dimension, item["已完成"], [...here, "已完成"]);
      for (const unit of completed ?? []) {
        if (!units.some((other) => other.member === unit.member)) {
          this.problems.push(
            error(
              "joint-completed",
              this.#yaml.place([...here, "已完成"]),
              `“${unit.label}”不在这件共有件的单位里`,
              "“已完成”只能写上面列出的单位。",
            ),
          );
        }
      }
      return [{ units, unitCount, count, completed, place }];
    });
  }

  #named(dimension: Dimension, typed: unknown, path: Path): NamedMember[] {
    return membersAt(dimension, typed, this.#yaml, path, this.problems).map(({ label, member }) => ({ label, member }));
  }
}

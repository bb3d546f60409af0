/** 台账 of `data/tallies.yaml` → what the ledger's columns mean and how measures count from them. */

import type { DateColumn, LedgerColumn, LedgerDefinition, MemberColumn } from "../../model/ledger.ts";
import { Registry } from "../../model/registry.ts";
import type { Status } from "../../model/status.ts";
import type { Dimension } from "../../model/vocabulary.ts";
import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { LocatedYaml, Path } from "../source/located-yaml.ts";
import { didYouMean } from "../../base/text/nearest.ts";
import { defaultColumns } from "./default-columns.ts";
import { listed } from "./fields.ts";
import type { ColumnFile, LedgerFile } from "./ledger-schema.ts";
import { readNumberForm } from "./number-form.ts";
import { makeRegistry } from "./read-registry.ts";
import type { Reading } from "./reading.ts";

const yesAndNo = new Registry([
  { fullName: "是", shortName: "是", aliases: ["√", "✓"], kind: undefined, order: 0 },
  { fullName: "否", shortName: "否", aliases: ["×"], kind: undefined, order: 1 },
]);

/** Reads the definition of the ledger, completed by the default columns. */
export function readLedgerDefinition(
  file: LedgerFile,
  yaml: LocatedYaml,
  dimensions: ReadonlyMap<string, Dimension>,
  statuses: readonly Status[],
): Reading<LedgerDefinition> {
  const reader = new DefinitionReader(yaml, dimensions, statuses);
  const columns = reader.columns(file);
  const files = listed(file.文件 ?? "ledger.csv");
  const place = yaml.keyPlace(["台账"]);
  const form =
    file.编号格式 === undefined
      ? { value: undefined, problems: [] }
      : readNumberForm(file.编号格式, columns, yaml, ["台账", "编号格式"]);
  const value: LedgerDefinition = {
    files: files.map((name, at) => ({
      name,
      place: yaml.place(typeof file.文件 === "string" ? ["台账", "文件"] : ["台账", "文件", at]),
    })),
    columns,
    numberForm: form.value,
    place,
  };
  const wrongFiles = value.files
    .filter(({ name }) => /[\\:]|^\/|(^|\/)\.\.?(\/|$)/.test(name))
    .map(({ name, place: at }) =>
      error("file-name", at, `台账“${name}”应当放在 data 文件夹里`, "只写文件名或文件夹名，如 ledger.csv。"),
    );
  const problems = [...reader.problems, ...form.problems, ...wrongFiles];
  return { value: problems.length > 0 ? undefined : value, problems };
}

class DefinitionReader {
  readonly problems: Problem[] = [];
  readonly #yaml: LocatedYaml;
  readonly #dimensions: ReadonlyMap<string, Dimension>;
  readonly #customary: Readonly<Record<string, ColumnFile>>;
  readonly #undated: readonly string[];
  #slots = { date: 0, members: 0, amount: 0 };

  constructor(yaml: LocatedYaml, dimensions: ReadonlyMap<string, Dimension>, statuses: readonly Status[]) {
    this.#yaml = yaml;
    this.#dimensions = dimensions;
    this.#customary = defaultColumns(statuses);
    this.#undated = statuses.flatMap(({ name, dated }) => (dated === undefined ? [name] : []));
  }

  columns(file: LedgerFile): LedgerColumn[] {
    const own = new Map(Object.entries(file.列 ?? {}));
    const merged = new Map<string, ColumnFile>();
    for (const [name, column] of Object.entries(this.#customary)) {
      if (column.分组 === undefined || this.#dimensions.has(column.分组)) merged.set(name, column);
    }
    for (const [name, typed] of own) merged.set(name, laidOver(this.#customary[name], typed));
    const read = [...merged].flatMap(([name, column]) => this.#column(name, column, own.has(name)) ?? []);
    const columns = read.map((column) => this.#paired(column, read, own.has(column.name)));
    this.#checkSingle(columns);
    return withoutTakenHeadings(columns, own);
  }

  #column(name: string, typed: ColumnFile, own: boolean): LedgerColumn | undefined {
    const path = own ? ["台账", "列", name] : ["台账"];
    const headings = [name, ...listed(typed.表头)];
    const base = { name, headings, required: typed.必填 === "是" };
    if (typed.分组 !== undefined) return this.#dimensionColumn(base, typed, typed.分组, path);
    switch (typed.类型) {
      case "编号":
        return { ...base, kind: "number", required: true };
      case "批次":
        return { ...base, kind: "batch" };
      case "日期": {
        const isCustomary = typed.对应 !== undefined && typed.对应 === this.#customary[name]?.对应;
        const goesWith = pair(typed, isCustomary ? this.#undated : []);
        return { ...base, kind: "date", slot: this.#slots.date++, goesWith, ends: goesWith !== undefined };
      }
      case "数字":
        return { ...base, kind: "amount", slot: this.#slots.amount++, decimals: typed.小数 ?? 0 };
      case "文字":
        return { ...base, kind: "text" };
      case "是否":
        return this.#memberColumn(base, typed, yesAndNo, undefined);
      case "选项": {
        const choices = typed.项目 ?? [];
        if (choices.length === 0) {
          this.#report(path, "missing-key", `“${name}”没有写可以选哪些`, "请加一行“项目: [已办结, 正在办理]”。");
          return undefined;
        }
        const registry = makeRegistry(choices, this.#yaml, [...path, "项目"]);
        this.problems.push(...registry.problems);
        return registry.value && this.#memberColumn(base, typed, registry.value, undefined);
      }
      case undefined:
        this.#report(
          path,
          "missing-key",
          `“${name}”没有写“类型”或“分组”`,
          `${didYouMean(name, Object.keys(this.#customary))}写“类型: 日期”，或者“分组: 单位”。`,
        );
        return undefined;
    }
  }

  #dimensionColumn(base: Base, typed: ColumnFile, name: string, path: Path): LedgerColumn | undefined {
    const dimension = this.#dimensions.get(name);
    if (dimension !== undefined) return this.#memberColumn(base, typed, dimension.registry, dimension);
    const hint = didYouMean(name, this.#dimensions.keys()) || `现有分组：${[...this.#dimensions.keys()].join("、")}。`;
    this.#report([...path, "分组"], "unknown-dimension", `没有“${name}”这个分组`, hint);
    return undefined;
  }

  #memberColumn(base: Base, typed: ColumnFile, registry: Registry, dimension: Dimension | undefined): MemberColumn {
    const joint = typed.共有 === "是";
    const several = joint || dimension?.overlapping === true || typed.可多项 === "是";
    return {
      ...base,
      kind: "members",
      slot: this.#slots.members++,
      registry,
      dimension: dimension?.name,
      several,
      joint,
    };
  }

  /** Checks the column and the words of 对应. A customary 对应 that does not fit the office's columns is dropped without a message. */
  #paired(column: LedgerColumn, columns: readonly LedgerColumn[], own: boolean): LedgerColumn {
    if (column.kind !== "date" || column.goesWith === undefined) return column;
    const { column: name, names } = column.goesWith;
    const other = columns.find((one): one is MemberColumn => one.kind === "members" && one.name === name);
    const stranger = names.find((label) => other?.registry.find(label) === undefined);
    if (other !== undefined && stranger === undefined) return column;
    if (!own) return { ...column, goesWith: undefined };
    const path = ["台账", "列", column.name, "对应"];
    if (other === undefined)
      this.#report(path, "unknown-column", `没有“${name}”这一列选项`, "请先在“列”下写上它，类型是“选项”。");
    else {
      const known = other.registry.members.map((member) => member.fullName).join("、");
      this.#report(path, "unknown-member", `“${name}”里没有“${stranger ?? ""}”`, `可以写：${known}。`);
    }
    return column;
  }

  /** There is at most one number, batch and joint column, and one column for each dimension. */
  #checkSingle(columns: readonly LedgerColumn[]): void {
    const seen = new Map<string, string>();
    const once = (key: string | undefined, name: string, what: string): void => {
      if (key === undefined) return;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, name);
      else
        this.#report(
          ["台账", "列", name],
          "column-twice",
          `“${first}”和“${name}”都是${what}`,
          "台账里只能有一列；请改掉其中一列的类型。",
        );
    };
    for (const column of columns) {
      if (column.kind === "number") once("number", column.name, "编号");
      if (column.kind === "batch") once("batch", column.name, "批次");
      if (column.kind !== "members") continue;
      if (column.joint) once("joint", column.name, "共有的列");
      once(column.dimension && `dimension ${column.dimension}`, column.name, `按“${column.dimension ?? ""}”分的列`);
    }
  }

  #report(path: Path, code: string, message: string, hint: string): void {
    this.problems.push(error(code, this.#yaml.place(path), message, hint));
  }
}

type Base = Pick<LedgerColumn, "name" | "headings" | "required">;

/** Combines the office's definition of a column with the customary one; a heading alone changes only the headings. */
function laidOver(usual: ColumnFile | undefined, typed: string | readonly string[] | ColumnFile): ColumnFile {
  if (typeof typed === "string" || Array.isArray(typed)) return { ...usual, 表头: listed(typed as string | string[]) };
  const own = typed as ColumnFile;
  // A column of another kind shares nothing but the name with the customary one.
  const sameKind = own.类型 === undefined && own.分组 === undefined;
  return sameKind || own.类型 === usual?.类型 ? { ...usual, ...own } : own;
}

/** Removes from the customary columns the headings that the office uses for its own. */
function withoutTakenHeadings(columns: readonly LedgerColumn[], own: ReadonlyMap<string, unknown>): LedgerColumn[] {
  const taken = new Map<string, string>();
  for (const column of columns)
    if (own.has(column.name)) for (const heading of column.headings) taken.set(heading, column.name);
  return columns.map((column) => ({
    ...column,
    headings: column.headings.filter((heading) => (taken.get(heading) ?? column.name) === column.name),
  }));
}

function pair(typed: ColumnFile, either: readonly string[]): DateColumn["goesWith"] {
  const [entry] = Object.entries(typed.对应 ?? {});
  return entry === undefined ? undefined : { column: entry[0], names: listed(entry[1]), either };
}

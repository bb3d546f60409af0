import { calendarNames } from "../../model/calendar.ts";
import { ExpressionError } from "../../model/expression/expression.ts";
import { parseExpression } from "../../model/expression/parse.ts";
import type { LedgerDefinition } from "../../model/ledger.ts";
import type { Registry } from "../../model/registry.ts";
import type { Dimension, MeasureDefinition, Vocabulary } from "../../model/vocabulary.ts";
import { error, hasErrors, warning } from "../../base/problem/problem.ts";
import type { Place, Problem } from "../../base/problem/problem.ts";
import type { LocatedYaml } from "../source/located-yaml.ts";
import { didYouMean } from "../../base/text/nearest.ts";
import { withFormulaUnits } from "./formula-unit.ts";
import { readLedgerCount } from "./read-ledger-count.ts";
import { readLedgerDefinition } from "./read-ledger-definition.ts";
import { readStatuses } from "./read-statuses.ts";
import { makeRegistry } from "./read-registry.ts";
import { failed } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { validate } from "./validate.ts";
import { vocabularySchema } from "./vocabulary-schema.ts";
import type { VocabularyFile } from "./vocabulary-schema.ts";

/** Words of the counts file and the expression language, which cannot be names of measures or dimensions. */
export const reservedNames = [
  "截至",
  "起始",
  "批次",
  "批数",
  "首批",
  "末批",
  "合计",
  "共有",
  "共有计法",
  "重新累计",
  "件数",
  "数量",
  "单位数",
  "已完成",
  "免检",
  "台账",
  "说明",
  "上期",
  "本期",
  "各期",
  "刊物",
  "指标",
  "新增",
  "环比",
  "同比",
  "周同比",
  "名次",
  "名次变化",
  "占比",
  "之和",
  ...calendarNames,
];

/** `data/tallies.yaml` with the registries it names (`registries` by file name). */
export function readVocabulary(yaml: LocatedYaml, registries: ReadonlyMap<string, Registry>): Reading<Vocabulary> {
  const { value: file, problems } = validate(vocabularySchema, yaml);
  if (file === undefined) return failed(problems);
  const dimensions = readDimensions(file, yaml, registries);
  const statuses = readStatuses(file.状态, yaml);
  const ledger = readLedgerDefinition(file.台账 ?? {}, yaml, dimensions.value, statuses.value);
  const measures = readMeasures(file, yaml, new Set(Object.keys(file.分组)), ledger.value);
  const all = [...dimensions.problems, ...statuses.problems, ...ledger.problems, ...measures.problems];
  return hasErrors(all)
    ? failed(all)
    : {
        value: {
          dimensions: dimensions.value,
          measures: measures.value,
          statuses: statuses.value,
          // Measures may define their 台账 before the office has a ledger.
          ledger: file.台账 === undefined ? undefined : ledger.value,
        },
        problems: all,
      };
}

function readDimensions(
  file: VocabularyFile,
  yaml: LocatedYaml,
  registries: ReadonlyMap<string, Registry>,
): { value: Map<string, Dimension>; problems: Problem[] } {
  const value = new Map<string, Dimension>();
  const problems: Problem[] = [];
  for (const { key: name, keyPlace } of yaml.entries(["分组"])) {
    const typed = file.分组[name];
    if (typed === undefined) continue;
    if (reservedNames.includes(name))
      problems.push(error("reserved-name", keyPlace, `“${name}”另有用处，不能作分组名`, "请换一个名称。"));
    let registry: Registry | undefined;
    if (typed.项目 !== undefined) {
      const reading = makeRegistry(typed.项目, yaml, ["分组", name, "项目"]);
      problems.push(...reading.problems);
      registry = reading.value;
    } else if (typed.登记 !== undefined) {
      registry = registries.get(typed.登记);
    } else {
      problems.push(
        error(
          "missing-key",
          keyPlace,
          `“${name}”没有写“登记”或“项目”`,
          "写“登记: units.yaml”，或者把项目直接列出：“项目: [来电, 来信]”。",
        ),
      );
    }
    if (registry === undefined) continue;
    value.set(name, {
      name,
      registry,
      overlapping: typed.可重复 === "是",
      exclusive: typed.可重复 === "否",
      measureWord: typed.量词,
      partial: typed.可不全 === "是",
    });
  }
  return { value, problems };
}

function readMeasures(
  file: VocabularyFile,
  yaml: LocatedYaml,
  dimensions: ReadonlySet<string>,
  ledger: LedgerDefinition | undefined,
): { value: Map<string, MeasureDefinition>; problems: Problem[] } {
  const value = new Map<string, MeasureDefinition>();
  const problems: Problem[] = [];
  const names = Object.keys(file.指标);
  for (const { key: name, keyPlace } of yaml.entries(["指标"])) {
    const typed = file.指标[name] ?? {};
    const path = ["指标", name];
    if (reservedNames.includes(name) || dimensions.has(name)) {
      problems.push(
        error(
          "reserved-name",
          keyPlace,
          `“${name}”${dimensions.has(name) ? "已经是分组名" : "另有用处"}，不能作指标名`,
          "请换一个名称。",
        ),
      );
    }
    for (const key of ["属于", "累计自"] as const) {
      const other = typed[key];
      if (other === undefined || (other !== name && names.includes(other))) continue;
      problems.push(
        error(
          "unknown-measure",
          yaml.place([...path, key]),
          `“${key}”写的“${other}”不是另一个指标`,
          didYouMean(other, names) || `现有指标：${names.join("、")}。`,
        ),
      );
    }
    for (const [at, other] of (typed.互斥 ?? []).entries()) {
      if (!dimensions.has(other))
        problems.push(
          error(
            "unknown-dimension",
            yaml.place([...path, "互斥", at]),
            `没有“${other}”这个分组`,
            didYouMean(other, dimensions) || "请先在“分组”下写上它。",
          ),
        );
    }
    const counted =
      typed.台账 === undefined || ledger === undefined
        ? undefined
        : readLedgerCount(typed.台账, ledger.columns, yaml, [...path, "台账"]);
    problems.push(...(counted?.problems ?? []));
    if (typed.台账 !== undefined && typed.算式 !== undefined) {
      problems.push(
        error(
          "computed-measure",
          yaml.keyPlace([...path, "台账"]),
          `“${name}”是算出来的，不能再从台账统计`,
          "“算式”和“台账”只写一个。",
        ),
      );
    }
    if (typed.小数 !== undefined && typed.小数 > 0)
      if (typed.量词 === undefined && typed.算式 === undefined && typed.百分比 === undefined)
        problems.push(
          warning(
            "missing-measure-word",
            keyPlace,
            `“${name}”有小数，却没有写“量词”，会印成“件”`,
            "请写上“量词: …”，如毫米、万元；就是论件的，写“量词: 件”。",
          ),
        );
    value.set(name, {
      name,
      measureWord: typed.量词 ?? (typed.百分比 === undefined ? "件" : ""),
      within: typed.属于,
      formula: typed.算式 === undefined ? undefined : { expression: typed.算式, place: yaml.place([...path, "算式"]) },
      ...(typed.应等于 === undefined
        ? {}
        : { equals: { expression: typed.应等于, place: yaml.place([...path, "应等于"]) } }),
      decimals: typed.小数 ?? 0,
      percent: typed.百分比,
      rounded: typed.算式 === undefined ? undefined : typed.小数,
      cut: typed.取位 === "去尾",
      mayBeNegative: typed.可为负 === "是",
      exclusive: typed.互斥 ?? [],
      // Rates that were typed have no sum; those that are computed come from sums.
      additive: typed.不合计 !== "是" && (typed.百分比 === undefined || typed.算式 !== undefined),
      accumulates: typed.累计自,
      cycle: typed.累计周期,
      note: typed.口径,
      mayFall: typed.可减少 === "是",
      ledger: counted?.value,
      place: keyPlace,
    });
  }
  const unclear = checkFormulas(value, (name) => yaml.place(["指标", name, "累计自"]));
  if (unclear.length > 0) return { value, problems: [...problems, ...unclear] };
  const measures = withFormulaUnits(value, (name) => file.指标[name]?.量词 !== undefined);
  return { value: measures, problems: [...problems, ...checkAccumulation(measures, yaml)] };
}

/** An accumulated measure needs the 量词 of its terms, and rates cannot be added up. */
function checkAccumulation(measures: ReadonlyMap<string, MeasureDefinition>, yaml: LocatedYaml): Problem[] {
  return [...measures.values()].flatMap(({ name, accumulates = "", measureWord, percent }) => {
    const source = measures.get(accumulates);
    if (source === undefined) return [];
    const place = yaml.place(["指标", name, "累计自"]);
    if (source.percent !== undefined || percent !== undefined)
      return [
        error(
          "accumulated-rate",
          place,
          `“${name}”累计自“${accumulates}”，比率不能逐期相加`,
          "累计的比率请用“算式”由累计的件数算出，如 累计办结 / 累计交办。",
        ),
      ];
    if (source.measureWord === measureWord) return [];
    const [own, other] = [measureWord, source.measureWord].map((word) => (word === "" ? "没有量词" : `论${word}`));
    return [
      error(
        "accumulated-words",
        place,
        `“${name}”${own ?? ""}，累计自的“${accumulates}”${other ?? ""}，加不起来`,
        `两个指标的“量词”要一样（不写就是件）；是不是“累计自”写错了指标？`,
      ),
    ];
  });
}

/** The names in a formula; unknown ones are reported. `called`: the formula's name in messages. */
function namesIn(
  { expression, place }: NonNullable<MeasureDefinition["formula"]>,
  called: string,
  measures: ReadonlyMap<string, MeasureDefinition>,
  problems: Problem[],
): string[] {
  const used: string[] = [];
  const visit = (part: ReturnType<typeof parseExpression>): void => {
    if (part.kind === "binary") {
      visit(part.left);
      visit(part.right);
    } else if (part.kind === "part") visit(part.of);
    else if (part.kind === "path") used.push(part.segments[0]?.name ?? "");
  };
  try {
    visit(parseExpression(expression));
  } catch (fault) {
    if (!(fault instanceof ExpressionError)) throw fault;
    problems.push(error("formula", place, `${called}有误：${fault.message}`, fault.hint));
  }
  for (const other of used) {
    if (measures.has(other)) continue;
    const hint = didYouMean(other, measures.keys()) || "请先在“指标”下写上它。";
    problems.push(error("unknown-measure", place, `${called}里没有“${other}”这个指标`, hint));
  }
  return used;
}

/** Reports unknown names in formulas, and measures that depend on themselves through formulas or 累计自. */
function checkFormulas(
  measures: ReadonlyMap<string, MeasureDefinition>,
  accumulationPlace: (name: string) => Place,
): Problem[] {
  const problems: Problem[] = [];
  const uses = new Map<string, string[]>();
  for (const { name, formula, equals, accumulates } of measures.values()) {
    const used = formula === undefined ? [] : namesIn(formula, `“${name}”的算式`, measures, problems);
    uses.set(name, accumulates === undefined ? used : [...used, accumulates]);
    if (equals !== undefined) namesIn(equals, `“${name}”的“应等于”`, measures, problems);
  }
  for (const { name, formula, accumulates } of measures.values()) {
    if (!reaches(name, name, uses, new Set())) continue;
    if (formula !== undefined)
      problems.push(error("formula", formula.place, `“${name}”的算式绕回到了自己`, "算式只能用别的指标。"));
    else if (accumulates !== undefined)
      problems.push(
        error(
          "accumulation",
          accumulationPlace(name),
          `“${name}”累计自“${accumulates}”，“${accumulates}”又由“${name}”得出`,
          "“累计自”写的应当是每期新填的当期指标。",
        ),
      );
  }
  return problems;
}

function reaches(
  from: string,
  target: string,
  uses: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): boolean {
  for (const next of uses.get(from) ?? []) {
    if (next === target) return true;
    if (!seen.has(next) && (seen.add(next), reaches(next, target, uses, seen))) return true;
  }
  return false;
}

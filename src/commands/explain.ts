import { ExpressionError } from "../model/expression/expression.ts";
import { figuresInList } from "../compute/phrase/list.ts";
import { parsePipeline } from "../model/expression/parse.ts";
import { sentenceOf } from "../check/numbers/index.ts";
import { show } from "../compute/phrase/phrase.ts";
import type { Shown } from "../compute/phrase/shown.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { dataRules } from "../check/catalogue.ts";
import { RuleCoverage } from "../check/rules/index.ts";
import { waivedLine } from "../check/set-aside.ts";
import type { Figure } from "../compute/tally/figure.ts";
import type { Scope } from "../compute/tally/scope.ts";
import { figureOf } from "../compute/tally/value.ts";
import { momentForms } from "../base/text/moment.ts";
import { derivationTree, formulaOf, listing, originSentence, recordOf, stateNames } from "../check/trace/index.ts";
import type { RulesOf, TracedNumber } from "../check/trace/index.ts";
import { traceIssue } from "../check/issue-numbers.ts";
import { openIssue } from "../build/open-issue.ts";
import { parse, rootFolder } from "./options.ts";

export const help = `用法：npm run explain -- 期 [名称] [选项]

说明一期里印出的每个数字是怎样来的：由数据算出、手写而与数据一致、手写而没有数据可核对，还是日期、编号之类。

  期                哪一期，如 2020-15；默认最新一期
  名称              只说一个数，列出它的算法，一直到数据的每一行：
                    写数据里的名称（交办.单位.冷水滩区）、花括号里的写法（办结 / 交办 | 百分比: 1），或 #12（第 12 个数字）
  --format 格式     text（默认）或 json（每个印出的数字一条，供程序使用）
  --root 文件夹     刊物所在的文件夹，默认是本文件夹
  --help            显示这段说明

退出代码：0 完成；1 这一期有错，已逐条列出；2 用法不对或环境有问题。
`;

const flags = {
  root: { type: "string" },
  format: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

export function run(args: readonly string[]): number {
  const { values, positionals } = parse(args, flags, "explain", true);
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const { format = "text" } = values;
  if (format !== "text" && format !== "json")
    throw new EnvironmentError(`没有“${format}”这种格式`, "可用的格式：text、json。");
  const [id, ...words] = positionals;
  const open = openIssue(rootFolder(values.root, "explain"), id, "数字还说不准。");
  const scope = open?.scopes.of(open.issue);
  if (open === undefined || scope === undefined) return 1;
  const { archive, scopes, issue, built, prepared } = open;
  const coverage = new RuleCoverage(archive, issue, (other) => scopes.of(other)?.tallies);
  const rulesOf: RulesOf = (line) => coverage.rulesOf(line);
  const numbers = traceIssue(built, archive, scopes, prepared.root.sources);
  const name = words.join(" ").trim();
  const chosen = name === "" ? numbers : numbersNamed(name, numbers);
  if (format === "json") {
    if (chosen.length === 0) throw notPrinted(name);
    process.stdout.write(
      `${JSON.stringify(
        chosen.map((number) => recordOf(number, rulesOf)),
        undefined,
        2,
      )}\n`,
    );
  } else if (name === "") {
    const setAside = prepared.waived.filter((finding) => finding.issue === issue).map(waivedLine);
    process.stdout.write(`${[...listing(numbers), ...setAside].join("\n")}\n`);
  } else process.stdout.write(`${explained(name, chosen, scope, rulesOf).join("\n")}\n`);
  return 0;
}

function numbersNamed(name: string, numbers: readonly TracedNumber[]): TracedNumber[] {
  const position = /^[#＃](\d+)$/.exec(name)?.[1];
  return numbers.filter((number) =>
    position === undefined ? number.figure?.name === name : number.position === Number(position),
  );
}

/** The derivations of a name or expression, and where it is printed. */
function explained(name: string, printed: readonly TracedNumber[], scope: Scope, rulesOf: RulesOf): string[] {
  const [first] = printed;
  const figures = first === undefined ? figuresOf(name, scope) : first.figure === undefined ? [] : [first.figure];
  const places = printed.length === 0 ? ["没有印在这一期里。"] : printed.map(placeLine);
  return [...figures.flatMap((figure) => [...derivationTree(figure), ...facts(figure, rulesOf), ""]), ...places];
}

function facts(figure: Figure, rulesOf: RulesOf): string[] {
  const names = new Map(dataRules.map((rule) => [rule.id, rule.name]));
  const rules = [...new Set(formulaOf(figure).inputs.flatMap(({ line }) => rulesOf(line)))];
  const described = rules.map((id) => `${names.get(id) ?? ""} [${id}]`).join("、");
  return [
    ...(figure.asOf === undefined ? [] : [`截至：${momentForms.年月日时(figure.asOf)}`]),
    `核对规则：${described === "" ? "没有规则管到它" : described}`,
  ];
}

function placeLine(traced: TracedNumber): string {
  const { position, number, part, state } = traced;
  const { token } = number;
  const { file, line, column } = token.block.place(token.start);
  return `#${position} ${part.title}（${file}:${line}:${column}）“${sentenceOf(token).text.trim()}”里的“${token.text}${token.measureWord}”：${stateNames[state]}。${originSentence(traced)}`;
}

/** Evaluates what an editor could write between {{ and }}. @throws EnvironmentError it is not valid */
function figuresOf(name: string, scope: Scope): Figure[] {
  let shown: Shown;
  try {
    shown = show(parsePipeline(name), scope);
  } catch (fault) {
    if (!(fault instanceof ExpressionError)) throw fault;
    throw new EnvironmentError(fault.message, fault.hint ?? notPrinted(name).hint);
  }
  if (shown.kind === "breakdown") return shown.breakdown.parts.map(({ figure }) => figure);
  if (shown.kind === "list") return figuresInList(shown.list);
  if (shown.kind === "batches") return [shown.from, shown.to];
  if (shown.kind === "pieces") return shown.pieces.flatMap((piece) => (piece.kind === "figure" ? [piece.figure] : []));
  const figure = figureOf(shown);
  if (figure === undefined) throw new EnvironmentError(`“${name}”不是数字`, notPrinted(name).hint);
  return [figure];
}

function notPrinted(name: string): EnvironmentError {
  return new EnvironmentError(`这一期没有印出“${name}”`, "不写名称可以列出所有数字和它们的名称。");
}

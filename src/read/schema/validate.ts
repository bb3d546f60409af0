/** Validates located YAML with a zod schema and turns its issues into messages for editors. */

import { z } from "zod";
import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { LocatedYaml, Path } from "../source/located-yaml.ts";
import { nearest } from "../../base/text/nearest.ts";
import { meantKey } from "./customary-keys.ts";
import { meantMoment } from "./fields.ts";
import { describeNumber, inputKind, negativeAdvice, unquoted } from "./number-wording.ts";

type Issue = z.core.$ZodIssue;

export type Validation<T> =
  | { readonly value: T; readonly problems: readonly [] }
  | {
      readonly value: undefined;
      readonly problems: readonly Problem[];
      /** Paths of the invalid values; for a missing one, the path of its parent. */
      readonly faults: readonly Path[];
    };

/**
 * The value in the schema's type, or all problems with their places. There is no value if lines of the text were left out.
 * `withExpressions`: top-level keys whose texts may contain {{…}}.
 */
export function validate<T>(
  schema: z.ZodType<T>,
  yaml: LocatedYaml,
  withExpressions: readonly string[] = ["免检"],
): Validation<T> {
  const result = schema.safeParse(yaml.value, { reportInput: true });
  if (result.success) {
    const misplaced = expressionsIn(yaml.value, [], withExpressions);
    if (misplaced.length === 0)
      return yaml.isWhole ? { value: result.data, problems: [] } : { value: undefined, problems: [], faults: [] };
    const problems = misplaced.map((path) =>
      error(
        "expression-misplaced",
        yaml.place(path),
        "{{…}} 不能写在这里，会照原样印出来",
        "这一项请直接写内容；{{…}} 写在稿件里。",
      ),
    );
    return { value: undefined, problems, faults: misplaced };
  }
  const all = result.error.issues.flatMap((issue) => flatten(issue, []));
  const issues = all.filter((issue) => !isOfWhatIsLeftOut(issue, yaml));
  const misspelt = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") continue;
    const missing = missingKeysBeside(issues, issue.path);
    for (const key of issue.keys) {
      const meant = nearest(key, missing);
      if (meant !== undefined) misspelt.add(pathKey([...issue.path, meant]));
    }
  }
  const { folded, rest } = foldBlanks(issues, yaml);
  const problems = rest.flatMap((issue) => {
    // The misspelt form of a missing key is reported already.
    if (misspelt.has(pathKey(issue.path))) return [];
    return word(issue, schema, yaml);
  });
  return { value: undefined, problems: [...folded, ...problems], faults: all.flatMap(faultyPaths) };
}

/** Whether a value is missing only because lines of the text were left out. */
function isOfWhatIsLeftOut({ code, input, path }: Issue, yaml: LocatedYaml): boolean {
  if (yaml.isWhole || code !== "invalid_type") return false;
  if (input === undefined) return true;
  return input === null && (path.length === 0 || yaml.isCut(yaml.keyPlace(path as Path)));
}

function faultyPaths(issue: Issue): Path[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...path, key]);
  return [issue.code === "invalid_type" && issue.input === undefined ? path.slice(0, -1) : path];
}

/** Paths of the texts that contain `{{`, except below the top-level keys that allow it. */
function expressionsIn(value: unknown, path: Path, except: readonly string[]): Path[] {
  if (typeof value === "string") return value.includes("{{") ? [path] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    path.length === 0 && except.includes(key)
      ? []
      : expressionsIn(inner, [...path, Array.isArray(value) ? Number(key) : key], except),
  );
}

/** Combines more than three empty numbers of one block into one message, because a new counts file has dozens of them. */
function foldBlanks(issues: readonly Issue[], yaml: LocatedYaml): { folded: Problem[]; rest: Issue[] } {
  const groups = new Map<string | undefined, Issue[]>();
  for (const issue of issues) {
    const isBlank = issue.code === "invalid_type" && issue.expected === "number" && issue.input === null;
    const key = isBlank ? pathKey(issue.path.slice(0, -1)) : undefined;
    const same = groups.get(key) ?? [];
    same.push(issue);
    groups.set(key, same);
  }
  const folded: Problem[] = [];
  const rest: Issue[] = [];
  for (const [key, group] of groups) {
    const [first] = group;
    if (key === undefined || first === undefined || group.length <= 3) {
      rest.push(...group);
      continue;
    }
    const lines = group.map((issue) => yaml.keyPlace(issue.path as Path).line);
    const name = fieldName(first.path.slice(0, -1) as Path);
    const range = `第 ${Math.min(...lines)}—${Math.max(...lines)} 行`;
    folded.push(
      error(
        "empty-value",
        yaml.keyPlace(first.path as Path),
        `“${name}”下面有 ${group.length} 项还没有填数字（${range}）`,
        "请在冒号和空格后面、“#”前面写上数字；没有的写 0，或者删去那一行。",
      ),
    );
  }
  return { folded, rest };
}

function pathKey(path: readonly PropertyKey[]): string {
  return path.map(String).join("\0");
}

function missingKeysBeside(issues: readonly Issue[], path: readonly PropertyKey[]): string[] {
  return issues.flatMap((issue) => {
    const isMissing = issue.code === "invalid_type" && issue.input === undefined;
    const beside = issue.path.length === path.length + 1 && pathKey(issue.path.slice(0, -1)) === pathKey(path);
    return isMissing && beside ? [String(issue.path.at(-1))] : [];
  });
}

/** A union reports the issues of every branch; only those of the branch that fits the type of the input are meaningful. */
function flatten(issue: Issue, prefix: readonly PropertyKey[]): Issue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code !== "invalid_union") return [{ ...issue, path }];
  const branches = issue.errors.map((branch) => ({
    branch,
    misfit: branch.some(isOfOtherShape) ? 1 : 0,
  }));
  branches.sort((a, b) => a.misfit - b.misfit || a.branch.length - b.branch.length);
  const best = branches[0];
  if (best === undefined || best.misfit === 1) return [{ ...issue, path }];
  return best.branch.flatMap((inner) => flatten(inner, path));
}

/** Whether the value itself, not something inside it, has a type that the branch does not accept. */
function isOfOtherShape(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === "invalid_union") return issue.errors.every((branch) => branch.some(isOfOtherShape));
  return issue.code === "invalid_type";
}

function word(issue: Issue, schema: z.ZodType, yaml: LocatedYaml): Problem[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  const name = fieldName(path);
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => {
      const where = yaml.keyPlace([...path, key]);
      const list = known.length > 0 && known.length <= 24 ? `这里可以写：${known.join("、")}。` : "";
      return error("unknown-key", where, `不认识“${key}”这一项`, `${meantKey(key, known)}${list}` || "请删去这一行。");
    });
  }
  if (issue.code === "invalid_type" && issue.input === undefined) {
    return [error("missing-key", yaml.place(path.slice(0, -1)), `缺少“${name}”`, `请加一行“${name}: …”。`)];
  }
  if (isOurs(issue)) {
    const code = parameter(issue, "code") ?? "invalid-value";
    const problem = error(code, yaml.place(path), issue.message, parameter(issue, "hint"));
    const [range, mended] = [yaml.range(path), parameter(issue, "mended")];
    if (range === undefined || mended === undefined) return [problem];
    return [{ ...problem, fix: { start: range[0], end: range[1], replacement: mended } }];
  }
  const [code, message, hint, mended] = describe(issue, name, path, {
    text: yaml.text(path),
    line: lineOf(path, yaml),
  });
  const problem = error(code, yaml.place(path), message, hint);
  const range = yaml.range(path);
  if (mended === undefined || range === undefined) return [problem];
  return [{ ...problem, fix: { start: range[0], end: range[1], replacement: mended } }];
}

/** Whether the message comes from our schema; the messages of zod are English, even if they list Chinese choices. */
function isOurs(issue: Issue): boolean {
  return (
    issue.code === "custom" ||
    (issue.input !== null && /\p{Script=Han}/u.test(issue.message) && !/^[A-Z][a-z]+ /.test(issue.message))
  );
}

/** A parameter that a custom check of our schema attached to its issue. */
function parameter(issue: Issue, key: "code" | "hint" | "mended"): string | undefined {
  const value: unknown = issue.code === "custom" ? issue.params?.[key] : undefined;
  return typeof value === "string" ? value : undefined;
}

function fieldName(path: Path): string {
  const named = [...path].reverse().find((step) => typeof step === "string");
  return named === undefined ? "内容" : String(named);
}

const lineOf = (path: Path, yaml: LocatedYaml): string => yaml.source.line(yaml.keyPlace(path).line);

/** The scalar as in the file, quotes included, and the line of its key. */
interface Written {
  readonly text: string | undefined;
  readonly line: string;
}

/** `mended`: the replacement, where it is certain what the editor meant. */
type Description = readonly [code: string, message: string, hint: string, mended?: string | undefined];

function describe(issue: Issue, name: string, path: Path, written: Written): Description {
  const input = issue.input;
  switch (issue.code) {
    case "invalid_type":
      return describeType(issue.expected, input, name, path, written);
    case "invalid_union":
      return describeType(mayBeNumber(issue) ? "number" : "string", input, name, path, written);
    case "too_small":
      if (issue.origin === "number" || issue.origin === "int") {
        return [
          "negative-number",
          `“${name}”不能小于 ${Number(issue.minimum)}，这里是 ${String(input)}`,
          negativeAdvice,
        ];
      }
      return ["empty-value", `“${name}”不能是空的`, "请写上内容，或者删去这一行。"];
    case "invalid_value":
      return [
        input === null ? "empty-value" : "invalid-choice",
        input === null ? `“${name}”后面没有内容` : `“${name}”不能是“${written.text ?? ""}”`,
        `只能写：${issue.values.map(String).join("、")}。${input === null ? "不要这一项的，删去这一行。" : ""}`,
        meantChoice(String(input), issue.values.map(String)),
      ];
    case "too_big":
      return ["invalid-value", `“${name}”不能大于 ${String(issue.maximum)}，这里是${inputKind(input)}`, "请改小。"];
    case "invalid_key":
      return ["unknown-key", `不认识“${String(path.at(-1))}”这一项`, "请核对名称。"];
    default:
      return ["invalid-value", `“${name}”的写法不对`, "请核对内容。"];
  }
}

/** Synonyms of 是 and 否. */
const saysSo: Readonly<Record<string, readonly string[]>> = {
  是: ["是的", "对", "true", "yes", "y", "√"],
  否: ["不", "不是", "false", "no", "n", "×"],
};

function meantChoice(input: string, choices: readonly string[]): string | undefined {
  const typed = unquoted(input)
    .replace(/[。，；,;.]+$/u, "")
    .trim()
    .toLowerCase();
  return choices.find((choice) => choice === typed || saysSo[choice]?.includes(typed) === true);
}

function mayBeNumber({ errors }: z.core.$ZodIssueInvalidUnion): boolean {
  return errors.flat().some((inner) => inner.code === "invalid_type" && ["number", "int"].includes(inner.expected));
}

function describeType(expected: string, input: unknown, name: string, path: Path, written: Written): Description {
  if (expected === "number" || expected === "int") return describeNumber(input, name, written.text, written.line);
  if (input === null && path.length === 0) return ["empty-value", "文件是空的", "请写上内容，每行“名称: 内容”。"];
  if (input === null && typeof path.at(-1) === "number")
    return [
      "empty-value",
      `${path.length === 1 ? "" : `“${name}”下面`}有一项是空的`,
      "请在“- ”后面写上内容，或者删去这一行。",
    ];
  if (input === null) return ["empty-value", `“${name}”后面没有内容`, "请写上内容，或者删去这一行。"];
  if (expected === "object" || expected === "record") {
    const where = path.length === 0 ? "文件" : `“${name}”下面`;
    return [
      "not-a-mapping",
      `${where}应当是几行“名称: 内容”，这里是${inputKind(input)}`,
      "请在下一行缩进两个空格，写“名称: 内容”（英文冒号加空格）。",
    ];
  }
  if (expected === "array")
    return ["not-a-list", `“${name}”应当是一列，这里是${inputKind(input)}`, "请每项一行，行首写“- ”。"];
  const day = typeof input === "number" && /日期|截至|起始/.test(name) ? meantMoment(String(input)) : undefined;
  if (expected === "string" && day !== undefined)
    return ["invalid-date", `“${name}”应当是日期，这里是${inputKind(input)}`, `请写成“${day}”。`, day];
  if (expected === "string")
    return [
      "not-a-text",
      `“${name}”应当是文字，这里是${inputKind(input)}`,
      typeof input === "object"
        ? "写成一行文字；里面有 {{…}} 的，用英文引号把整句括起来。"
        : "数字要当作文字的，用英文引号括起来。",
    ];
  return ["invalid-value", `“${name}”的写法不对`, "请核对内容。"];
}

/** The keys that a schema accepts at a path. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => keysAt(option, path));
  const [step, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.core.$ZodType>;
    if (step === undefined) return Object.keys(shape);
    const next = shape[String(step)];
    return next === undefined ? [] : keysAt(next, rest);
  }
  if (schema instanceof z.ZodArray && step !== undefined) return keysAt(schema.element, rest);
  if (schema instanceof z.ZodRecord && step !== undefined) return keysAt(schema.valueType, rest);
  return [];
}

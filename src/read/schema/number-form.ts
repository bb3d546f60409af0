/** Reads 编号格式 such as `{来源}#YZ{年}#####`, which editors understand better than a regular expression. */

import type { DateColumn, LedgerColumn, MemberColumn, NumberForm, NumberPart } from "../../model/ledger.ts";
import type { Member } from "../../model/registry.ts";
import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { LocatedYaml, Path } from "../source/located-yaml.ts";
import { didYouMean } from "../../base/text/nearest.ts";
import type { LedgerFile } from "./ledger-schema.ts";
import { failed } from "./reading.ts";
import type { Reading } from "./reading.ts";

type Typed = NonNullable<LedgerFile["编号格式"]>;

export function readNumberForm(
  typed: Typed,
  columns: readonly LedgerColumn[],
  yaml: LocatedYaml,
  path: Path,
): Reading<NumberForm> {
  const problems: Problem[] = [];
  const parts: NumberPart[] = [];
  for (const [piece, name] of typed.写法.matchAll(/\{([^{}]*)\}|[\s\S]/gu)) {
    if (name === undefined) {
      if (piece === "#" || piece === "@") parts.push({ kind: piece === "#" ? "digit" : "letter" });
      else parts.push({ kind: "fixed", text: piece });
    } else if (name === "年" || name === "日期") parts.push({ kind: name === "年" ? "year" : "date" });
    else {
      const code = readCode(typed, name, columns, yaml, path);
      problems.push(...code.problems);
      if (code.value !== undefined) parts.push(code.value);
    }
  }
  const dateName = typed.日期 ?? "受理日期";
  const date = columns.find((column): column is DateColumn => column.kind === "date" && column.name === dateName);
  if (date === undefined && typed.日期 !== undefined)
    problems.push(
      error("unknown-column", yaml.place([...path, "日期"]), `没有“${dateName}”这一列日期`, "请核对列名。"),
    );
  return problems.length > 0 ? failed(problems) : { value: { written: typed.写法, parts, date }, problems: [] };
}

/** `{来源}` with its 对照. */
function readCode(
  typed: Typed,
  name: string,
  columns: readonly LedgerColumn[],
  yaml: LocatedYaml,
  path: Path,
): Reading<NumberPart> {
  const members = columns.filter((column): column is MemberColumn => column.kind === "members");
  const column = members.find((other) => other.name === name);
  if (column === undefined) {
    const hint = didYouMean(name, [...members.map((other) => other.name), "年", "日期"]);
    return failed([
      error("unknown-column", yaml.place([...path, "写法"]), `“{${name}}”不是台账里的一列选项`, hint || "请核对列名。"),
    ]);
  }
  const problems: Problem[] = [];
  const codes = new Map<string, Member>();
  for (const [code, label] of Object.entries(typed.对照?.[name] ?? {})) {
    const member = column.registry.find(label);
    if (member !== undefined) codes.set(code, member);
    else
      problems.push(
        error(
          "unknown-member",
          yaml.place([...path, "对照", name, code]),
          `“${name}”里没有“${label}”`,
          didYouMean(label, column.registry.names()) || "请核对名称。",
        ),
      );
  }
  if (codes.size === 0 && problems.length === 0)
    problems.push(
      error(
        "missing-key",
        yaml.place(path),
        `“{${name}}”没有写对照`,
        `请加上“对照: { ${name}: { D: 来电, X: 来信 } }”这样一行。`,
      ),
    );
  return problems.length > 0 ? failed(problems) : { value: { kind: "code", column, codes }, problems: [] };
}

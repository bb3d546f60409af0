import { Registry } from "../../model/registry.ts";
import type { Member, RegistryEnd } from "../../model/registry.ts";
import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { LocatedYaml, Path } from "../source/located-yaml.ts";
import { isTotalName } from "../../base/text/total-name.ts";
import { listed } from "./fields.ts";
import { failed } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { registrySchema } from "./registry-schema.ts";
import type { RegistryFile } from "./registry-schema.ts";
import { validate } from "./validate.ts";

/** Reads a registry file (`units.yaml`, `categories.yaml`). */
export function readRegistry(yaml: LocatedYaml): Reading<Registry> {
  const { value, problems } = validate(registrySchema, yaml);
  return value === undefined ? failed(problems) : makeRegistry(value, yaml, []);
}

/** The members listed at `path`; a name that means two members is an error. */
export function makeRegistry(file: RegistryFile, yaml: LocatedYaml, path: Path): Reading<Registry> {
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  const members = file.map((item, order): Member => {
    const typed = typeof item === "string" ? { 全称: item } : item;
    const aliases = listed(typed.别名);
    const member = { fullName: typed.全称, shortName: typed.简称 ?? typed.全称, aliases, kind: typed.性质, order };
    for (const name of new Set([member.fullName, member.shortName, ...aliases])) {
      if (isTotalName(name)) {
        problems.push(
          error(
            "total-as-name",
            yaml.place([...path, order]),
            `登记表里不能有“${name}”：合计由程序计算，登记了会被再加一次`,
            "请删去这一项；各期 counts.yaml 里有这一行的，也请删去。",
          ),
        );
        continue;
      }
      const owner = owners.get(name);
      if (owner !== undefined) {
        problems.push(
          error(
            "ambiguous-name",
            yaml.place([...path, order]),
            `“${name}”既是“${owner}”，又是“${member.fullName}”`,
            "一个名称只能指一个；请改掉其中一处的全称、简称或别名。",
          ),
        );
      } else owners.set(name, member.fullName);
    }
    return member;
  });
  return problems.length > 0
    ? failed(problems)
    : { value: new Registry(members, endOf(yaml, path, members.length)), problems: [] };
}

function endOf(yaml: LocatedYaml, path: Path, count: number): RegistryEnd | undefined {
  const last = yaml.range([...path, count - 1]);
  if (last === undefined) return undefined;
  const { source } = yaml;
  // The range of a list or mapping may reach to the beginning of the next line.
  const text = source.text.slice(...last).trimEnd();
  const { file, line } = source.place(last[0] + text.length);
  const first = source.line(yaml.place([...path, count - 1]).line);
  return { file, line, inBrackets: !first.trimStart().startsWith("-") };
}

/** Hint on how to register a new member of that name; `kind` is the name of the dimension (单位). */
export function howToEnter(kind: string, { end }: Registry, name: string): string {
  if (end === undefined) return `新的${kind}请先写进登记表（data 文件夹）。`;
  const where = `新的${kind}请先登记：在 ${end.file} 第 ${end.line} 行`;
  return end.inBrackets
    ? `${where}的方括号里加上“${name}”。`
    : `${where}后面加一行“- ${name}”（左边与上一行对齐），有简称的写“- { 全称: …, 简称: … }”。`;
}

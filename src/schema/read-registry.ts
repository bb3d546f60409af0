import { Registry } from "../model/registry.ts";
import type { Member } from "../model/registry.ts";
import { error } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { LocatedYaml, Path } from "../source/yaml.ts";
import { isTotalName } from "../text/total-name.ts";
import { failed } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { registrySchema } from "./registry-schema.ts";
import type { RegistryFile } from "./registry-schema.ts";
import { validate } from "./validate.ts";

/** A registry file (`units.yaml`, `categories.yaml`). */
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
    const aliases = typed.别名 === undefined ? [] : typeof typed.别名 === "string" ? [typed.别名] : typed.别名;
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
  return problems.length > 0 ? failed(problems) : { value: new Registry(members), problems: [] };
}

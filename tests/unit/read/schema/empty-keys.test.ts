/** A key that an editor left empty is said to be empty, in whichever file and however deep. */

import { describe, expect, test } from "vitest";
import { z } from "zod";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { bulletinSchema } from "../../../../src/read/schema/bulletin-schema.ts";
import { countsSchema } from "../../../../src/read/schema/counts-schema.ts";
import { importSchema } from "../../../../src/read/schema/import-schema.ts";
import { articleSchema, issueSchema } from "../../../../src/read/schema/issue-schema.ts";
import { registrySchema } from "../../../../src/read/schema/registry-schema.ts";
import { validate } from "../../../../src/read/schema/validate.ts";
import { vocabularySchema } from "../../../../src/read/schema/vocabulary-schema.ts";
import { parseYaml } from "../../../../src/read/source/yaml.ts";
import { vocabularyOf } from "../../check/rules/archive.ts";

const vocabulary = vocabularyOf(`
分组: { 单位: { 项目: [甲, 乙] }, 类别: { 项目: [水, 气] } }
指标: { 交办: { 台账: 受理日期 }, 雨量: { 量词: 毫米, 小数: 1, 可为负: 是 }, 满意率: { 百分比: 1 } }
`);

const schemas: Readonly<Record<string, z.ZodType>> = {
  "bulletin.yaml": bulletinSchema,
  "units.yaml": registrySchema,
  "tallies.yaml": vocabularySchema,
  "import.yaml": importSchema,
  "issue.yaml": issueSchema,
  "counts.yaml": countsSchema(vocabulary),
  "counts.yaml, by ledger": countsSchema(vocabulary, ["交办"]),
  "front matter": articleSchema,
};

interface Json {
  readonly anyOf?: readonly Json[];
  readonly properties?: Readonly<Record<string, Json>>;
  readonly additionalProperties?: Json | boolean;
  readonly items?: Json;
}

/** Each key with what stands above it; `-` for one of a list. */
function pathsOf(schema: Json, above: readonly string[] = []): string[][] {
  const inner = (json: Json | boolean | undefined, key: string): string[][] =>
    typeof json === "object" ? [[...above, key], ...pathsOf(json, [...above, key])] : [];
  return [
    ...(schema.anyOf ?? []).flatMap((choice) => pathsOf(choice, above)),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, json]) => inner(json, key)),
    ...inner(schema.additionalProperties, "甲"),
    ...inner(schema.items, "-"),
  ];
}

function yamlOf(path: readonly string[]): string {
  return path.reduceRight<string>((below, key, depth) => {
    const indent = "  ".repeat(depth);
    return key === "-" ? `${indent}-\n${below}` : `${indent}${key}:\n${below}`;
  }, "");
}

/** Where nothing is meant to stand: a measure or a state of which nothing need be said, a line of the approval slip to be written by hand. */
const mayBeEmpty = new Set([
  "tallies.yaml 状态.甲",
  "tallies.yaml 指标.甲",
  "tallies.yaml 台账",
  "bulletin.yaml 审签.项目.甲",
]);

describe.each(Object.entries(schemas))("%s", (file, schema) => {
  const json = z.toJSONSchema(schema, { target: "draft-7", io: "input", unrepresentable: "any" }) as Json;
  const paths = [...new Map(pathsOf(json).map((path) => [path.join("."), path])).values()];
  test.each(paths.map((path) => [path.join("."), path] as const))("%s", (name, path) => {
    if (mayBeEmpty.has(`${file} ${name}`)) return;
    const { yaml, problems } = parseYaml(new SourceText("test.yaml", yamlOf(path)));
    expect(problems).toEqual([]);
    if (yaml === undefined) throw new Error("no yaml");
    const found = validate(schema, yaml).problems;
    for (const { message, hint } of found) expect(`${message}${hint ?? ""}`).not.toMatch(/null|undefined|NaN|object/i);
    const key = path.findLast((step) => step !== "-") ?? "";
    const said = found.filter(({ code }) => code === "empty-value").map(({ message }) => message);
    expect(said, JSON.stringify(found)).toContainEqual(
      expect.stringMatching(new RegExp(path.at(-1) === "-" ? "有一项是空的$" : `“${key}”后面没有(?:内容|数字)$`)),
    );
  });
});

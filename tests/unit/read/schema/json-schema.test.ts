import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { loadData } from "../../../../src/read/load/load-data.ts";
import { Root } from "../../../../src/read/load/root.ts";
import { copyRules } from "../../../../src/check/catalogue.ts";
import { jsonSchemas } from "../../../../src/read/schema/json-schema.ts";

const product = path.resolve(import.meta.dirname, "../../../..");
const { bulletin, vocabulary } = loadData(new Root(path.join(product, "tests/fixtures/example")));
if (bulletin === undefined || vocabulary === undefined) throw new Error("the example data is broken");
const schemas = jsonSchemas(
  vocabulary,
  bulletin.columns,
  copyRules.map((rule) => rule.id),
);

test("the schemas in .vscode are those of today (npm run schemas)", () => {
  const folder = path.join(product, ".vscode/schemas");
  expect(readdirSync(folder).sort()).toEqual([...schemas.keys()].sort());
  for (const [name, schema] of schemas) {
    expect(JSON.parse(readFileSync(path.join(folder, name), "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
  }
});

test("units are offered where units are counted, and every field of an issue explains itself in Chinese", () => {
  expect(JSON.stringify(schemas.get("counts.json"))).toContain('"冷水滩区"');
  const fields = schemas.get("issue.json")?.["properties"] as Record<string, { description?: string }>;
  expect(Object.keys(fields)).toContain("期号");
  for (const field of Object.values(fields)) expect(field.description).toMatch(/\p{Script=Han}/u);
});

test("settings, extensions and snippets are valid JSON and name schemas that exist", () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(product, ".vscode", name), "utf8"));
  const settings = read("settings.json") as { "yaml.schemas": Record<string, unknown> };
  for (const name of Object.keys(settings["yaml.schemas"])) expect(schemas.has(path.basename(name))).toBe(true);
  expect(Object.keys(read("jianbao.code-snippets") as object)).toEqual([
    "稿件",
    "信函",
    "重点信访件",
    "数字",
    "分项",
    "图片",
    "更正",
  ]);
  read("extensions.json");
});

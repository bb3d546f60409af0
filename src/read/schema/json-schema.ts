/** JSON Schemas for completion in an editor, made from the schemas that validate. */

import { z } from "zod";
import type { Vocabulary } from "../../model/vocabulary.ts";
import { bulletinSchema } from "./bulletin-schema.ts";
import { eitherCountsSchema } from "./counts-schema.ts";
import { importSchema } from "./import-schema.ts";
import { articleSchema, issueSchema } from "./issue-schema.ts";
import { recordSchema } from "./record-schema.ts";
import { registrySchema } from "./registry-schema.ts";
import { vocabularySchema } from "./vocabulary-schema.ts";

type Json = { [key: string]: unknown };

/** File name → JSON Schema (draft 7, which the YAML extensions read). `ruleIds` are the copy-editing rules that a level can be set for. */
export function jsonSchemas(
  vocabulary: Vocabulary,
  columns: readonly string[],
  ruleIds: readonly string[],
): Map<string, Json> {
  const bulletin = toJson(bulletinSchema, "刊物资料 data/bulletin.yaml");
  suggestNames(properties(bulletin)["校对"], ruleIds);
  const counts = toJson(eitherCountsSchema(vocabulary), "一期的数据 counts.yaml");
  for (const measure of Object.values(properties(counts))) {
    for (const branch of branches(measure)) {
      for (const dimension of vocabulary.dimensions.values())
        suggestNames(properties(branch)[dimension.name], dimension.registry.names());
    }
  }
  // 问题 is optional when validating, because `check` asks for it later with a proposal.
  const waiver = properties(counts)["免检"]?.["items"] as Json | undefined;
  if (waiver !== undefined) waiver["required"] = ["规则", "问题", "原因"];
  const article = toJson(articleSchema, "稿件文首");
  const column = properties(article)["栏目"];
  if (column !== undefined && columns.length > 0) column["examples"] = [...columns];
  return new Map([
    ["bulletin.json", bulletin],
    ["registry.json", toJson(registrySchema, "登记表 data/units.yaml、data/categories.yaml")],
    ["tallies.json", toJson(vocabularySchema, "指标与分组 data/tallies.yaml")],
    ["import.json", toJson(importSchema, "表格与台账的列名对照 data/import.yaml")],
    ["issue.json", toJson(issueSchema, "一期的期号、日期 issue.yaml")],
    ["counts.json", counts],
    ["article.json", article],
    ["published.json", toJson(recordSchema, "已发布的登记 data/published（由 npm run publish 写，不用手改）")],
  ]);
}

function toJson(schema: z.ZodType, title: string): Json {
  return { ...z.toJSONSchema(schema, { target: "draft-7", io: "input", unrepresentable: "any" }), title };
}

function properties(schema: Json | undefined): { [key: string]: Json } {
  return (schema?.["properties"] ?? {}) as { [key: string]: Json };
}

function branches(schema: Json): Json[] {
  return Array.isArray(schema["anyOf"]) ? (schema["anyOf"] as Json[]) : [schema];
}

/** Lists known names of a free `name: value` record for completion; other names remain valid. */
function suggestNames(record: Json | undefined, names: readonly string[]): void {
  if (record === undefined || names.length === 0) return;
  for (const branch of branches(record)) {
    const value = branch["additionalProperties"];
    if (value !== undefined) branch["properties"] = Object.fromEntries(names.map((name) => [name, value]));
  }
}

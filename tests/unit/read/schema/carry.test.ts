/** Every key that an editor may type has its place in what the next issue takes over. */

import { expect, test } from "vitest";
import { z } from "zod";
import { countsCarry, countsSchema, crossKeys } from "../../../../src/read/schema/counts-schema.ts";
import { articleCarry, articleSchema, issueCarry, issueSchema } from "../../../../src/read/schema/issue-schema.ts";
import { vocabularyOf } from "../../../support/ledger.ts";

const vocabulary = vocabularyOf(
  "分组: { 单位: { 项目: [甲] }, 类别: { 项目: [乙] } }\n指标: { 交办: { 台账: 受理日期 } }\n",
);

/** Keys of a schema and of all that it holds, through optionals, lists and choices. */
function keys(schema: z.core.$ZodType): string[] {
  if (schema instanceof z.ZodOptional) return keys(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(keys);
  if (schema instanceof z.ZodArray) return keys(schema.element);
  if (!(schema instanceof z.ZodObject)) return [];
  const shape = schema.shape as Record<string, z.core.$ZodType>;
  return Object.entries(shape).flatMap(([key, value]) => [key, ...(key === "免检" ? [] : keys(value))]);
}

test("counts, typed or left to the ledger", () => {
  const own = new Set([...vocabulary.measures.keys(), ...vocabulary.dimensions.keys()]);
  for (const { key } of crossKeys(vocabulary)) own.add(key);
  const declared = [[], ["交办"]].flatMap((fromLedger) => keys(countsSchema(vocabulary, fromLedger)));
  const fixed = [...new Set(declared)].filter((key) => !own.has(key));
  expect(fixed).toContain("重新累计");
  expect(fixed.sort()).toEqual(Object.keys(countsCarry).sort());
});

test("the head of an issue and of an article", () => {
  expect(Object.keys(issueCarry).sort()).toEqual(Object.keys(issueSchema.shape).sort());
  expect(Object.keys(articleCarry).sort()).toEqual(Object.keys(articleSchema.shape).sort());
});

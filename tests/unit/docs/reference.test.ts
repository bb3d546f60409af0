/** The pages of docs/ that are made from the program say what the program does today. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { fileReference } from "../../../scripts/docs/file-reference.ts";
import { ruleReference } from "../../../scripts/docs/rule-reference.ts";
import { copyRules, dataRules, numberRules } from "../../../src/check/catalogue.ts";

const docs = path.resolve(import.meta.dirname, "../../../docs");
const page = (name: string): string => readFileSync(path.join(docs, name), "utf8");

describe("docs/reference.md", () => {
  const text = fileReference();

  test("is what npm run docs writes", () => {
    expect(page("reference.md")).toBe(text);
  });

  test("explains every key", () => {
    const rows = text.split("\n").filter((line) => /^\| (?!项 |---)/.test(line));
    expect(rows.length).toBeGreaterThan(120);
    const unexplained = rows.filter((line) => !/\p{Script=Han}/u.test(line.split(" | ").at(-1) ?? ""));
    expect(unexplained).toEqual([]);
  });

  test.each(["累计自", "可减少", "不合计", "可不全", "算式", "口径", "互斥", "起始", "重新累计"])("names %s", (key) => {
    expect(text).toMatch(new RegExp(`^\\| (?:.* › )?${key} \\|`, "m"));
  });
});

describe("docs/rules.md", () => {
  test("is what npm run docs writes", () => {
    expect(page("rules.md")).toBe(ruleReference());
  });

  test("has a line for every rule", () => {
    const rules = [...dataRules, ...numberRules, ...copyRules];
    const text = ruleReference();
    for (const { id } of rules) expect(text).toContain(`| \`${id}\` |`);
  });
});

/** The handbook's chapter on numbers: every example says what it promises, and the page in docs/ is up to date. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { formGroups, sentences } from "../../../../src/compute/phrase/forms.ts";
import { handbookChapter } from "../../../../src/compute/phrase/handbook.ts";
import { filterGroups, filters } from "../../../../src/compute/phrase/phrase.ts";
import { handbookScope, said } from "./handbook-issue.ts";

const scope = handbookScope();
const say = (expression: string): string => said(`{{${expression}}}`, scope);

describe("every form of the handbook prints what it promises", () => {
  for (const { forms } of formGroups)
    for (const { expression, result } of forms) test(expression, () => expect(say(expression)).toBe(result));
});

describe("every filter's example prints what it promises", () => {
  for (const filter of filters.values()) {
    const [expression, result] = filter.example;
    test(expression, () => expect(say(expression)).toBe(result));
    test(`${filter.name}: the example uses it, the help is a sentence`, () => {
      expect(expression).toContain(filter.name);
      expect(filter.help).toMatch(/。$/);
    });
  }
});

describe("every sentence of the handbook prints what it promises", () => {
  for (const { title, text, result } of sentences) test(title, () => expect(said(text, scope)).toBe(result));
});

test("no two filters share a name", () => {
  expect(filterGroups.flatMap((group) => group.filters)).toHaveLength(filters.size);
});

test("docs/phrasing.md is what npm run docs writes", () => {
  const file = path.resolve(import.meta.dirname, "../../../../docs/phrasing.md");
  expect(readFileSync(file, "utf8")).toBe(handbookChapter());
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dependenciesText } from "../../../scripts/docs/dependencies.ts";

test("docs/dependencies.md is of the packages that are locked", () => {
  const withoutDates = (text: string): string => text.replaceAll(/\d{4}-\d{2}-\d{2}|unknown/g, "");
  const made = withoutDates(dependenciesText(() => undefined));
  const kept = withoutDates(readFileSync("docs/dependencies.md", "utf8"));
  const words = (text: string): string[] => text.split(/[\s|-]+/);
  expect(words(kept)).toEqual(words(made));
});

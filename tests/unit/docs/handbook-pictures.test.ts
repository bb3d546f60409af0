import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const docs = path.resolve(import.meta.dirname, "../../../docs");

test("the handbook shows every picture that npm run handbook-pictures makes, each small and described", () => {
  const handbook = readFileSync(path.join(docs, "handbook.md"), "utf8");
  const shown = [...handbook.matchAll(/!\[([^\]]+)\]\(handbook\/([^)]+)\)/g)];
  expect(shown.map(([, , file]) => file).sort()).toEqual(readdirSync(path.join(docs, "handbook")).sort());
  for (const [, description = "", file = ""] of shown) {
    expect(description.length).toBeGreaterThan(10);
    expect(statSync(path.join(docs, "handbook", file)).size).toBeLessThan(120_000);
  }
});

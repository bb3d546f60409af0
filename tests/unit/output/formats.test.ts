import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { prepare } from "../../../src/build/prepare.ts";
import { formats } from "../../../src/output/formats.ts";
import { example } from "../../support/cli.ts";

const rooms = path.resolve(import.meta.dirname, "../../../src/output");

test("each format has a folder of its own by its name", () => {
  const names = formats.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const folders = readdirSync(rooms, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
});

test("each format makes something of issues or of the site, the PDF being there before", () => {
  for (const { name, issueFiles, writeIssues, writeSite } of formats) {
    expect(issueFiles === undefined, name).toBe(writeIssues === undefined);
    expect(writeIssues ?? writeSite ?? (name === "pdf" ? "printed" : undefined), name).toBeDefined();
  }
});

test("no two formats write the same file of an issue or promise the same address", () => {
  const { archive, issues, histories } = prepare(example);
  if (archive === undefined) throw new Error("the example is broken");
  const site = { vocabulary: archive.vocabulary, issues, histories };
  const addresses = formats.flatMap((format) => format.addresses?.(site) ?? []);
  expect(addresses.filter((address, at) => addresses.indexOf(address) !== at)).toEqual([]);
  const files = issues.flatMap(({ issue }) => formats.flatMap((format) => format.issueFiles?.(issue) ?? []));
  expect(files.length).toBeGreaterThan(2);
  expect(new Set(files).size).toBe(files.length);
});

test("every folder that holds a format is in the list, Word files being made on request", () => {
  const listed = formats.map(({ name }) => name);
  const holding = readdirSync(rooms).filter((name) => existsSync(path.join(rooms, name, "index.ts")));
  expect(holding.filter((name) => !listed.includes(name))).toEqual([]);
});

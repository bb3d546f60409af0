/** The data files against their own descriptions, and against the figures of issue 15. */

import { statSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Sandbox } from "../support/cli.ts";
import { readSite, siteFiles } from "../support/site-files.ts";
import { syntheticSite } from "../support/synthetic-site.ts";
import type { SyntheticSite } from "../support/synthetic-site.ts";

interface Field {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly description: string;
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] };
}
interface Schema {
  readonly fields: readonly Field[];
  readonly primaryKey?: string | readonly string[];
}
interface Package {
  readonly resources: readonly {
    readonly name: string;
    readonly title: string;
    readonly path: string;
    readonly bytes: number;
    readonly schema: Schema | string;
  }[];
  readonly licenses: readonly { readonly name: string; readonly path: string }[];
  readonly sources: readonly { readonly title: string }[];
}

const example = new Sandbox();
let made: SyntheticSite;
beforeAll(async () => {
  const building = syntheticSite(6, { perYear: 4 });
  const outcome = await example.run("build");
  expect(outcome.code, outcome.stderr).toBe(0);
  made = await building;
});
afterAll(() => {
  example.dispose();
  made?.dispose();
});

/** A reader of its own for RFC 4180. */
function readCsv(text: string): string[][] {
  expect(text.startsWith("\ufeff")).toBe(false);
  return text
    .trimEnd()
    .split("\r\n")
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
        quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'),
      ),
    );
}

const forms: Readonly<Record<string, RegExp>> = {
  string: /[^]/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  time: /^\d\d:\d\d:\d\d$/,
};

function descriptor(site: string): Package {
  return JSON.parse(readSite(site, "datapackage.json")) as Package;
}

describe.each(["example", "synthetic"])("the data package of the %s site", (which) => {
  const siteOf = (): string => (which === "example" ? example.output : made.site);

  test("lists every CSV file of the site, each with its real size", () => {
    const site = siteOf();
    const { resources, licenses, sources } = descriptor(site);
    expect(resources.map((resource) => resource.path).sort()).toEqual(
      siteFiles(site).filter((file) => file.endsWith(".csv")),
    );
    for (const { path: file, bytes, name } of resources) {
      expect(statSync(path.join(site, file)).size).toBe(bytes);
      expect(name).toMatch(/^[a-z0-9._-]+$/);
    }
    expect(licenses[0]?.name).toBe("CC-BY-4.0");
    expect(sources[0]?.title).toContain("领导小组");
  });

  test("describes every file truly: header, types, required cells, closed lists, keys", () => {
    const site = siteOf();
    for (const resource of descriptor(site).resources) {
      const { schema: given } = resource;
      const schema = typeof given === "string" ? (JSON.parse(readSite(site, given)) as Schema) : given;
      const [header = [], ...rows] = readCsv(readSite(site, resource.path));
      expect(header).toEqual(schema.fields.map(({ name }) => name));
      expect(rows.length, resource.name).toBeGreaterThan(0);
      for (const row of rows) {
        expect(row.length).toBe(header.length);
        for (const [at, field] of schema.fields.entries()) {
          const cell = row[at] ?? "";
          expect(field.title, field.name).toMatch(/[\u4e00-\u9fff]|PDF|SHA/);
          if (field.constraints?.required === true) expect(cell, field.name).not.toBe("");
          if (cell === "") continue;
          expect(cell, `${resource.name}.${field.name}`).toMatch(forms[field.type] ?? /$^/);
          if (field.constraints?.enum !== undefined) expect(field.constraints.enum).toContain(cell);
        }
      }
      const keys = [schema.primaryKey ?? []].flat().map((name) => header.indexOf(name));
      if (keys.length > 0) {
        const values = rows.map((row) => keys.map((at) => row[at]).join("\t"));
        expect(new Set(values).size, resource.name).toBe(values.length);
      }
    }
  });

  test("the data dictionary explains every column", () => {
    const page = readSite(siteOf(), "data/index.html");
    for (const { schema } of descriptor(siteOf()).resources) {
      if (typeof schema === "string") continue;
      for (const { name, description } of schema.fields) {
        expect(page).toContain(`<code>${name}</code>`);
        expect(page).toContain(description);
      }
    }
  });
});

test("issue 15 in long form and nested", () => {
  const [header = [], ...rows] = readCsv(readSite(example.output, "issues/2020/15/2020-15.csv"));
  const find = (...wanted: string[]): string | undefined =>
    rows.find((row) => wanted.every((each) => row.includes(each)))?.[header.indexOf("value")];
  expect(find("交办", "合计")).toBe("215");
  expect(find("交办", "零陵区")).toBe("32");
  expect(find("办结", "零陵区", "零陵")).toBe("27");
  expect(find("正在办理", "合计")).toBe("55");
  expect(find("办结率", "合计")).toBe("0.744186");
  expect(find("交办", "共有")).toBe("1");
  expect(find("办结", "共有")).toBeUndefined();
  expect(readSite(example.output, "data/counts.csv")).toBe(readSite(example.output, "issues/2020/15/2020-15.csv"));
  const json = JSON.parse(readSite(example.output, "issues/2020/15/2020-15.json")) as {
    measures: { name: string; total: number; asOf: string }[];
  };
  expect(json.measures.map(({ name, total }) => [name, total])).toContainEqual(["办结", 160]);
  expect(json.measures[0]?.asOf).toBe("2020-11-07");
});

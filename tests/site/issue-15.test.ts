/** Issue 15 end to end: the real bulletin that started this, verbatim on the page and in the PDF. */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { product, Sandbox } from "../support/cli.ts";
import { mainText, missingInOrder, pdfPages, withoutSpace } from "../support/text.ts";

const seed = withoutSpace(readFileSync(path.join(product, "tests/fixtures/issue-15.txt"), "utf8"));

describe("issue 15 as it was published", () => {
  const sandbox = new Sandbox();
  const file = (name: string): string => path.join(sandbox.output, name);
  beforeAll(async () => {
    const outcome = await sandbox.run("build");
    expect(outcome.stderr).toBe("");
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain("浏览器：");
  });
  afterAll(() => sandbox.dispose());

  test("the page and the PDF are where they are promised", () => {
    expect(existsSync(file("issues/2020/15/index.html"))).toBe(true);
    expect(existsSync(file("issues/2020/15/2020-15.pdf"))).toBe(true);
    expect(readFileSync(file("index.html"), "utf8")).toContain("issues/2020/15/");
  });

  test("the page's <main> contains every character of the bulletin, in order", () => {
    expect(missingInOrder(seed, withoutSpace(mainText(file("issues/2020/15/index.html"))))).toBeUndefined();
  });

  test("the PDF's text is the bulletin's text, nothing missing and nothing added", async () => {
    const pages = await pdfPages(file("issues/2020/15/2020-15.pdf"));
    expect(withoutSpace(pages.join("\n"))).toBe(seed);
    expect(pages.length).toBe(8);
  });
});

describe("one more case by telephone from 冷水滩区, in the data alone", () => {
  const sandbox = new Sandbox();
  beforeAll(async () => {
    sandbox.edit("content/issues/2020-15/counts.yaml", "冷水滩区: 56", "冷水滩区: 57");
    sandbox.edit("content/issues/2020-15/counts.yaml", "来电: 195", "来电: 196");
    const outcome = await sandbox.run("build");
    expect(outcome.code).toBe(0);
  });
  afterAll(() => sandbox.dispose());

  const changed = seed
    .replaceAll("215件", "216件")
    .replace("正在办理55件", "正在办理56件")
    .replace("冷水滩区56件", "冷水滩区57件")
    .replace("来电195件", "来电196件");

  test("changes the totals everywhere in the PDF", async () => {
    expect(changed).not.toBe(seed);
    expect(withoutSpace((await pdfPages(path.join(sandbox.output, "issues/2020/15/2020-15.pdf"))).join("\n"))).toBe(
      changed,
    );
  });

  test("changes them everywhere on the page", () => {
    const text = withoutSpace(mainText(path.join(sandbox.output, "issues/2020/15/index.html")));
    expect(missingInOrder(changed, text)).toBeUndefined();
    expect(text).not.toContain("215件");
  });
});

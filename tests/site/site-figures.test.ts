/** 数字说明: every figure on the page leads to where it comes from, and nothing internal is told there. */

import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cli, Sandbox } from "../support/cli.ts";
import { readSite, siteFiles } from "../support/site-files.ts";

const issue = "content/issues/2020-15";
const sandbox = new Sandbox();
/** An internal issue between two public ones, the last of which rests on its data. */
const secret = new Sandbox();
const page = "issues/2020/15/index.html";
const explained = "issues/2020/15/figures/index.html";

beforeAll(async () => {
  secret.edit(`${issue}/issue.yaml`, "期号: 15", "期号: 15\n内部: 是");
  mkdirSync(secret.path("content/issues/2020-16"));
  secret.write("content/issues/2020-16/issue.yaml", "期号: 16\n日期: 2020-11-09\n");
  secret.write(
    "content/issues/2020-16/counts.yaml",
    "交办:\n  截至: 2020-11-08\n  来源:\n    来电: 200\n    来信: 20\n",
  );
  secret.write(
    "content/issues/2020-16/01-情况.md",
    "---\n栏目: 信访件情况\n---\n\n累计{{交办}}件，新增{{交办.新增}}件。\n",
  );
  const outcomes = await Promise.all([sandbox.run("build"), secret.run("build")]);
  for (const outcome of outcomes) expect(outcome.code, outcome.stdout + outcome.stderr).toBe(0);
});
afterAll(() => {
  sandbox.dispose();
  secret.dispose();
});

describe("issue 15", () => {
  test("each figure is a link to an entry that shows the same number", () => {
    const html = readSite(sandbox.output, page);
    const entries = readSite(sandbox.output, explained);
    const links = [
      ...html.matchAll(/<a class="figure-link" href="figures\/index\.html#(n-\d+)"><data [^>]*>([^<]*)<\/data><\/a>/g),
    ];
    expect(links).toHaveLength(html.split('<data class="figure"').length - 1);
    expect(links).toHaveLength(57);
    expect(new Set(links.map(([, anchor]) => anchor)).size).toBe(57);
    for (const [, anchor = "", text = ""] of links) {
      const entry = new RegExp(`<li id="${anchor}">[\\s\\S]*?<strong>([^<]*)</strong>`).exec(entries)?.[1] ?? "";
      expect(entry.startsWith(text), `${anchor}: ${entry} for ${text}`).toBe(true);
    }
  });

  test("the words around a figure divide no number", () => {
    const entries = readSite(sandbox.output, explained);
    const published = readSite(sandbox.output, page).replaceAll(/<[^>]*>|\s/g, "");
    const contexts = [...entries.matchAll(/<p class="figure-context">([^<]*)<strong>([^<]*)<\/strong>([^<]*)<\/p>/g)];
    expect(contexts).toHaveLength(57);
    for (const [, before = "", text = "", after = ""] of contexts) {
      const words = (before + text + after).replaceAll("……", "");
      const edges = [/^\d/.test(words) ? "(?<!\\d)" : "", /\d$/.test(words) ? "(?!\\d)" : ""];
      const pattern = new RegExp(edges.join(words.replaceAll(/[()[\]]/g, "\\$&")));
      expect(pattern.test(published), words).toBe(true);
    }
  });

  test("the entries need no script and tell how a number comes about, down to the lines of the data", () => {
    const entries = readSite(sandbox.output, explained);
    expect(entries).not.toContain("<script");
    expect(entries).toContain("“正在办理”是 交办 215 − 办结 160，得55件。");
    expect(entries).toContain(`交办.单位.冷水滩区：56 <span class="figure-place">${issue}/counts.yaml:7</span>`);
    expect(readSite(sandbox.output, "sitemap.xml")).toContain("/issues/2020/15/figures/");
  });
});

test("what goes on record of such an issue tells no more than its page", async () => {
  const draft = readSite(secret.output, "issues/2020/16/edition.json");
  const own = JSON.parse(draft) as { text: { figures: readonly { text: string; name: string; value: string }[] } };
  expect(own.text.figures.map(({ text, name, value }) => [text, name, value])).toEqual([
    ["220", "交办", "220"],
    ["5", "", ""],
  ]);
  const { code, stdout } = await cli("publish", "--root", secret.root, "--from", secret.output, "--record");
  expect([code, stdout]).toEqual([0, expect.stringContaining("新登记 1 期（2020-16）")]);
  const records = siteFiles(secret.path("data/published"));
  expect(records).toEqual(["2020-16.yaml"]);
  for (const text of [draft, secret.read("data/published/2020-16.yaml")]) {
    expect(text).not.toContain("2020-15");
    expect(text).not.toContain("冷水滩");
    expect(text).not.toContain("新增.");
  }
  expect((await secret.run("check")).code).toBe(0);
});

test("a figure that rests on an internal issue's data shows none of it", () => {
  const entries = readSite(secret.output, "issues/2020/16/figures/index.html");
  expect(entries).toContain("这个数字用到没有公开的数据。");
  expect(entries).toContain("“交办”是各项相加：来电200＋来信20，得220件");
  expect(entries).not.toContain("2020-15");
  expect(entries).not.toContain("冷水滩");
  expect(entries).not.toContain("上期");
});

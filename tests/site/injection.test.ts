/** Titles, names of units and texts that look like HTML or like a template's code print as the text they are. */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Sandbox } from "../support/cli.ts";
import { pdfPages, withoutSpace } from "../support/text.ts";

const title = `<script>alert(1)</script>{% raw %}{# 注 #}\${1+1}"'><img src=x onerror=alert(1)>`;
const unit = "<b onclick=alert(1)>某某局";
const sandbox = new Sandbox();

beforeAll(async () => {
  const yaml = JSON.stringify(title);
  // In an article's text a tag is an error unless it is typed as text.
  sandbox.write(
    "content/issues/2020-15/06-标题.md",
    `---\n标题: ${yaml}\n副标题: ${yaml}\n栏目: 立行立改动态\n---\n\n正文\\<script>alert(2)\\</script>{% include "/etc/passwd" %}。\n`,
  );
  sandbox.write("data/units.yaml", sandbox.read("data/units.yaml").replaceAll("永州经济技术开发区", unit));
  const { code, stderr } = await sandbox.run("build", "--no-cache", "--quiet");
  expect(stderr).toBe("");
  expect(code).toBe(0);
});
afterAll(() => sandbox.dispose());

test("no page holds an element, an attribute or a script that an editor's text brought in", () => {
  const names = readdirSync(sandbox.output, { recursive: true, encoding: "utf8" });
  const pages = names.filter((name) => name.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(10);
  for (const name of pages) {
    const { document } = parseHTML(readFileSync(path.join(sandbox.output, name), "utf8"));
    const foreign = [...document.querySelectorAll("[onerror], [onclick], img[src=x]")];
    expect(foreign.map(String), name).toEqual([]);
    for (const script of document.querySelectorAll("script")) {
      // Data for search engines, which holds titles; no text may end it early.
      if (script.getAttribute("type") === "application/ld+json") JSON.parse(script.textContent);
      else expect(script.textContent.trim(), name).toBe("");
    }
  }
});

test("the title is on the page and in the PDF, character by character", async () => {
  const { document } = parseHTML(readFileSync(path.join(sandbox.output, "issues/2020/15/index.html"), "utf8"));
  expect(document.querySelector("main")?.textContent).toContain(title);
  const text = withoutSpace((await pdfPages(path.join(sandbox.output, "issues/2020/15/2020-15.pdf"))).join(""));
  expect(text).toContain(withoutSpace(title));
  expect(text).toContain(withoutSpace(`<script>alert(2)</script>{% include "/etc/passwd" %}`));
});

test("feed and data files are well formed all the same", () => {
  const feed = readdirSync(sandbox.output).find((name) => /atom|feed/.test(name));
  const xml = readFileSync(path.join(sandbox.output, feed ?? ""), "utf8");
  expect(xml).not.toContain("<script");
});

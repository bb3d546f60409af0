import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { roleSelectors, textByRole } from "../../../../src/output/pdf/layout/role-text.ts";

const css = readFileSync(path.resolve(import.meta.dirname, "../../../../layouts/assets/print.css"), "utf8").replace(
  /\/\*[\s\S]*?\*\//g,
  "",
);

test("every font that the style sheet sets is told, and nothing is told that it does not set", () => {
  const set = new Set<string>();
  for (const [, selectors = "", body = ""] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const role = /var\(--font-(\w+)\)/.exec(body)?.[1];
    if (role === undefined || selectors.includes("@")) continue;
    for (const selector of selectors.split(",")) {
      // The element that carries the font: the last compound; its element where it has no class, thead and tfoot for their cells.
      const compounds = selector.trim().split(/\s+/);
      const last = compounds.at(-1) ?? "";
      const bearer = /^(th|td)$/.test(last) ? (compounds.at(-2) ?? last) : last;
      if (bearer !== "html") set.add(`${role} ${bearer}`);
    }
  }
  expect([...set].sort()).toEqual(roleSelectors.map(([role, selector]) => `${role} ${selector}`).sort());
});

test("text goes to the role of its nearest element that has one", () => {
  const roles = textByRole(
    '<main><h1 class="names"><span>报头</span></h1><p class="number">第15期<br>甲</p><h3 class="headline">标题</h3>' +
      '<p>正文<data class="figure" value="1">1</data>&amp;</p><figure class="table"><figcaption>表题</figcaption>' +
      '<table><thead><tr><th scope="col">列</th></tr></thead><tbody><tr><td>格</td></tr></tbody></table></figure></main>',
  );
  const sorted = (text: string): string => [...text].sort().join("");
  expect(sorted(roles.xiaobiaosong)).toBe(sorted(" 报头标题"));
  expect(sorted(roles.fangsong)).toBe(sorted(" 第15期甲正文&格"));
  expect(sorted(roles.heiti)).toBe(sorted(" 列"));
  expect(sorted(roles.kaiti)).toBe(sorted(" 表题"));
  expect(sorted(roles.songti)).toBe(sorted(" —0123456789"));
});

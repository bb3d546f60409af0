import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { prepare } from "../../../../src/build/prepare.ts";
import { RoleText, roleSelectors } from "../../../../src/document/print-roles.ts";
import { fontRoles } from "../../../../src/model/bulletin.ts";
import { roleSlugs } from "../../../../src/output/pdf/font-role.ts";
import { pageCharacters } from "../../../../src/output/pdf/page-characters.ts";
import { renderPrintPage } from "../../../../src/output/pdf/print-page.ts";
import { readMarkup } from "../../../support/read-markup.ts";

const product = path.resolve(import.meta.dirname, "../../../..");
const css = readFileSync(path.join(product, "layouts/assets/print.css"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

test("every font that the style sheet sets is listed, and nothing is listed that it does not set", () => {
  const set = new Set<string>();
  for (const [, selectors = "", body = ""] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const role = fontRoles.find((name) => body.includes(`var(--font-${roleSlugs[name]})`));
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
  const text = new RoleText();
  text.putMarkup(
    readMarkup(
      '<p>正文<data class="figure" value="1">1</data>&amp;<br><strong>粗</strong></p><svg><text>图</text></svg><figure class="table">' +
        '<figcaption>表题</figcaption><table><thead><tr><th scope="col">列</th></tr></thead><tbody><tr><td>格 </td></tr></tbody></table></figure>',
    ),
  );
  expect(text.characters()).toEqual({ 仿宋: "正文1&图格", 黑体: "粗列", 楷体: "表题" });
});

const fixtures = ["briefings", "print"].flatMap((kind) => {
  const folder = path.join(product, "tests/fixtures", kind);
  return readdirSync(folder).map((name) => [name, path.join(folder, name)] as const);
});

test.each(fixtures)("%s: each face draws what its elements on the page show", (_, folder) => {
  for (const { view } of prepare(folder).issues) {
    const { document } = parseHTML(renderPrintPage(view));
    const shown = new Map(fontRoles.map((role) => [role, new Set(role === "宋体" ? " —0123456789" : " ")]));
    const walk = (node: Node, role: (typeof fontRoles)[number]): void => {
      if (node.nodeType === 3)
        for (const character of node.textContent ?? "") if (character > " ") shown.get(role)?.add(character);
      const own =
        node.nodeType === 1 ? roleSelectors.find(([, selector]) => (node as Element).matches(selector)) : undefined;
      const inner = fontRoles.find((each) => each === own?.[0]) ?? role;
      for (const child of node.childNodes) walk(child, inner);
    };
    walk(document.body, "仿宋");
    const sorted = (text: Iterable<string>): string => [...text].sort().join("");
    const given = pageCharacters(view);
    for (const role of fontRoles) expect(sorted(new Set(given[role])), role).toBe(sorted(shown.get(role) ?? []));
  }
});

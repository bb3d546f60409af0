import { expect, test } from "vitest";
import { written } from "../../../../src/base/text/markup.ts";
import { onScreen, steppedHeadings } from "../../../../src/output/web/on-screen.ts";
import { readMarkup } from "../../../support/read-markup.ts";

test.each([
  [3, '<h6 class="level-3">1.</h6><p>a</p><h6>2.</h6>', '<h3 class="level-3">1.</h3><p>a</p><h3>2.</h3>'],
  [4, "<h4>一、</h4><h6>1.</h6><h5>（一）</h5><h4>二、</h4>", "<h4>一、</h4><h5>1.</h5><h5>（一）</h5><h4>二、</h4>"],
  [
    4,
    "<h5>（一）</h5><h6>1.</h6><h4>二、</h4><h5>（一）</h5>",
    "<h4>（一）</h4><h5>1.</h5><h4>二、</h4><h5>（一）</h5>",
  ],
  [3, "<hr><p>h4</p>", "<hr><p>h4</p>"],
])("from h%i: %s", (first, html, stepped) => {
  expect(written(steppedHeadings(readMarkup(html), first))).toBe(stepped);
});

test("tables and charts can be moved by keyboard, pictures need not be", () => {
  const html = '<figure class="table short"></figure><figure class="picture"></figure>';
  expect(written(onScreen(readMarkup(html), { titleLines: [] }))).toBe(html.replace("<figure", '<figure tabindex="0"'));
});

import { describe, expect, test } from "vitest";
import { written } from "../../../src/base/text/markup.ts";
import { unbroken as unbrokenMarkup } from "../../../src/document/unbroken.ts";
import { readMarkup } from "../../support/read-markup.ts";

const unbroken = (html: string): string => written(unbrokenMarkup(readMarkup(html)));
const text = (html: string): string => html.replace(/<[^>]*>/g, "");
const whole = (html: string): string[] =>
  [...unbroken(html).matchAll(/<span class="whole">(.*?)<\/span>/g)].map((match) => text(match[1] ?? ""));

describe("text whose numbers hold together", () => {
  test.each([
    ["<p>共215件，已办结160件</p>", ["215件", "160件"]],
    ["<p>投入5.5亿元，占92%</p>", ["5.5亿元", "92%"]],
    ["<p>11月8日，D1YZ202000131重点信访件</p>", ["11月8日", "D1YZ202000131"]],
    ["<p>今年1至10月——全市</p>", ["10月", "——"]],
    ["<p>按HJ/T91.1-2019、GB16297—1996执行</p>", ["HJ/T91.1-2019", "GB16297—1996"]],
  ])("%s", (html, expected) => {
    expect(whole(html)).toEqual(expected);
  });

  test("wraps a computed number together with its measure word", () => {
    const html = `<p>冷水滩区<data class="figure" value="56">56</data>件、零陵区</p>`;
    expect(unbroken(html)).toBe(
      `<p>冷水滩区<span class="whole"><data class="figure" value="56">56</data>件</span>、零陵区</p>`,
    );
  });

  test("divides an address behind its signs, and a long part of it anywhere, but no number beside it", () => {
    const html = "<p>登录https://www.a.gov.cn/2020/x?id=12&amp;b=<strong>abcdefghij</strong>/查询12件</p>";
    expect(unbroken(html)).toBe(
      "<p>登录https://<wbr>www.<wbr>a.<wbr>gov.<wbr>cn/<wbr>2020/<wbr>x?<wbr>id=<wbr>12&amp;<wbr>b=<strong><wbr>" +
        'a<wbr>b<wbr>c<wbr>d<wbr>e<wbr>f<wbr>g<wbr>h<wbr>i<wbr>j</strong>/查询<span class="whole">12件</span></p>',
    );
    expect(unbroken("<p>发至bgs@a-b.gov.cn，15日前</p>")).toBe(
      '<p>发至bgs@<wbr>a-<wbr>b.<wbr>gov.<wbr>cn，<span class="whole">15日</span>前</p>',
    );
  });

  test("does not cross the edge of a paragraph or of half an element, and changes no text", () => {
    expect(whole("<p>共56</p><p>件</p>")).toEqual(["56"]);
    const html = `<p>已<strong>办结5</strong>6件 &amp; “12&lt;3”</p>`;
    expect(text(unbroken(html))).toBe(text(html));
    expect(unbroken(html)).not.toMatch(/<strong>[^<]*<span[^>]*>[^<]*<\/strong>/);
  });

  test("keeps a date whole in what is centred, whose lines are ragged, and there alone", () => {
    const html = "<p>在2020年11月6日</p>";
    expect(whole(`<div class="centred">${html}</div>`)).toEqual(["2020年11月6日"]);
    expect(whole(`<div class="centred"><div>${html}</div>${html}</div>${html}`)).toEqual([
      "2020年11月6日",
      "2020年11月6日",
      "2020年",
      "11月6日",
    ]);
    const computed = '<div class="centred"><p>截至<data class="figure">2020年11月6日</data>止</p></div>';
    expect(whole(computed)).toEqual(["2020年11月6日"]);
    expect(text(unbroken(computed))).toBe(text(computed));
  });

  test("puts no HTML into a drawing", () => {
    const html = '<figure><svg><text x="1">办结 44件</text></svg><p>共215件</p></figure>';
    expect(unbroken(html)).toBe(html.replace("215件", '<span class="whole">215件</span>'));
  });
});

import { expect, test } from "vitest";
import { inserted } from "../../../../src/base/text/insertion.ts";
import { element, emptyElement, textMarkup, written } from "../../../../src/base/text/markup.ts";

test("texts and attributes are escaped when they are written, drawings stay as they are", () => {
  const drawing = { kind: "drawing", svg: "<svg/>", words: "图" } as const;
  const markup = element("p", { class: "a", title: '"<&>"', lang: undefined }, "1 < 2 & 3", [
    emptyElement("br"),
    drawing,
  ]);
  expect(written(markup)).toBe('<p class="a" title="&quot;&lt;&amp;&gt;&quot;">1 &lt; 2 &amp; 3<br><svg/></p>');
});

test("insertions come before a character, in their own order where they meet, and change no text", () => {
  const markup = [textMarkup("甲乙"), ...element("b", {}, "丙")];
  const mark = (tag: string) => emptyElement(tag);
  const made = inserted(markup, [
    { at: { part: 4, offset: 0 }, part: mark("end") },
    { at: { part: 0, offset: 1 }, part: mark("one") },
    { at: { part: 0, offset: 1 }, part: mark("two") },
    { at: { part: 2, offset: 0 }, part: mark("in") },
    { at: { part: 0, offset: 0 }, part: mark("start") },
  ]);
  expect(written(made)).toBe("<start>甲<one><two>乙<b><in>丙</b><end>");
});

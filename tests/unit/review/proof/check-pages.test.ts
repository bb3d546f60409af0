import { expect, test } from "vitest";
import type { CheckRow } from "../../../../src/review/proof/check-list.ts";
import { checkPages } from "../../../../src/review/proof/check-pages.ts";

const row = (state: CheckRow["state"], byHand: boolean): CheckRow => ({
  position: 1,
  page: 1,
  line: 2,
  place: "1页2行",
  contents: undefined,
  before: "共",
  text: "3件",
  after: "。",
  origin: "手写",
  state,
  ruled: false,
  byHand,
});

test("the table says what is left to a person, and keeps each mark with its meaning", () => {
  const rows = [row("typed-unchecked", true), row("not-a-count", true), row("computed", false)];
  const html = checkPages({
    title: "第1期",
    groups: [{ title: "报头", rows }],
    warnings: [],
    waived: [],
    pictures: [],
  });
  expect(html).toContain("共 3 处");
  expect(html).toMatch(/只能由人核对的 2 处（手写的日期、编号，没有数据可对的数，没有规则管到的数）/);
  expect(html).toContain('<span class="legend">— 已由数据或规则核对。</span>');
});

import { expect, test } from "vitest";
import { isTotalName } from "../../../../src/base/text/total-name.ts";

test.each(
  "合计/总计/共计/小计/总数/总件数/合 计/合　计/合计（件）/总计数/合计件数/各单位合计/全市合计/累计/总量/累计总数".split(
    "/",
  ),
)("%s is a sum", (name) => {
  expect(isTotalName(name)).toBe(true);
});

test.each([
  "市统计局",
  "审计局",
  "设计院",
  "计生委",
  "共和县",
  "一共同镇",
  "其他",
  "来电",
  "总工会",
  "合水县",
  "全州县",
])("%s is a name", (name) => {
  expect(isTotalName(name)).toBe(false);
});

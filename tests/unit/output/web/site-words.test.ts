/** Small pure parts of the site's views. */

import Fraction from "fraction.js";
import { describe, expect, test } from "vitest";
import { Registry } from "../../../../src/model/registry.ts";
import { constantFigure } from "../../../../src/compute/tally/figure.ts";
import { publicAddress, toRoot, unitPage } from "../../../../src/model/addresses.ts";
import { changeOf, figureText, sizeText } from "../../../../src/output/web/figure-text.ts";
import { UnitNames } from "../../../../src/model/naming.ts";
import { dataBlock } from "../../../../src/output/web/page-head.ts";
import { uuid } from "../../../../src/output/feed/uuid.ts";

const figure = (value: string | number, measureWord = "件", percent?: number) =>
  constantFigure({ name: "交办", measureWord, asOf: undefined, percent }, new Fraction(value));

test("figures: exact where they end, percentages as customary, else two decimals", () => {
  expect(figureText(figure(215))).toBe("215");
  expect(figureText(figure("5.5"))).toBe("5.5");
  expect(figureText(figure("160/215", "", 1))).toBe("74.4%");
  expect(figureText(figure("1/3", ""))).toBe("0.33");
  // Rounding makes nothing whole, and nothing of something.
  expect(figureText(figure("2499/2500", "", 1))).toBe("99.96%");
  expect(figureText(figure("1/2501", "", 1))).toBe("0.04%");
  expect(figureText(figure(1, "", 1))).toBe("100.0%");
});

test.each([
  [figure(215), figure(200), "比第14期增加15件", "up"],
  [figure(55), figure(60), "比第14期减少5件", "down"],
  [figure(55), figure(55), "与第14期持平", "same"],
  [figure("0.744", "", 1), figure("0.72", "", 1), "比第14期上升2.4个百分点", "up"],
  [figure("0.7442", "", 1), figure("0.7440", "", 1), "与第14期持平", "same"],
  // Printed as 99.96% behind 99.9%.
  [figure("0.9996", "", 1), figure("0.999", "", 1), "比第14期上升0.06个百分点", "up"],
])("changes: %#", (now, before, text, direction) => {
  expect(changeOf(now, before, "第14期")).toEqual({ text, direction });
});

test("sizes", () => {
  expect([300, 172_600, 1_240_000].map(sizeText)).toEqual(["1 KB", "173 KB", "1.2 MB"]);
});

describe("names of units in a text", () => {
  const member = (fullName: string, shortName: string, order: number, aliases: string[] = []) => ({
    fullName,
    shortName,
    aliases,
    kind: undefined,
    order,
  });
  const names = new UnitNames(
    new Registry([
      member("零陵区", "零陵", 0),
      member("江华瑶族自治县", "江华", 1, ["江华县"]),
      member("市生态环境局", "市环境局", 2),
      member("市生态环境局零陵分局", "零陵分局", 3),
    ]),
  );
  test.each([
    ["零陵全力以赴", ["零陵区"]],
    ["江华县和零陵区", ["江华瑶族自治县", "零陵区"]],
    ["市生态环境局零陵分局查处", ["市生态环境局零陵分局"]],
    ["全市", []],
  ])("%s", (text, found) => {
    expect([...names.in(text)].map((unit) => unit.fullName)).toEqual(found);
  });
});

test("addresses", () => {
  expect(toRoot("units/零陵区/index.html")).toBe("../../");
  expect(toRoot("index.html")).toBe("");
  expect(publicAddress("https://a.example/b", "index.html")).toBe("https://a.example/b/");
  expect(publicAddress("https://a.example/b/", "units/零陵区/index.html")).toBe(
    "https://a.example/b/units/%E9%9B%B6%E9%99%B5%E5%8C%BA/",
  );
  expect(unitPage({ fullName: "甲/乙 局?#", shortName: "甲", aliases: [], kind: undefined, order: 0 })).toBe(
    "units/甲-乙-局--/index.html",
  );
});

test("data in a page cannot end its element", () => {
  expect(dataBlock({ a: "</script><b>" })).toBe('{"a":"\\u003c/script>\\u003cb>"}');
});

test("identifiers of the feed stay the same for ever", () => {
  expect(uuid("issues/2020/15/")).toBe(uuid("issues/2020/15/"));
  expect(uuid("issues/2020/15/")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

import { expect, test } from "vitest";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { PRIVACY_RULES } from "../../../../src/check/privacy/catalogue.ts";
import { checkPrivacy, checkPrivacyText } from "../../../../src/check/privacy/check.ts";
import { personal } from "../proofread/reading.ts";

const allow = ["（0746）8127713", "yzshbdc@163.com", "张三"];

test.each([
  "（0746）8127713",
  "0746-8127713",
  "(0746) 812 7713",
  "电话：8127713",
  "+86-746-8127713",
  "０７４６－８１２７７１３",
])("knows an allowed telephone as %s", (text) => {
  expect(personal(text)).not.toEqual([]);
  expect(personal(text, { allow })).toEqual([]);
});

test("allows nothing that only looks like it", () => {
  expect(personal("0731-8127713、xyzshbdc@163.com", { allow })).toHaveLength(2);
});

test("allows a mailbox and a name", () => {
  expect(personal("邮箱：YZSHBDC@163.com，当事人张三。", { allow })).toEqual([]);
});

test("obeys the levels", () => {
  const levels = { "private-mobile": "off", "private-title": "error" } as const;
  expect(personal("张女士投诉，电话13812345678。", { levels })).toEqual(["1 private-title"]);
});

test("reads the front matter and comments of an article too, and a range of a file alone", () => {
  const source = new SourceText("a.md", "---\n摘要: 电话13812345678\n---\n正文。\n<!-- 13912345678 -->\n");
  expect(checkPrivacy({ source }).map(({ place }) => [place.line, place.column])).toEqual([
    [2, 7],
    [5, 6],
  ]);
  expect(checkPrivacyText(source, 0, 4)).toEqual([]);
});

test("tells what it found without repeating it", () => {
  const source = new SourceText("a.yaml", "13812345678，湘M12345，举报人：张三丰，家住阳光小区3栋2单元501室");
  expect(checkPrivacyText(source, 0, source.text.length).map(({ message }) => message)).toEqual([
    "疑似手机号码：138****5678",
    "疑似车牌号码：湘M****5",
    "疑似群众姓名：张**",
    "疑似门牌住址：3栋***",
  ]);
});

test("shows in the table an example that the rule itself reports, and its mended form that no rule reports", () => {
  for (const { id, example } of PRIVACY_RULES) {
    expect(personal(example.wrong).map((found) => found.replace(/^\d+ /, ""))).toContain(id);
    expect(personal(example.right)).toEqual([]);
  }
});

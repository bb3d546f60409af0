/** 网址、邮箱 in a sentence: where they begin and end is the same for whoever counts, proofreads, mends or sets them. */

import { expect, test } from "vitest";
import { mailAddress, webAddress } from "../../../../src/base/text/web-address.ts";

const pattern = new RegExp(`${webAddress}|${mailAddress}`, "gi");

test.each<[string, readonly string[]]>([
  ["登录https://www.a.gov.cn/2020/x?id=12&b=1共35件", ["https://www.a.gov.cn/2020/x?id=12&b=1"]],
  ["see www.a.gov.cn/12. 35件", ["www.a.gov.cn/12"]],
  ["下载FTP://a.cn/b(1)/", ["FTP://a.cn/b(1)/"]],
  ["发至bgs.2@a-b.gov.cn，15日前", ["bgs.2@a-b.gov.cn"]],
  ["35件@全体人员，第12期", []],
])("%s", (text, expected) => {
  expect(text.match(pattern) ?? []).toEqual(expected);
});

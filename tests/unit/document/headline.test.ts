import { describe, expect, test } from "vitest";
import { cells } from "../../../src/base/text/cells.ts";
import { headlineLines, inOneLine, shapeCost } from "../../../src/document/headline.ts";

describe("a headline", () => {
  test.each([
    [
      "刘卫华深入蓝山开展省环保督察“回头看”通报典型案例现场督办整改工作",
      ["刘卫华深入蓝山开展省环保督察“回头看”", "通报典型案例现场督办整改工作"],
    ],
    [
      "市委常委会召开会议研究部署中央生态环境保护督察反馈问题整改落实工作",
      ["市委常委会召开会议研究部署中央", "生态环境保护督察反馈问题整改落实工作"],
    ],
    ["冷水滩区集中开展餐饮油烟噪声扰民问题专项整治行动", ["冷水滩区集中开展餐饮油烟", "噪声扰民问题专项整治行动"]],
    [
      "市领导小组召开第三次全体会议强调坚决扛起政治责任以钉钉子精神推动突出生态环境问题整改到位确保群众满意",
      ["市领导小组召开第三次全体会议强调", "坚决扛起政治责任以钉钉子精神推动", "突出生态环境问题整改到位确保群众满意"],
    ],
  ])("is broken where the sense allows: %s", (title, lines) => {
    expect(headlineLines([title], 20)).toEqual(lines);
  });

  test("stays in one line where it fits, and keeps the editor's own lines", () => {
    expect(headlineLines(["来自省第五生态环境保护督察组的感谢信"], 20)).toEqual([
      "来自省第五生态环境保护督察组的感谢信",
    ]);
    expect(headlineLines(["零陵全力以赴", "打赢污染防治攻坚战"], 20)).toEqual(["零陵全力以赴", "打赢污染防治攻坚战"]);
  });

  test.each(["祁阳县委书记现场督办D1YZ202000131号重点信访件整改", "我市215件信访件已办结160件正在办理55件有序推进"])(
    "never divides a number with what it counts, or a case number: %s",
    (title) => {
      for (const line of headlineLines([title], 20)) {
        expect(line).not.toMatch(/^(?:件|号|\d)/);
        expect(line).not.toMatch(/\d$/);
      }
    },
  );

  test("never divides a short quotation or a name it is told", () => {
    const title = "全市各级各部门深入开展督察“回头看”立行立改工作情况综述";
    expect(headlineLines([title], 20).some((line) => line.includes("“回头看”"))).toBe(true);
    const lines = headlineLines(["回龙圩管理区扎实开展农村人居环境综合整治工作纪实"], 14, ["回龙圩管理区"]);
    expect(lines[0]).toMatch(/^回龙圩管理区/);
  });

  test.each(["全市生态环境保护督察整改工作推进会议在市政府召开了会", "关于进一步做好当前督察整改工作的通知和有关要求"])(
    "leaves no line of one or two characters and none that is too wide: %s",
    (title) => {
      const widths = headlineLines([title], 20).map(cells);
      expect(Math.min(...widths)).toBeGreaterThanOrEqual(3);
      expect(Math.max(...widths)).toBeLessThanOrEqual(20);
    },
  );

  test("breaks even a text without any word when it must, and loses nothing", () => {
    const title = `${"A1".repeat(60)}号`;
    const lines = headlineLines([title], 20);
    expect(lines.join("")).toBe(title);
    expect(Math.max(...lines.map(cells))).toBeLessThanOrEqual(20);
  });

  test("prefers trapezoid and diamond to an hourglass", () => {
    expect(shapeCost([12, 16, 12])).toBeLessThan(shapeCost([16, 12, 16]));
    expect(shapeCost([12, 14, 16])).toBeLessThan(shapeCost([16, 12, 14]));
  });
});

describe("a headline in one line", () => {
  test.each([
    [
      ["刘卫华深入蓝山开展省环保督察“回头看”", "通报典型案例现场督办"],
      "刘卫华深入蓝山开展省环保督察“回头看”　通报典型案例现场督办",
    ],
    [["关于进一步做好信访件办理工作的", "通知"], "关于进一步做好信访件办理工作的通知"],
    [["学习贯彻《条例》", "、《办法》情况"], "学习贯彻《条例》、《办法》情况"],
    [["来自督察组的感谢信"], "来自督察组的感谢信"],
    [[], ""],
  ])("%j", (lines, expected) => {
    expect(inOneLine(lines)).toBe(expected);
  });
});

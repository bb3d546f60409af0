import { describe, expect, test } from "vitest";
import { mastheadLayout } from "../../../src/document/masthead-layout.ts";
import type { MastheadText } from "../../../src/document/masthead-layout.ts";
import { sheetOf } from "../../../src/document/sheet.ts";

const issue15: MastheadText = {
  scope: "永州市配合省生态环境保护督察“回头看”",
  name: "工作简报",
  issuer: "配合省生态环境保护督察“回头看”协调联络领导小组",
  date: "2020年11月8日",
};
const layout = (text: Partial<MastheadText>) =>
  mastheadLayout({ ...issue15, ...text }, sheetOf({ profile: "gb33476" }));

describe("the masthead", () => {
  test("of issue 15: sizes, rows, and the line of the grid on which the core starts", () => {
    expect(layout({})).toMatchObject({
      scopeLines: ["永州市配合省生态环境保护督察“回头看”"],
      scopeSize: 23,
      nameSize: 48,
      issuerRows: ["配合省生态环境保护督察“回头看”", "协调联络领导小组"],
      dateBelow: false,
      lines: 12,
    });
  });

  test("spreads a short name over 55 to 75 per cent of the measure", () => {
    for (const name of ["简报", "工作简报", "督察简报", "整改工作简报"]) {
      const { nameSize, nameSpacing } = layout({ name });
      const width = name.length * nameSize + (name.length - 1) * nameSpacing;
      expect(width / 442.2).toBeGreaterThan(0.55);
      expect(width / 442.2).toBeLessThan(0.75);
    }
  });

  test("makes a long name smaller, and breaks a scope that would go below 20 pt", () => {
    expect(layout({ scope: undefined, name: "生态环境保护督察工作简报" }).nameSize).toBe(36.5);
    const { scopeLines, scopeSize } = layout({ scope: "青河市中央生态环境保护督察反馈问题整改工作领导小组" });
    expect(scopeLines).toHaveLength(2);
    expect(scopeSize).toBeGreaterThanOrEqual(20);
  });

  test("puts unit and date in one row where both fit, else breaks the unit, else gives the date its own row", () => {
    expect(layout({ issuer: "青河市督察整改办公室" })).toMatchObject({
      issuerRows: ["青河市督察整改办公室"],
      dateBelow: false,
    });
    // 18 + 1 + 7 cells fill a row of 26.
    expect(layout({ issuer: "青河市生态环境保护督察整改工作办公室", date: "2020年11月18日" }).issuerRows).toHaveLength(
      1,
    );
    expect(
      layout({ issuer: "青河市生态环境保护督察整改工作办公室二", date: "2020年11月18日" }).issuerRows,
    ).toHaveLength(2);
    expect(layout({ issuer: "青".repeat(50) })).toMatchObject({ dateBelow: true });
  });

  test("starts the core on a whole line, about two blank lines below the rule", () => {
    const one = layout({ issuer: "青河市督察整改办公室" });
    expect(layout({}).lines - one.lines).toBe(1);
    expect(mastheadLayout(issue15, sheetOf({ profile: "word" })).lines).toBeGreaterThanOrEqual(12);
  });
});

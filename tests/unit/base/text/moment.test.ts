import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareMoments,
  dayNumber,
  isoDate,
  isoMoment,
  momentForms,
  readMoment,
} from "../../../../src/base/text/moment.ts";
import type { Moment } from "../../../../src/base/text/moment.ts";

function moment(text: string): Moment {
  const reading = readMoment(text);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.moment;
}

describe("reading dates", () => {
  test.each([
    ["2020-11-07", "2020-11-07"],
    ["2020年11月7日", "2020-11-07"],
    ["2020/11/7", "2020-11-07"],
    ["2020.11.7", "2020-11-07"],
    ["2018-11-27 18时", "2018-11-27T18:00"],
    ["2018年11月27日18时30分", "2018-11-27T18:30"],
    ["2018-11-27T18:30", "2018-11-27T18:30"],
    ["2018-11-27 8:05", "2018-11-27T08:05"],
    ["2018-11-27 24时", "2018-11-27T24:00"],
  ])("%s", (typed, iso) => expect(isoMoment(moment(typed))).toBe(iso));

  test.each([
    ["2020-02-30", "2020 年 2 月只有 29 天"],
    ["2020-13-01", "没有 13 月"],
    ["2020-11-07 25时", "钟点不存在"],
    ["2020-11-07 24:30", "钟点不存在"],
    ["2020-11-07 18:60", "钟点不存在"],
    ["２０２０-11-07", "全角"],
    ["11月7日", "不是日期"],
    ["昨天", "不是日期"],
  ])("%s is refused: %s", (typed, reason) => {
    const reading = readMoment(typed);
    expect(reading.ok ? "" : reading.reason).toContain(reason);
  });

  test("a date's ISO form reads back as the same date", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40000 }), (days) => {
        const date = new Date(days * 86_400_000);
        const iso = date.toISOString().slice(0, 10);
        expect(isoDate(moment(iso))).toBe(iso);
        expect(dayNumber(moment(iso))).toBe(days);
      }),
    );
  });
});

describe("order", () => {
  test("a date without an hour is the end of its day", () => {
    expect(compareMoments(moment("2020-11-07"), moment("2020-11-07 18时"))).toBeGreaterThan(0);
    expect(compareMoments(moment("2020-11-07"), moment("2020-11-07 24时"))).toBe(0);
    expect(compareMoments(moment("2020-11-07"), moment("2020-11-08 0时"))).toBe(0);
    expect(compareMoments(moment("2020-11-07 23:59"), moment("2020-11-08"))).toBeLessThan(0);
  });
});

describe("writing dates", () => {
  const day = moment("2020-11-07");
  const hour = moment("2018-11-27 18时");
  const minute = moment("2018-11-05 8:05");
  test.each([
    ["年月日", "2020年11月7日", "2018年11月27日", "2018年11月5日"],
    ["年月日时", "2020年11月7日", "2018年11月27日18时", "2018年11月5日8时5分"],
    ["月日", "11月7日", "11月27日", "11月5日"],
    ["月日时", "11月7日", "11月27日18时", "11月5日8时5分"],
    ["月日钟点", "11月7日", "11月27日18:00", "11月5日8:05"],
    ["日", "7日", "27日", "5日"],
    ["日时", "7日", "27日18时", "5日8时5分"],
    ["时", "24时", "18时", "8时5分"],
    ["钟点", "24:00", "18:00", "8:05"],
    ["年月", "2020年11月", "2018年11月", "2018年11月"],
    ["月", "11月", "11月", "11月"],
    ["年", "2020年", "2018年", "2018年"],
    ["旬", "11月上旬", "11月下旬", "11月上旬"],
    ["年月旬", "2020年11月上旬", "2018年11月下旬", "2018年11月上旬"],
    ["季度", "第四季度", "第四季度", "第四季度"],
    ["年季度", "2020年第四季度", "2018年第四季度", "2018年第四季度"],
    ["半年", "下半年", "下半年", "下半年"],
    ["汉字日期", "二〇二〇年十一月七日", "二〇一八年十一月二十七日", "二〇一八年十一月五日"],
    ["汉字月日", "十一月七日", "十一月二十七日", "十一月五日"],
    ["星期", "星期六", "星期二", "星期一"],
    ["横线日期", "2020-11-07", "2018-11-27", "2018-11-05"],
  ] as const)("%s", (form, plain, withHour, withMinute) => {
    expect(momentForms[form](day)).toBe(plain);
    expect(momentForms[form](hour)).toBe(withHour);
    expect(momentForms[form](minute)).toBe(withMinute);
  });

  test("every form is tested above", () => expect(Object.keys(momentForms)).toHaveLength(21));
});

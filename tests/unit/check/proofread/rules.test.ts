import { describe, expect, test } from "vitest";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { copyRules } from "../../../../src/check/catalogue.ts";
import { applyFixes, proofread } from "../../../../src/check/proofread/index.ts";
import { articleOf, read } from "./reading.ts";

/** Rule → rows of: text with `^` before each place expected, and the text mended (as typed where the rule mends nothing). */
const SLIPS: Readonly<Record<string, readonly (readonly [string, string?])[]>> = {
  "half-width-mark": [
    ["据统计^,共{{交办}}件。", "据统计，共{{交办}}件。"],
    ["问题^:整改不到位^;责任不落实。", "问题：整改不到位；责任不落实。"],
    ["是否属实^?属实^!", "是否属实？属实！"],
    ["共8件^, 其中2件重要件。", "共8件，其中2件重要件。"],
    ["企业^(含个体户)共3家。", "企业（含个体户）共3家。"],
    ["责令甲公司 ^(Hunan Huaxing Co., Ltd.)整改。", "责令甲公司（Hunan Huaxing Co., Ltd.）整改。"],
    ["该县^(区)、市（州^)均已完成。", "该县（区）、市（州）均已完成。"],
    ["印发《关于^<水污染防治法>的通知》。", "印发《关于〈水污染防治法〉的通知》。"],
    ["作者^( 赵某 )。", "作者（赵某）。"],
    ["已完成整改^.", "已完成整改。"],
    ["COD^:达标。", "COD：达标。"],
    ["*整改*^,**完成**。", "*整改*，**完成**。"],
  ],
  "straight-quote": [
    ['整治^"散乱污^"企业。', "整治“散乱污”企业。"],
    ["开展^'百日攻坚^'行动。", "开展‘百日攻坚’行动。"],
    ['整治^"散乱污企业。'],
  ],
  "han-space": [
    ["截至^ 11 月 7 日。", "截至11月7日。"],
    ["共{{交办}}^ 件。", "共{{交办}}件。"],
    ["采用^ AutoCAD 制图。", "采用AutoCAD制图。"],
    ["优良率98.9%^ 以上。", "优良率98.9%以上。"],
    ["共^\u300012件。", "共12件。"],
    ["市政府办公室^  2020年11月11日", "市政府办公室\u30002020年11月11日"],
    ["市政府办公室^\u3000\u30002020年11月11日", "市政府办公室\u30002020年11月11日"],
    ["市政府办公室\u30002020年11月11日"],
    ["局办公室^  215件"],
    ["截至^ 11月7日  共 215 件。", "截至11月7日  共215件。"],
  ],
  "number-space": [
    ["比例为^6 2.5%。"],
    ["投资^1 200万元，惠及约^3, 000人。"],
    ["面积^12 .5亩。"],
    ["共^1\u00a0234件。"],
  ],
  "space-at-mark": [
    ["立行立改^ ，确保实效。", "立行立改，确保实效。"],
    ["“^ 回头看”督察。", "“回头看”督察。"],
    ["（含2件^ ）属实。", "（含2件）属实。"],
  ],
  "unpaired-mark": [
    ["依据^《水污染防治法第十二条。"],
    ["责令整改^（含2件（家）。"],
    ["零环责改^〔2020］76号已下达^”。"],
    ["省^（督察组^》交办。"],
    ["配合省“回头看^“督察。"],
    ["配合省^”回头看”督察。"],
    ["^【立行立改动态"],
  ],
  "nested-mark": [
    ["会议强调：“抓好^“夏季攻势”行动，做到真改。”", "会议强调：“抓好‘夏季攻势’行动，做到真改。”"],
    ["印发《关于贯彻^《条例》的通知》。", "印发《关于贯彻〈条例〉的通知》。"],
  ],
  "repeated-mark": [
    ["高度重视^，，积极部署^。。", "高度重视，积极部署。"],
    ["高度重视^、，积极部署。"],
    ["全部办结^。，"],
  ],
  "leading-mark": [["^，确保整改到位。"], ["^”督察组要求立行立改。"]],
  "missing-final-mark": [
    ["我市高度重视，积极部署，成立工作专^班"],
    ["我市高度重视，积极部署。各县区迅速行^动"],
    ["我市高度重视，积极部署。各县区（含经开区^）"],
    ["我市高度重视，积极部署，成立工作专班^，"],
    ["我市高度重视，积极部署。已办结{{办结}}件^{{交办.共有 | 列出 | 有则: ，另有}}"],
    ["- 我市高度重视。各县区迅速行^动"],
  ],
  ellipsis: [
    ["扬尘、噪声^...逐一销号。", "扬尘、噪声……逐一销号。"],
    ["扬尘、噪声^。。。", "扬尘、噪声……"],
    ["扬尘、噪声^…逐一销号。", "扬尘、噪声……逐一销号。"],
  ],
  dash: [
    ["一个目标^--让群众满意。", "一个目标——让群众满意。"],
    ["一个目标^—那就是让群众满意。", "一个目标——那就是让群众满意。"],
    ["一个目标，^—让群众满意。", "一个目标，——让群众满意。"],
    ["一个目标^———让群众满意。", "一个目标——让群众满意。"],
    ["一个目标^－－让群众满意。", "一个目标——让群众满意。"],
    ["长沙^－永州高速公路。"],
  ],
  "middle-dot": [
    ["“12^・13”专案。", "“12·13”专案。"],
    ["阿卜杜拉^•买买提发言。", "阿卜杜拉·买买提发言。"],
  ],
  "document-number-bracket": [
    ["下达零环责改^[2020]76号。", "下达零环责改〔2020〕76号。"],
    ["下达永环发^（2020）12号文件。", "下达永环发〔2020〕12号文件。"],
    ["下达永环发^【2020】第12号文件。", "下达永环发〔2020〕第12号文件。"],
    ["下达永环发^［2020］12号文件。", "下达永环发〔2020〕12号文件。"],
  ],
  "ordinal-mark": [
    ["一、^，提高认识", "一、提高认识"],
    ["1^、加强领导。", "1.加强领导。"],
    ["主要做法：1^、领导带头；2^、部门联动。", "主要做法：1.领导带头；2.部门联动。"],
    ["（一）^、压实责任", "（一）压实责任"],
    ["工作有三：（1）^、督查；（2）^、整改。", "工作有三：（1）督查；（2）整改。"],
  ],
  "full-width-character": [
    ["共^２１５件，占^１２．５％。", "共215件，占12.5%。"],
    ["^ＣＯＤ达标。", "COD达标。"],
  ],
  "leading-zero": [
    ["2020年^09月^05日办结。", "2020年9月5日办结。"],
    ["印发第^05期、第^003批。", "印发第5期、第3批。"],
  ],
  "number-range": [
    ["1^-9月出动900人次。", "1—9月出动900人次。"],
    ["公布第2^-17批。", "公布第2—17批。"],
    ["费用约30^-50万元。", "费用约30～50万元。"],
    ["降低10^~15%。", "降低10～15%。"],
    ["9:00^-11:30值守。", "9:00—11:30值守。"],
    ["11月1日^-7日开展。", "11月1日—7日开展。"],
  ],
  "impossible-date": [
    ["^2月30日办结。"],
    ["^13月启动。"],
    ["^2021年2月29日办结。"],
    ["于^2020-02-30交办。"],
    ["^2020年11月31日。"],
  ],
  "incomplete-date": [["预计^11月10出结果。"], ["于^11月10前完成。"]],
  "look-alike": [
    ["^⻓江流域^⺠生整治，^⻄河两岸^⻋辆乱停。", "长江流域民生整治，西河两岸车辆乱停。"],
    ["^⼯作^⽅案、^\uF907^\uF902辆。^\u{2F80F}", "工作方案、龜車辆。兔"],
    ["第^㇐批。", "第一批。"],
    // A part of a character that no font has: nobody can tell which was meant.
    ["^⻊某^⺀。"],
    ["编号^ﬁle，共^𝟏件。", "编号file，共1件。"],
    // Cyrillic and Greek letters among Latin ones and digits.
    ["^Р^М2.5浓度、C^ОD、Ⅲ类水质、μg、α系数。", "PM2.5浓度、COD、Ⅲ类水质、μg、α系数。"],
    // Recognition of scanned pages.
    ["施^エ现场第^ニ批，^ハ月。卡拉OK、コンニチハ。", "施工现场第二批，八月。卡拉OK、コンニチハ。"],
    ["第^ー批。"],
    // Compatibility ideographs that are characters of their own.
    ["\uFA0E\uFA0F\uFA11。"],
  ],
  "zero-width": [["立行^\uFE0F立改^\u3164办结^\u{E0100}。", "立行立改办结。"]],
  "until-word": [
    ["^截止11月7日，共转办215件。", "截至11月7日，共转办215件。"],
    ["^截止{{交办.截至}}，共{{交办}}件。", "截至{{交办.截至}}，共{{交办}}件。"],
    ["^截止目前，全部办结。", "截至目前，全部办结。"],
    ["^截止至11月7日。", "截至11月7日。"],
  ],
};

const rows = Object.entries(SLIPS).flatMap(([rule, slips]) =>
  slips.map(([marked, mended]) => ({ rule, marked, mended })),
);

describe("copy-editing rules", () => {
  test.each(rows)("$rule: $marked", ({ rule, marked, mended }) => {
    const text = marked.replaceAll("^", "");
    const places = [...marked.matchAll(/\^/g)].map(
      (match, index) => `1:${[...marked.slice(0, match.index - index)].length + 1} ${rule}`,
    );
    expect(read(text).filter((found) => found.endsWith(rule))).toEqual(places);
    const source = new SourceText("a.md", text);
    const problems = proofread(articleOf(source.text)).filter(({ code }) => code === rule);
    expect(applyFixes(source, problems).text).toBe(mended ?? text);
  });

  test("has a row for every rule over prose", () => {
    const tested = new Set([...Object.keys(SLIPS), "term"]);
    const prose = copyRules.filter(({ id, level }) => level === "warning" && !id.startsWith("private-"));
    expect(prose.map(({ id }) => id).filter((id) => !tested.has(id))).toEqual([]);
  });

  test("shows in the table an example that the rule itself reports and mends", () => {
    for (const { id, example, level, fixable } of copyRules) {
      if (id.startsWith("private-") || id === "term") continue;
      const source = new SourceText("a.md", example.wrong);
      const problems = proofread(articleOf(source.text));
      expect([id, problems.find(({ code }) => code === id)?.severity]).toEqual([id, level]);
      if (fixable) expect(applyFixes(source, problems).text).toBe(example.right);
      expect(read(example.right).filter((found) => found.endsWith(` ${id}`))).toEqual([]);
    }
  });

  test("obeys the levels", () => {
    const levels = { "half-width-mark": "off", "until-word": "error" } as const;
    const problems = proofread(articleOf("截止11月7日,共2件。"), { levels });
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["until-word", "error"]]);
  });

  test("reads titles in the front matter, quoted or not", () => {
    const text = '---\n标题: "督察组,感谢信"\n---\n';
    const problems = proofread(articleOf(text, text.length, [[8, 17]]));
    expect(problems.map(({ code, place }) => [code, place.line, place.column])).toEqual([["half-width-mark", 2, 9]]);
  });

  test("leaves what stands between braces alone, though one is missing", () => {
    expect(read("共{{交办.单位.零陵区}件，全部办结。")).toEqual([]);
    expect(read("共{{交办.单位.零陵区件，其中,2件办结。")).toEqual(["1:17 half-width-mark"]);
  });

  test("counts columns in characters and lines over CRLF", () => {
    expect(read("𠮷某办结。\r\n\r\n𠮷某,办结。\r\n")).toEqual(["3:3 half-width-mark"]);
  });

  test("reports hidden characters anywhere in the file as errors", () => {
    const text = "---\n标题: 感谢\u200B信\n---\n\n共\u202E215件\u0000，王\uE000、⼯作。\n";
    const problems = proofread(articleOf(text, text.indexOf("---\n", 4) + 4));
    expect(problems.map(({ code, severity, place }) => `${place.line}:${place.column} ${severity} ${code}`)).toEqual([
      "2:7 error zero-width",
      "5:2 error bidi-control",
      "5:7 error control-character",
      "5:10 error custom-character",
      "5:12 error look-alike",
    ]);
  });
});

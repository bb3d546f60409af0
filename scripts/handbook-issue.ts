/** Issue 16 of the handbook: what an editor types into the files made by `npm run new`. */

/** New counts since issue 15. */
const more: Readonly<Record<string, number>> = {
  "交办 冷水滩区": 2,
  "交办 零陵区": 1,
  "交办 大气污染": 3,
  "交办 来电": 3,
  "办结 冷水滩": 5,
  "办结 零陵": 3,
};

/** Adds to the last issue's numbers, which are given in the comments. */
export function countsText(text: string): string {
  let measure = "";
  return text
    .split("\n")
    .map((line) => {
      measure = /^(\S+):/.exec(line)?.[1] ?? measure;
      const [, lead = "", name = "", before] = /^(\s+(?:- )?)([^\s:]+):\s+# 上期 (\d+)/.exec(line) ?? [];
      return before === undefined
        ? line
        : `${lead}${name}: ${Number(before) + (more[`${measure} ${name}`] ?? 0)}    # 上期 ${before}`;
    })
    .join("\n");
}

export const articleText = `---
标题: 祁阳县集中整治扬尘污染
栏目: 立行立改动态
供稿: 祁阳县
---

11月10日，祁阳县对县城建筑工地和渣土运输开展集中整治，现场督促施工单位落实围挡、喷淋、覆盖等措施，对道路加密清扫和洒水。

县里要求各责任单位举一反三，对照群众反映的问题逐项排查，能马上改的马上改，一时改不了的列出清单、限期销号。

截至{{办结.截至 | 月日}}，全市已办结信访件{{办结}}件，办结率{{办结率}}。
`;

export const caseText = `---
栏目: 重点信访件办理情况
---

### 1. D1YZ202000131重点信访件

责任单位已制定复绿方案，矿山边坡的覆土和播种正在进行，由县自然资源部门逐日调度。
`;

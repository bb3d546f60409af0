/** Mistakes in issue.yaml and in the front matter of articles. */

import type { Mistake } from "./mistake.ts";

export const frontMistakes: readonly Mistake[] = [
  {
    what: "a field missing",
    make: (m) => m.write("issue.yaml", "期号: " + m.number + "\n"),
    told: ["issue.yaml:1:1 错误：缺少“日期” [missing-key]"],
    advice: "请加一行“日期: …”。",
  },
  {
    what: "a field misspelt",
    make: (m) => m.write("issue.yaml", "期号: " + m.number + "\n日其: 2020-11-08\n"),
    told: ["issue.yaml:2:1 错误：不认识“日其”这一项 [unknown-key]"],
    advice:
      "是不是想写“日期”？这里可以写：期号、日期、年份、总期号、密级、编号、内部、仅数据、报头、编发单位、联系、报、送、发、印数、目录、更正、隐私放行。",
  },
  {
    what: "a day that does not exist",
    make: (m) => m.write("issue.yaml", "期号: " + m.number + "\n日期: 2020-02-30\n"),
    told: ["issue.yaml:2:5 错误：日期“2020-02-30”不存在：2020 年 2 月只有 29 天 [invalid-date]"],
    advice: "日期写作 2020-11-07 或 2020年11月7日，可以带钟点，如 2020-11-07 18时。",
  },
  {
    what: "a date in full-width digits",
    make: (m) => m.write("issue.yaml", "期号: " + m.number + "\n日期: ２０２０年１１月８日\n"),
    told: ["issue.yaml:2:5 错误：日期“２０２０年１１月８日”里有全角数字或全角符号 [fullwidth-digit]"],
    advice: "请写成“2020年11月8日”。",
  },
  {
    what: "a date that is none",
    make: (m) => m.write("issue.yaml", "期号: " + m.number + "\n日期: 十一月八日\n"),
    told: ["issue.yaml:2:5 错误：“十一月八日”不是日期 [invalid-date]"],
    advice: "日期写作 2020-11-07 或 2020年11月7日，可以带钟点，如 2020-11-07 18时。",
  },
  {
    what: "the issue's number in words",
    make: (m) => m.write("issue.yaml", "期号: 十五\n日期: 2020-11-08\n"),
    told: ["issue.yaml:1:5 错误：“期号”用了汉字数字“十五” [numeral-in-words]"],
    advice: "请改成阿拉伯数字，如“期号: 15”。",
  },
  {
    what: "a choice that is not offered",
    make: (m) => m.write("issue.yaml", "期号: " + m.number + "\n日期: 2020-11-08\n内部: 是的\n"),
    told: ["issue.yaml:3:5 错误：“内部”不能是“是的” [invalid-choice]"],
    advice: "只能写：是、否。",
  },
  {
    what: "an empty file",
    make: (m) => m.write("issue.yaml", ""),
    told: ["issue.yaml:1:1 错误：文件是空的 [empty-value]"],
    advice: "请写上内容，每行“名称: 内容”。",
  },
  {
    what: "the file gone",
    make: (m) => m.remove("issue.yaml"),
    told: ["issue.yaml:1:1 错误：没有这个文件 [missing-file]"],
    advice: "每期都要有 issue.yaml，写明“期号: 15”和“日期: 2020-11-08”。",
  },
  {
    what: "no front matter",
    make: (m) => m.write("03-零陵污染防治攻坚.md", "正文。\n"),
    told: ["03-零陵污染防治攻坚.md:1:1 错误：文件没有文首（开头的 --- 与 --- 之间） [front-matter]"],
    advice:
      "文件开头要有两行 ---，中间写“标题: …”“栏目: …”，例如：--- / 标题: 零陵区打响污染防治攻坚战 / 栏目: 立行立改动态 / ---",
  },
  {
    what: "front matter that is not closed",
    make: (m) => m.write("03-零陵污染防治攻坚.md", "---\n标题: 某事\n栏目: 立行立改动态\n\n正文。\n"),
    told: ["03-零陵污染防治攻坚.md:1:1 错误：文首没有结束：少了第二行 --- [front-matter]"],
    advice:
      "文件开头要有两行 ---，中间写“标题: …”“栏目: …”，例如：--- / 标题: 零陵区打响污染防治攻坚战 / 栏目: 立行立改动态 / ---",
  },
  {
    what: "full-width dashes for its fence",
    make: (m) => m.write("03-零陵污染防治攻坚.md", "－－－\n标题: 某事\n栏目: 立行立改动态\n－－－\n\n正文。\n"),
    told: [
      "03-零陵污染防治攻坚.md:1:1 错误：文首的分隔线应是三个英文减号“---”，这里写的是“－－－” [front-matter]",
      "03-零陵污染防治攻坚.md:4:1 错误：文首的分隔线应是三个英文减号“---”，这里写的是“－－－” [front-matter]",
    ],
    advice:
      "文件开头要有两行 ---，中间写“标题: …”“栏目: …”，例如：--- / 标题: 零陵区打响污染防治攻坚战 / 栏目: 立行立改动态 / ---",
  },
  {
    what: "a list for its lines",
    make: (m) => m.write("03-零陵污染防治攻坚.md", "---\n- 信访件情况\n---\n\n正文。\n"),
    told: ["03-零陵污染防治攻坚.md:2:1 错误：文件应当是几行“名称: 内容”，这里是一列 [not-a-mapping]"],
    advice: "请在下一行缩进两个空格，写“名称: 内容”（英文冒号加空格）。",
  },
  {
    what: "no column",
    make: (m) => m.write("03-零陵污染防治攻坚.md", "---\n标题: 某事\n---\n\n正文。\n"),
    told: ["03-零陵污染防治攻坚.md:2:1 错误：缺少“栏目” [missing-key]"],
    advice: "请加一行“栏目: …”。",
  },
  {
    what: "another word for 标题",
    make: (m) => m.write("03-零陵污染防治攻坚.md", "---\n题目: 某事\n栏目: 立行立改动态\n---\n\n正文。\n"),
    told: ["03-零陵污染防治攻坚.md:2:1 错误：不认识“题目”这一项 [unknown-key]"],
    advice: "是不是想写“标题”？这里可以写：标题、栏目、副标题、供稿、作者、按语。",
  },
  {
    what: "a full-width colon in it",
    make: (m) => m.write("03-零陵污染防治攻坚.md", "---\n标题：某事\n栏目: 立行立改动态\n---\n\n正文。\n"),
    told: ["03-零陵污染防治攻坚.md:2:3 错误：“标题”后面用了全角冒号“：” [fullwidth-colon]"],
    advice: "请改成英文冒号加一个空格，如“标题: 某事”。",
  },
  {
    what: "a headline cut off by a comment sign",
    make: (m) =>
      m.write("03-零陵污染防治攻坚.md", "---\n标题: 关于“河长制” #1 落实情况\n栏目: 立行立改动态\n---\n\n正文。\n"),
    told: ["03-零陵污染防治攻坚.md:2:13 错误：“#1 落实情况”前面有空格和 #，会被当作说明，印不出来 [cut-by-comment]"],
    advice: '内容里有 # 的，请把整个内容用英文引号 " " 括起来。',
  },
  {
    what: "a headline in full-width quotes with a colon",
    make: (m) =>
      m.write("03-零陵污染防治攻坚.md", "---\n标题: “河长制”: 落实情况\n栏目: 立行立改动态\n---\n\n正文。\n"),
    told: [
      "03-零陵污染防治攻坚.md:2:5 错误：用全角引号括住内容，YAML 不认 [fullwidth-quote]",
      "03-零陵污染防治攻坚.md:2:10 提醒：汉字旁用了半角标点“:” [half-width-mark]",
    ],
    advice: '内容里有英文冒号或 # 的，请用英文引号 " " 括起来。',
  },
  {
    what: "the headline of a new article left standing",
    make: (m) => m.write("03-零陵污染防治攻坚.md", "---\n标题: 在这里写标题\n栏目: 立行立改动态\n---\n\n正文。\n"),
    told: ["03-零陵污染防治攻坚.md:2:5 错误：标题还是“在这里写标题” [unfinished-stub]"],
    advice: "请写好这篇稿件；这一期没有这个栏目的稿件，就删去这个文件。",
  },
  {
    what: "a column one sign off",
    make: (m) => m.edit("03-零陵污染防治攻坚.md", "栏目: 立行立改动态", "栏目: 立行立改动太"),
    told: ["03-零陵污染防治攻坚.md:3:5 提醒：栏目“立行立改动太”以前没有用过 [strange-column]"],
    advice: "是不是想写“立行立改动态”？确是新栏目的，可以不管，或写进 data/bulletin.yaml 的“栏目”。",
  },
  {
    what: "an empty article file",
    make: (m) => m.write("03-零陵污染防治攻坚.md", ""),
    told: ["03-零陵污染防治攻坚.md:1:1 错误：文件没有文首（开头的 --- 与 --- 之间） [front-matter]"],
    advice:
      "文件开头要有两行 ---，中间写“标题: …”“栏目: …”，例如：--- / 标题: 零陵区打响污染防治攻坚战 / 栏目: 立行立改动态 / ---",
  },
];

/** Mistakes in counts.yaml. */

import type { Mistake } from "./mistake.ts";

export const countsMistakes: readonly Mistake[] = [
  {
    what: "a value, a name and a batch in one file, each wrong in its own way",
    make: (m) => {
      m.edit("counts.yaml", "冷水滩区: 56", "冷水滩区: 56件");
      m.edit("counts.yaml", "东安县: 25", "东安镇: 25");
      m.edit("counts.yaml", "祁阳县: 24", "祁阳县: 1e2");
      m.edit("counts.yaml", "道县: 18", "道县: 2万");
    },
    told: [
      "counts.yaml:7:11 错误：“冷水滩区”只写数字，不带量词，这里写的是“56件” [number-with-unit]",
      "counts.yaml:9:5 错误：登记表里没有“东安镇”这个单位 [unknown-member]",
      "counts.yaml:10:10 错误：“祁阳县”的数字“1e2”写法不对 [not-a-number]",
      "counts.yaml:11:9 错误：“道县”只写数字，不带量词，这里写的是“2万” [number-with-unit]",
    ],
    advice: "请改成“冷水滩区: 56”。",
  },
  {
    what: "an open quotation with a wrong value above and below it",
    make: (m) => {
      m.edit("counts.yaml", "冷水滩区: 56", "冷水滩区: 56件");
      m.edit("counts.yaml", "    道县: 18", '    道县: "18');
      m.edit("counts.yaml", "来信: 20", "来信: 二十");
    },
    told: [
      "counts.yaml:7:11 错误：“冷水滩区”只写数字，不带量词，这里写的是“56件” [number-with-unit]",
      "counts.yaml:11:9 错误：引号或括号没有成对 [yaml-syntax]",
      "counts.yaml:34:9 错误：“来信”用了汉字数字“二十” [numeral-in-words]",
    ],
    advice: "请改成“冷水滩区: 56”。",
  },
  {
    what: "a key without its colon",
    make: (m) => m.edit("counts.yaml", "  类别:", "  类别"),
    told: ["counts.yaml:25:5 错误：“类别”后面少了冒号 [missing-colon]"],
    advice: "请加上英文冒号，写成“类别:”。",
  },
  {
    what: "a dash in front of a name",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    - 道县: 18"),
    told: ["counts.yaml:11:5 错误：这一行前面多了“- ” [list-dash]"],
    advice: "这里是“名称: 内容”的几行，前面不写减号；请删去。",
  },
  {
    what: "a quote that is not closed",
    make: (m) => m.edit("counts.yaml", "    道县: 18", '    道县: "18'),
    told: ["counts.yaml:11:9 错误：引号或括号没有成对 [yaml-syntax]"],
    advice: "请补上另一半引号或括号（英文的）。",
  },
  {
    what: "a bracket that is not closed",
    make: (m) => m.edit("counts.yaml", "[冷水滩, 零陵, 经开区]\n      件数", "[冷水滩, 零陵, 经开区\n      件数"),
    told: ["counts.yaml:23:11 错误：引号或括号没有成对 [yaml-syntax]"],
    advice: "请补上另一半引号或括号（英文的）。",
  },
  {
    what: "a full-width colon",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县：18"),
    told: ["counts.yaml:11:7 错误：“道县”后面用了全角冒号“：” [fullwidth-colon]"],
    advice: "请改成英文冒号加一个空格，如“道县: 18”。",
  },
  {
    what: "full-width digits",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县: １８"),
    told: ["counts.yaml:11:9 错误：“道县”用了全角数字“１８” [fullwidth-digit]"],
    advice: "请改成半角数字“18”。",
  },
  {
    what: "full-width spaces as indent",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "　　道县: 18"),
    told: ["counts.yaml:11:1 错误：行首用了全角空格缩进 [fullwidth-space]"],
    advice: "请删去全角空格，改用英文（半角）空格，每层两个。",
  },
  {
    what: "a full-width space behind the colon",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县:　18"),
    told: ["counts.yaml:11:8 错误：“道县:”的冒号后面是全角空格 [fullwidth-space]"],
    advice: "请改成英文（半角）空格，如“道县: 18”。",
  },
  {
    what: "full-width quotes round a number",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县: “18”"),
    told: ["counts.yaml:11:9 错误：“道县”的数字加了引号 [quoted-number]"],
    advice: "请去掉引号，写成“道县: 18”。",
  },
  {
    what: "a full-width comma between names",
    make: (m) => m.edit("counts.yaml", "[冷水滩, 零陵, 经开区]\n      件数", "[冷水滩，零陵，经开区]\n      件数"),
    told: ["counts.yaml:23:12 错误：“冷水滩，零陵，经开区”中间用了全角逗号“，” [fullwidth-comma]"],
    advice: "请改成英文逗号加一个空格，如“[冷水滩, 零陵, 经开区]”。",
  },
  {
    what: "a full-width comment sign",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县: 18  ＃ 上期 17"),
    told: ["counts.yaml:11:13 错误：说明前面用了全角的“＃” [fullwidth-comment]"],
    advice: "请改成英文的 #，前面空一格。",
  },
  {
    what: "a full-width dash before an item",
    make: (m) =>
      m.edit(
        "counts.yaml",
        "    - 单位: [冷水滩, 零陵, 经开区]\n      件数",
        "    － 单位: [冷水滩, 零陵, 经开区]\n      件数",
      ),
    told: ["counts.yaml:23:5 错误：列表项前用了全角横线“－” [fullwidth-dash]"],
    advice: "请改成英文减号加一个空格，如“- 冷水滩区”。",
  },
  {
    what: "a tab as indent",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "\t道县: 18"),
    told: ["counts.yaml:11:1 错误：行首用了制表符（Tab）缩进 [tab-indent]"],
    advice: "请改用空格，每层两个。",
  },
  {
    what: "a line out of alignment",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "   道县: 18"),
    told: ["counts.yaml:11:4 错误：行首空格不齐：这一行空了 3 格，应当空 4 格 [indentation]"],
    advice: "请改成 4 个空格，与“冷水滩区”那一行左边对齐。",
  },
  {
    what: "a heading of lines out of alignment",
    make: (m) => m.edit("counts.yaml", "  类别:", "   类别:"),
    told: ["counts.yaml:25:4 错误：行首空格不齐：这一行空了 3 格，应当空 2 格 [indentation]"],
    advice: "请改成 2 个空格，与“截至”那一行左边对齐。",
  },
  {
    what: "no space behind the colon",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县:18"),
    told: ["counts.yaml:11:8 错误：“道县:”的冒号后少了空格 [colon-space]"],
    advice: "请在英文冒号后加一个空格，如“道县: 18”。",
  },
  {
    what: "a unit written twice",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县: 18\n    道县: 18"),
    told: ["counts.yaml:12:5 错误：“道县”写了两次，前一次在第 11 行 [yaml-syntax]"],
    advice: "请删去多余的一行。",
  },
  {
    what: "one unit under two names",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    冷水滩: 18"),
    told: ["counts.yaml:11:5 错误：“冷水滩”与上面的“冷水滩区”是同一个单位，写了两次 [member-twice]"],
    advice: "请合并成一行。",
  },
  {
    what: "a number with its measure word",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县: 18件"),
    told: ["counts.yaml:11:9 错误：“道县”只写数字，不带量词，这里写的是“18件” [number-with-unit]"],
    advice: "请改成“道县: 18”。",
  },
  {
    what: "a negative number",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县: -18"),
    told: ["counts.yaml:11:9 错误：“道县”不能小于 0，这里是 -18 [negative-number]"],
    advice: "请核对原始数据；可以小于 0 的指标，在 data/tallies.yaml 里写“可为负: 是”。",
  },
  {
    what: "a fraction",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县: 1.8"),
    told: ["counts.yaml:11:9 错误：“道县”只能是整数，这里是 1.8 [fractional-number]"],
    advice: "件数是数出来的，不能有小数；请核对原始数据。",
  },
  {
    what: "thousands set off",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县: 1,800"),
    told: ["counts.yaml:11:9 错误：“道县”的数字里有千分号“1,800” [grouped-number]"],
    advice: "请写成“道县: 1800”。",
  },
  {
    what: "a number in words",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县: 五十六"),
    told: ["counts.yaml:11:9 错误：“道县”用了汉字数字“五十六” [numeral-in-words]"],
    advice: "请改成阿拉伯数字，如“道县: 56”。",
  },
  {
    what: "a number in quotes",
    make: (m) => m.edit("counts.yaml", "    道县: 18", '    道县: "18"'),
    told: ["counts.yaml:11:9 错误：“道县”的数字加了引号 [quoted-number]"],
    advice: "请去掉引号，写成“道县: 18”。",
  },
  {
    what: "no number",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县:"),
    told: ["counts.yaml:11:8 错误：“道县”后面没有数字 [empty-value]"],
    advice: "请写成“道县: 数字”；没有的写 0，或者删去这一行。",
  },
  {
    what: "a number typed behind the sign of a comment",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县:    # 上期 17，本期 18"),
    told: ["counts.yaml:11:12 错误：“道县”后面没有数字 [empty-value]"],
    advice:
      "“#”后面的都是说明，不算数；数字写在“#”前面：“道县: 数字    # 上期 17，本期 18”。没有的写 0，或者删去这一行。",
  },
  {
    what: "no blank before the sign of a comment",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县: 18# 上期 17"),
    told: ["counts.yaml:11:9 错误：“道县”的数字后面，“#”前面要空一格，这里写的是“18#” [comment-space]"],
    advice: "请写成“道县: 18    # 上期 17”。",
  },
  {
    what: "a full-width sign of a comment, no blank before it, and a measure word",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县: 18件＃ 上期 17"),
    told: ["counts.yaml:11:9 错误：“道县”的数字后面，“#”前面要空一格，这里写的是“18件#” [comment-space]"],
    advice: "请写成“道县: 18    # 上期 17”。",
  },
  {
    what: "a total at the foot of the units",
    make: (m) => m.edit("counts.yaml", "    市住建局: 1\n", "    市住建局: 1\n    合计: 215\n"),
    told: ["counts.yaml:22:5 错误：“合计”不是单位：合计由程序计算，不写在这一列里 [stray-total]"],
    advice: "请删去这一行；要程序核对这个总数的，写到上一层“交办”下面：“合计: 215”，与“单位:”左边对齐。",
  },
  {
    what: "a total at the foot of the sources, spaced out, with a measure word",
    make: (m) => m.edit("counts.yaml", "    来信: 20\n", "    来信: 20\n    总 计: ２１５件\n"),
    told: ["counts.yaml:35:5 错误：“总 计”不是来源：合计由程序计算，不写在这一列里 [stray-total]"],
    advice: "请删去这一行；要程序核对这个总数的，写到上一层“交办”下面：“合计: 215”，与“来源:”左边对齐。",
  },
  {
    what: "a total at the foot of categories that overlap",
    make: (m) => m.edit("counts.yaml", "    土壤: 4\n", "    土壤: 4\n    小计: 317\n"),
    told: ["counts.yaml:32:5 错误：“小计”不是类别：合计由程序计算，不写在这一列里 [stray-total]"],
    advice: "请删去这一行；一件可以算进几个类别，各项加起来本来就可以超过总件数。",
  },
  {
    what: "a total at the foot of the units beside a stated one",
    make: (m) => {
      m.edit("counts.yaml", "  批次: 1-15\n", "  批次: 1-15\n  合计: 215\n");
      m.edit("counts.yaml", "    市住建局: 1\n", "    市住建局: 1\n    总件数:\n");
    },
    told: ["counts.yaml:23:5 错误：“总件数”不是单位：合计由程序计算，不写在这一列里 [stray-total]"],
    advice: "请删去这一行；“交办”下面已经写了合计（第 6 行）。",
  },
  {
    what: "a total under another name, where it belongs",
    make: (m) => m.edit("counts.yaml", "  批次: 1-15\n", "  批次: 1-15\n  总 件数: 215\n"),
    told: ["counts.yaml:6:3 错误：不认识“总 件数”这一项 [unknown-key]"],
    advice:
      "是不是想写“合计”？这里可以写：台账、截至、起始、批次、重新累计、合计、单位、类别、来源、单位×类别、单位×来源、类别×单位、类别×来源、来源×单位、来源×类别、共有、共有计法。",
  },
  {
    what: "a total on the level of the measures",
    make: (m) => m.edit("counts.yaml", "    来信: 20\n", "    来信: 20\n合计: 215\n"),
    told: ["counts.yaml:35:1 错误：“合计”没有写在哪一项的下面 [stray-total]"],
    advice: "合计由程序计算，请删去这一行；要程序核对总数的，写到那一项（如“交办”）下面：“合计: 215”，行首空两格。",
  },
  {
    what: "a total among the units of a joint case",
    make: (m) =>
      m.edit("counts.yaml", "[冷水滩, 零陵, 经开区]\n      件数", "[冷水滩, 零陵, 经开区, 合计]\n      件数"),
    told: ["counts.yaml:23:26 错误：“合计”不是单位：合计由程序计算，不写在这一列里 [stray-total]"],
    advice: "请删去它。",
  },
  {
    what: "a word in place of a number",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县: 若干"),
    told: ["counts.yaml:11:9 错误：“道县”应当是数字，这里写的是“若干” [not-a-number]"],
    advice: "请写成“道县: 数字”，只写半角数字。",
  },
  {
    what: "a whole list left blank",
    make: (m) =>
      m.edit(
        "counts.yaml",
        "    大气污染: 115\n    水污染: 92\n    噪声污染: 79\n    生态破坏: 18\n",
        "    大气污染:\n    水污染:\n    噪声污染:\n    生态破坏:\n",
      ),
    told: ["counts.yaml:26:5 错误：“类别”下面有 4 项还没有填数字（第 26—29 行） [empty-value]"],
    advice: "请在冒号和空格后面、“#”前面写上数字；没有的写 0，或者删去那一行。",
  },
  {
    what: "a unit that nobody registered",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道州市: 18"),
    told: ["counts.yaml:11:5 错误：登记表里没有“道州市”这个单位 [unknown-member]"],
    advice:
      "新的单位请先登记：在 data/units.yaml 第 19 行后面加一行“- 道州市”（左边与上一行对齐），有简称的写“- { 全称: …, 简称: … }”。",
  },
  {
    what: "a unit misspelt",
    make: (m) => m.edit("counts.yaml", "冷水滩区: 56", "冷水摊区: 56"),
    told: ["counts.yaml:7:5 错误：登记表里没有“冷水摊区”这个单位 [unknown-member]"],
    advice:
      "是不是想写“冷水滩区”？新的单位请先登记：在 data/units.yaml 第 19 行后面加一行“- 冷水摊区”（左边与上一行对齐），有简称的写“- { 全称: …, 简称: … }”。",
  },
  {
    what: "a category misspelt",
    make: (m) => m.edit("counts.yaml", "水污染: 92", "氺污染: 92"),
    told: ["counts.yaml:27:5 错误：登记表里没有“氺污染”这个类别 [unknown-member]"],
    advice:
      "是不是想写“水污染”？新的类别请先登记：在 data/categories.yaml 第 13 行后面加一行“- 氺污染”（左边与上一行对齐），有简称的写“- { 全称: …, 简称: … }”。",
  },
  {
    what: "a total that its parts do not come to",
    make: (m) => m.edit("counts.yaml", "  批次: 1-15", "  批次: 1-15\n  合计: 216"),
    told: ["counts.yaml:6:7 错误：“交办”合计是216件，按单位分各项之和（加上共有的）是215件，多1件 [breakdown-sum]"],
    advice: "看来写错的是“合计”（第 6 行，215件才对得上）。请对照原始材料逐项核对。",
  },
  {
    what: "two breakdowns that differ",
    make: (m) => m.edit("counts.yaml", "来电: 195", "来电: 196"),
    told: [
      "counts.yaml:32:3 错误：“交办”按来源分各项之和是216件，按单位分各项之和（加上共有的）是215件，多1件 [breakdown-sum]",
    ],
    advice: "请对照原始材料逐项核对。",
  },
  {
    what: "more done than received",
    make: (m) => m.edit("counts.yaml", "    蓝山: 3\n", "    蓝山: 5\n"),
    told: ["counts.yaml:63:9 错误：“蓝山”的办结是5件，比它的交办4件还多 [member-exceeds-whole]"],
    advice: "请核对“办结”和“交办”里的这一项。",
  },
  {
    what: "a computed measure typed",
    make: (m) => m.edit("counts.yaml", "重点件:\n", "正在办理: 55\n\n重点件:\n"),
    told: ["counts.yaml:36:1 错误：“正在办理”是算出来的（交办 - 办结），不能填写 [computed-measure]"],
    advice: "请删去这一项，它会自动算出。",
  },
  {
    what: "a measure that is none",
    make: (m) => m.edit("counts.yaml", "重点件:\n", "重点案件:\n"),
    told: ["counts.yaml:36:1 错误：不认识“重点案件”这一项 [unknown-key]"],
    advice: "是不是想写“重点件”？这里可以写：台账、交办、重点件、办结、免检。",
  },
  {
    what: "the 45th of the 13th month",
    make: (m) => m.edit("counts.yaml", "办结:\n  截至: 2020-11-08", "办结:\n  截至: 2020年13月45日"),
    told: ["counts.yaml:53:7 错误：日期“2020年13月45日”不存在：没有 13 月 [invalid-date]"],
    advice: "日期写作 2020-11-07 或 2020年11月7日，可以带钟点，如 2020-11-07 18时。",
  },
  {
    what: "batches that run backwards",
    make: (m) => m.edit("counts.yaml", "批次: 1-15", "批次: 15-1"),
    told: ["counts.yaml:5:7 错误：批次“15-1”看不懂 [batches]"],
    advice: "一批写 15 或 第十五批，几批写 1-15。",
  },
  {
    what: "a joint case of one unit",
    make: (m) =>
      m.edit("counts.yaml", "    - 单位: [冷水滩, 零陵, 经开区]\n      件数: 1", "    - 单位: [冷水滩]\n      件数: 1"),
    told: ["counts.yaml:23:7 错误：共有件要写明两个以上的单位 [joint-units]"],
    advice: "写“单位: [冷水滩, 零陵]”；不写明单位时写“单位数: 2”。",
  },
  {
    what: "a joint case done by a unit that has no part in it",
    make: (m) => m.edit("counts.yaml", "已完成: [冷水滩, 零陵]", "已完成: [冷水滩, 道县]"),
    told: ["counts.yaml:70:12 错误：“道县”不在这件共有件的单位里 [joint-completed]"],
    advice: "“已完成”只能写上面列出的单位。",
  },
  {
    what: "an anchor and its alias",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县: &a 18\n    回龙圩: *a"),
    told: [
      "counts.yaml:11:12 错误：不能用 & 和 *（YAML 的锚点与别名） [yaml-alias]",
      "counts.yaml:12:10 错误：不能用 & 和 *（YAML 的锚点与别名） [yaml-alias]",
    ],
    advice: "请把内容写全；文字本身以 & 或 * 开头时，用英文引号括起来。",
  },
  {
    what: "nesting without end",
    make: (m) => m.edit("counts.yaml", "    道县: 18", "    道县: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["),
    told: ["counts.yaml:23:11 错误：层次太深（超过 32 层） [yaml-too-deep]"],
    advice: "数据最多三四层，请检查括号和缩进。",
  },
  {
    what: "a check set aside that is none",
    make: (m) => m.edit("counts.yaml", "重点件:\n", "免检:\n  - 规则: breakdown-summ\n    原因: 已核\n\n重点件:\n"),
    told: ["counts.yaml:37:5 提醒：“免检”里的“breakdown-summ”不是核对规则的编号 [waiver-unknown]"],
    advice: "是不是想写“breakdown-sum”？",
  },
  {
    what: "a check set aside without saying where",
    make: (m) => {
      m.edit("counts.yaml", "    道县: 18", "    道县: 19");
      m.edit("counts.yaml", "交办:\n", "免检: [{ 规则: breakdown-sum, 原因: 已核 }]\n交办:\n");
    },
    told: [
      "counts.yaml:3:6 错误：“免检”里的“breakdown-sum”（分项之和）没有写明放过哪一处 [waiver-incomplete]",
      "counts.yaml:33:3 错误：“交办”按来源分各项之和是215件，按单位分各项之和（加上共有的）是216件，少1件 [breakdown-sum]",
    ],
    advice:
      "一条免检只放过一处。现在查出的如下，请核对，把确实要放过的照写：\n  - 规则: breakdown-sum\n    问题: “交办”按来源分各项之和是215件，按单位分各项之和（加上共有的）是216件，少1件\n    原因: 已核",
  },
  {
    what: "a list of counts pasted in one go, with a part that is none",
    make: (m) => m.edit("counts.yaml", "  来源:\n    来电: 195\n    来信: 20", "  来源: 来电195、三家另报、来信20"),
    told: ["counts.yaml:32:13 错误：“来源”这一串里，“三家另报”不是“名称和数字” [not-in-list]"],
    advice: "一串数字写作“名称12、名称34”；几个单位共有的另写在“共有”下面。",
  },
  {
    what: "a list in place of lines",
    make: (m) => m.write("counts.yaml", "- 交办\n"),
    told: ["counts.yaml:1:1 错误：文件应当是几行“名称: 内容”，这里是一列 [not-a-mapping]"],
    advice: "请在下一行缩进两个空格，写“名称: 内容”（英文冒号加空格）。",
  },
  {
    what: "no counts at all: told once",
    make: (m) => m.remove("counts.yaml"),
    told: ["05-信访件情况.md:7:5 错误：这一期的数据里没有“交办” [unknown-tally]"],
    advice: "请在 counts.yaml 里填上它。这一期没有数据文件 counts.yaml，或者里面是空的。",
  },
];

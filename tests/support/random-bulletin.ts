/**
 * Bulletins of every shape a print edition may have to cope with: made up from a seed, the same every time. Their data are the
 * example's, so that tables and charts have figures; their prose has no numbers.
 */

import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { example, product } from "./cli.ts";
import { Random } from "./random.ts";

const clauses =
  "对能够立即解决的问题当天整改到位 组织专班开展夜间巡查 现场核查做到见人见物见台账 加快城区污水管网建设 推动河岸复绿和矿山修复同步实施 严格落实大气污染防治特别管控措施 对督察组交办的信访件逐件明确责任单位和办理时限 对一时难以解决的问题制定方案并向群众说明情况 各级各部门坚持问题导向，把群众反映的突出环境问题作为整改重点 进一步完善网格化监管体系 做到件件有着落、事事有回音 举一反三 压实“最后一公里”责任".split(
    " ",
  );
const places = "祁阳县 零陵区 冷水滩区 东安县 双牌县 道县 宁远县 蓝山县".split(" ");
const deeds =
  "集中整治扬尘污染 推进河道治理 开展夜间巡查 落实矿山修复 加快补齐城乡生活污水收集处理设施短板 扎实做好信访件办理“后半篇文章”".split(
    " ",
  );
const columns = ["立行立改动态", "重点信访件办理情况", "信访件情况"];
const levels = ["一、加强领导", "（一）压实责任", "1. 下一步打算", "（1）明确分工"];

/** Writes one issue for each seed; the first is number 16, the day after the example's. */
export function writeRandomBulletins(root: string, seeds: readonly number[]): void {
  cpSync(path.join(example, "data"), path.join(root, "data"), { recursive: true });
  for (const [at, seed] of seeds.entries()) {
    const folder = path.join(root, "content/issues", `2020-${at + 16}`);
    mkdirSync(folder, { recursive: true });
    for (const [name, source] of [
      ["counts.yaml", "content/issues/2020-15/counts.yaml"],
      ["现场.png", "tests/fixtures/print/twelve-pages/content/issues/2020-12/现场.png"],
    ] as const)
      cpSync(path.join(product, source), path.join(folder, name));
    for (const [name, text] of Object.entries(new Issue(seed).files(at + 16)))
      writeFileSync(path.join(folder, name), text);
  }
}

class Issue {
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = new Random(seed);
  }

  files(number: number): Record<string, string> {
    const random = this.#random;
    const articles = 1 + random.below(this.#isOneIn(6) ? 10 : 5);
    const ofColumn = Array.from({ length: articles }, () => random.below(columns.length)).toSorted((a, b) => a - b);
    const files = ofColumn.map((column, at): [string, string] => [
      `${String(at + 1).padStart(2, "0")}-稿.md`,
      this.#article(columns[column] ?? "", articles > 4 ? 4 : 9),
    ]);
    return { "issue.yaml": this.#head(number), ...Object.fromEntries(files) };
  }

  #isOneIn(times: number): boolean {
    return this.#random.below(times) === 0;
  }

  #head(number: number): string {
    const random = this.#random;
    const many = Array.from(
      { length: random.below(14) },
      () => `${random.pick(places)}委书记${random.pick("严朱蒋王杨刘".split(""))}某某`,
    );
    return [
      `期号: ${number}`,
      // One day after another; what the example says of its days holds on all of them.
      `日期: ${new Date(Date.UTC(2020, 10, number - 7)).toISOString().slice(0, 10)}`,
      ...(this.#isOneIn(4) ? ["密级: 内部资料　注意保存"] : []),
      ...(this.#isOneIn(3) ? [`印数: ${10 + random.below(90)}`] : []),
      ...(this.#isOneIn(2) ? [`送: ${["市委书记", ...many].join("，")}`] : []),
      ...(this.#isOneIn(3) ? ["发: 各县区党委政府，市直有关单位"] : []),
      ...(this.#isOneIn(4) ? [`目录: ${random.pick(["是", "否"])}`] : []),
    ].join("\n");
  }

  #article(column: string, most: number): string {
    const random = this.#random;
    const title = `${random.pick(places)}${random.pick(deeds)}${this.#isOneIn(3) ? `${random.pick(["坚决", "切实"])}${random.pick(deeds)}` : ""}`;
    const head = [
      "---",
      `标题: ${title}`,
      `栏目: ${column}`,
      ...(this.#isOneIn(5) ? [`副标题: ${random.pick(places)}${random.pick(deeds)}的做法`] : []),
      ...(this.#isOneIn(6) ? ["作者: 张 三  李四光"] : []),
      ...(this.#isOneIn(4) ? [`按语: "编者按：${this.#sentences(1 + random.below(2))}"`] : []),
      ...(this.#isOneIn(3) ? [`供稿: ${random.pick(places)}督查室`] : []),
      "---",
    ];
    const blocks = Array.from({ length: 2 + random.below(most) }, () => this.#block());
    return [head.join("\n"), this.#paragraph(), ...blocks].join("\n\n");
  }

  #sentences(count: number): string {
    return Array.from({ length: count }, () => {
      const parts = Array.from({ length: 1 + this.#random.below(3) }, () => this.#random.pick(clauses));
      return `${parts.join(this.#random.pick(["，", "；"]))}。`;
    }).join("");
  }

  /** Of one line up to twelve. */
  #paragraph(): string {
    const text = this.#sentences(1 + this.#random.below(this.#isOneIn(4) ? 12 : 4));
    return this.#isOneIn(6) ? `**加强领导**。${text}` : text;
  }

  #block(): string {
    const random = this.#random;
    const kind = random.below(24);
    if (kind < 11) return this.#paragraph();
    if (kind < 13) return `${random.pick(levels)}\n\n${this.#paragraph()}`;
    if (kind === 13) return `1. ${this.#sentences(1)}\n2. ${this.#sentences(2)}\n3. ${this.#sentences(1)}`;
    if (kind === 14) return `具体情况如下：\n\n${this.#table(3 + random.below(6))}`;
    if (kind === 15) return this.#table(9 + random.below(30));
    if (kind === 16) return `![整治后的石期河](现场.png)`;
    if (kind === 17) return "::: 图表 柱状 单位 × 交办、办结\n标题: 各单位交办、办结件数\n次序: 降序\n前: 10\n:::";
    if (kind === 18) return "::: 图表 占比 类别 × 交办\n标题: 各污染类别所占比例\n:::";
    if (kind === 19) return "::: 表格 单位 × 交办、办结、正在办理、办结率\n标题: 各县区信访件办理情况\n次序: 降序\n:::";
    if (kind === 20)
      return `::: 信函 感谢信\n\n永州市协调联络领导小组全体同志：\n\n${this.#paragraph()}\n\n顺祝阖家幸福。\n\n::: 落款\n省第五生态环境保护督察组\n组长：杨金武\n2020年11月6日\n:::\n\n:::`;
    if (kind === 21) return `::: 引文\n${this.#sentences(2)}\n:::`;
    if (kind === 22) return `::: 按语\n编者按：${this.#sentences(1)}\n:::`;
    return "::: 居中\n办理情况一览\n:::";
  }

  #table(rows: number): string {
    const random = this.#random;
    const caption = this.#isOneIn(2) ? "表：重点整改事项清单\n\n" : "";
    const body = Array.from({ length: rows }, () => {
      const task = this.#isOneIn(4) ? this.#sentences(1) : random.pick(deeds);
      return `| ${random.pick(places)} | ${task} | ${random.pick(["已完成", "正在推进"])} |`;
    });
    return `${caption}| 责任单位 | 整改事项 | 状态 |\n| --- | --- | --- |\n${body.join("\n")}`;
  }
}

/**
 * Personal items on thirty ways into the site: none of them reaches what is published. What an editor wrote is refused by the check;
 * what comes in otherwise, or slips through, is seen in the finished files before they are swapped in.
 */

import { mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepare } from "../../src/build/prepare.ts";
import { lookThrough } from "../../src/release/outgoing/index.ts";
import { pdfText } from "../../src/verify/read/pdf-text.ts";
import { Sandbox } from "../support/cli.ts";
import { folderContents } from "../support/folder-contents.ts";
import { issue15FromLedger, syntheticCases, toCsv } from "../support/synthetic-ledger.ts";

const issue = "content/issues/2020-15";
const article = `${issue}/05-信访件情况.md`;
/** Every way has a number of its own. */
const number = (way: number): string => `139000000${String(way).padStart(2, "0")}`;
const otherArticle = `${issue}/03-零陵污染防治攻坚.md`;
const inHex = (mark: string, item: string): string =>
  [...item].map((digit) => `${mark}${digit.charCodeAt(0).toString(16)}`).join("");
const append = (sandbox: Sandbox, file: string, text: string): void =>
  sandbox.write(file, `${sandbox.read(file)}${text}`);

/** What an editor writes; `unseen`: it is not printed, so that no file of the site has it. */
const written: readonly {
  readonly way: string;
  readonly plant: (sandbox: Sandbox, item: string) => void;
  readonly unseen?: true;
  /** Nothing of the kind may stand in an article, so that no site can be made with it. */
  readonly refused?: true;
}[] = [
  { way: "a paragraph", plant: (s, item) => append(s, article, `\n附近居民来电，号码${item}。\n`) },
  {
    way: "an emphasised number in pieces",
    plant: (s, item) => append(s, article, `\n来电号码${item.slice(0, 3)}**${item.slice(3, 7)}**${item.slice(7)}。\n`),
  },
  { way: "a list", plant: (s, item) => append(s, article, `\n- 来电号码${item}\n- 其他\n`) },
  { way: "a quotation", plant: (s, item) => append(s, article, `\n> 来电号码${item}\n`) },
  {
    way: "a table cell",
    plant: (s, item) => append(s, article, `\n| 来电 | 件数 |\n| --- | --- |\n| ${item} | 若干 |\n`),
  },
  { way: "a subheading", plant: (s, item) => append(s, article, `\n## 来电${item}\n\n正文。\n`) },
  { way: "a comment", plant: (s, item) => append(s, article, `\n<!-- ${item} -->\n`), refused: true },
  { way: "the words of a link", plant: (s, item) => append(s, article, `\n见[来电${item}](https://example.cn/)。\n`) },
  { way: "the target of a link", plant: (s, item) => append(s, article, `\n见[来电](https://example.cn/${item})。\n`) },
  {
    way: "character references",
    plant: (s, item) =>
      append(s, article, `\n来电${[...item].map((digit) => `&#${digit.charCodeAt(0)};`).join("")}。\n`),
  },
  {
    way: "digits of another script",
    plant: (s, item) =>
      append(
        s,
        article,
        `\n来电${[...item].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join("")}。\n`,
      ),
  },
  {
    way: "an editor's note",
    plant: (s, item) => s.edit(`${issue}/03-零陵污染防治攻坚.md`, "标题: ", `按语: 来电${item}\n标题: `),
  },
  {
    way: "a subtitle",
    plant: (s, item) => s.edit(`${issue}/02-刘卫华深入蓝山.md`, "标题: ", `副标题: 来电${item}\n标题: `),
  },
  { way: "the caption of a picture", plant: (s, item) => append(s, article, `\n![来电${item}](图.png)\n`) },
  {
    way: "the caption of a computed table",
    plant: (s, item) => append(s, article, `\n::: 表格 来源 × 交办\n标题: 来电${item}\n:::\n`),
  },
  {
    way: "the title of a chart",
    plant: (s, item) => append(s, article, `\n::: 图表 占比 来源 × 交办\n标题: 来电${item}的来源\n:::\n`),
  },
  { way: "a headline", plant: (s, item) => s.edit(`${issue}/03-零陵污染防治攻坚.md`, "标题: ", `标题: ${item}`) },
  {
    way: "a credit",
    plant: (s, item) => s.edit(`${issue}/03-零陵污染防治攻坚.md`, "标题: ", `供稿: 来电${item}\n标题: `),
  },
  { way: "the recipients of an issue", plant: (s, item) => append(s, `${issue}/issue.yaml`, `发: 来电${item}\n`) },
  {
    way: "a comment of the counts",
    plant: (s, item) => append(s, `${issue}/counts.yaml`, `\n# 来电${item}\n`),
    unseen: true,
  },
  {
    way: "the imprint of the office",
    plant: (s, item) => s.edit("data/bulletin.yaml", "送: 市委书记", `送: 来电${item}，市委书记`),
  },
  {
    way: "the title of the site",
    plant: (s, item) => s.edit("data/bulletin.yaml", "  标题: 永州市", `  标题: ${item}永州市`),
  },
  { way: "a keyword", plant: (s, item) => s.edit("data/bulletin.yaml", "关键词: [", `关键词: [来电${item}, `) },
  {
    way: "the full name of a unit",
    plant: (s, item) => s.edit("data/units.yaml", "全称: 金洞管理区", `全称: 金洞管理区${item}`),
  },
  {
    way: "the kind of a unit",
    plant: (s, item) =>
      s.edit("data/units.yaml", "简称: 市住建局, 性质: 市直部门", `简称: 市住建局, 性质: 来电${item}`),
  },
  {
    way: "another name of a unit",
    plant: (s, item) => s.edit("data/units.yaml", "别名: [江华县]", `别名: [江华县, 江华${item}]`),
  },
  {
    way: "the name of a category",
    plant: (s, item) => s.edit("data/categories.yaml", "全称: 土壤污染", `全称: 土壤污染${item}`),
  },
  {
    way: "an item of a breakdown",
    plant: (s, item) => s.edit("data/tallies.yaml", "[来电, 来信, 来访, 网络]", `[来电, 来信, 来访, 网络${item}]`),
  },
  {
    way: "the name of a measure",
    plant: (s, item) => append(s, "data/tallies.yaml", `\n  来电${item}:\n`),
    unseen: true,
  },
];

const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><title>来电${number(61)}</title><desc>${number(62)}</desc><text x="4" y="20">来电${number(60)}</text></svg>`;

/** What no check of the texts sees: pictures, names of files, numbers of cases. `cleaned`: left out of what is published. */
const brought: readonly {
  readonly way: string;
  readonly item: string;
  readonly plant: (sandbox: Sandbox) => Promise<void> | void;
  readonly file?: string;
  readonly cleaned?: true;
}[] = [
  {
    way: "words drawn in a picture",
    item: number(60),
    plant: (s) => {
      s.write(`${issue}/示意.svg`, picture);
      append(s, article, "\n![示意](示意.svg)\n");
    },
    file: `${issue}/示意.svg`,
  },
  {
    way: "the address of a link in hexadecimal",
    item: number(67),
    plant: (s) => append(s, article, `\n见[来电](https://example.cn/${inHex("%", number(67))})。\n`),
    file: article,
  },
  {
    way: "an author's name in YAML's own signs",
    item: number(68),
    plant: (s) => s.edit(otherArticle, "标题: ", `作者: "${inHex("\\x", number(68))}"\n标题: `),
    file: otherArticle,
  },
  {
    way: "the kind of a unit in YAML's own signs",
    item: number(69),
    plant: (s) =>
      s.edit(
        "data/units.yaml",
        "简称: 市住建局, 性质: 市直部门",
        `简称: 市住建局, 性质: "${inHex("\\x", number(69))}"`,
      ),
    file: "data/units.yaml",
  },
  {
    way: "the name of a way to reach the office, in YAML's own signs",
    item: number(70),
    plant: (s) =>
      s.edit(
        "data/bulletin.yaml",
        "  邮箱: yzshbdc@163.com",
        `  邮箱: yzshbdc@163.com\n  "${inHex("\\x", number(70))}": 值班`,
      ),
    file: "data/bulletin.yaml",
  },
  {
    way: "the address of the site",
    item: number(71),
    plant: (s) =>
      s.edit("data/bulletin.yaml", "https://jianbao.example/", `https://jianbao.example/${inHex("%", number(71))}/`),
    file: "data/bulletin.yaml",
  },
  {
    way: "cells that stand beside each other",
    item: number(72),
    plant: (s) => append(s, article, `\n| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 139 | 0000 | 0072 |\n`),
    file: article,
  },
  {
    way: "texts of a drawing, a sign each",
    item: number(73),
    plant: (s) => {
      const signs = [...number(73)].map((sign, at) => `<g transform="translate(${at * 8})"><text>${sign}</text></g>`);
      s.write(
        `${issue}/示意.svg`,
        `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40">${signs.join("")}</svg>`,
      );
      append(s, article, "\n![示意](示意.svg)\n");
    },
    file: `${issue}/示意.svg`,
  },
  {
    way: "the looks of a drawing",
    item: number(74),
    plant: (s) => {
      s.write(
        `${issue}/示意.svg`,
        picture
          .replace(/<title>.*<\/desc>/, "")
          .replace("<text", `<text class="t${number(74)}"`)
          .replace(number(60), "示意"),
      );
      append(s, article, "\n![示意](示意.svg)\n");
    },
    file: `${issue}/示意.svg`,
  },
  {
    way: "the file name of an article",
    item: number(64),
    plant: (s) => renameSync(s.path(article), s.path(article.replace("信访件情况", `来电${number(64)}`))),
  },
  {
    way: "the number of a case in the ledger",
    item: number(65),
    plant: (s) => {
      append(s, "data/tallies.yaml", "\n台账:\n  文件: ledger.csv\n");
      const cases = syntheticCases();
      const first = cases[0]?.number ?? "";
      s.write("data/ledger.csv", toCsv(cases).replace(first, number(65)));
      s.write(`${issue}/counts.yaml`, issue15FromLedger);
      append(s, "data/bulletin.yaml", "\n");
      s.edit("data/bulletin.yaml", "网站:\n", "网站:\n  公开受理编号: 是\n");
    },
    file: "data/ledger.csv",
  },
  {
    way: "EXIF of a photograph",
    item: number(66),
    plant: async (s) => {
      const grey = sharp({ create: { width: 60, height: 40, channels: 3, background: "#888" } });
      s.write(
        `${issue}/现场.jpg`,
        await grey
          .withExif({ IFD0: { ImageDescription: number(66) } })
          .jpeg()
          .toBuffer(),
      );
      append(s, article, "\n![现场](现场.jpg)\n");
    },
    cleaned: true,
  },
  {
    way: "title and description of a drawing",
    item: number(61),
    plant: (s) => {
      s.write(`${issue}/示意.svg`, picture.replace(number(60), "示意"));
      append(s, article, "\n![示意](示意.svg)\n");
    },
    cleaned: true,
  },
];

const sandboxes: Sandbox[] = [];
function sandboxed(): Sandbox {
  const sandbox = new Sandbox();
  sandboxes.push(sandbox);
  return sandbox;
}
async function withPicture(sandbox: Sandbox): Promise<void> {
  const grey = sharp({ create: { width: 60, height: 40, channels: 3, background: "#888" } });
  sandbox.write(`${issue}/图.png`, await grey.png().toBuffer());
}
afterAll(() => {
  for (const sandbox of sandboxes) sandbox.dispose();
});

/** Every file of a folder as bytes, PDFs as text too. */
async function grep(folder: string, item: string): Promise<string[]> {
  const hits: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    const text = file.endsWith(".pdf") ? `${await pdfText(bytes)}${bytes.toString("latin1")}` : bytes.toString("utf8");
    if (
      file.includes(item) ||
      text
        .normalize("NFKC")
        .replace(/[\s\u200b]/g, "")
        .includes(item)
    )
      hits.push(path.relative(folder, file));
  }
  return hits;
}

describe("what an editor writes", () => {
  test.each(written)("is refused in $way", async ({ plant }) => {
    const sandbox = sandboxed();
    await withPicture(sandbox);
    const at = written.findIndex((each) => each.plant === plant);
    plant(sandbox, number(at));
    const own = prepare(sandbox.root).problems.filter(({ code }) => code.startsWith("private-"));
    expect(own.map(({ severity }) => severity)).toContain("error");
    expect(own.some(({ message }) => message.includes(number(at)))).toBe(false);
  });

  describe("and is let through by mistake", () => {
    const sandbox = sandboxed();
    const site = sandbox.output;
    beforeAll(async () => {
      await withPicture(sandbox);
      for (const [at, { plant, refused }] of written.entries()) if (refused !== true) plant(sandbox, number(at));
      const all = written
        .flatMap(({ refused }, at) => (refused === true ? [] : [`  - { 内容: "${number(at)}", 原因: 试一试 }\n`]))
        .join("");
      sandbox.edit(
        "data/bulletin.yaml",
        "隐私放行: [（0746）8127713, yzshbdc@163.com]",
        `隐私放行:\n  - （0746）8127713\n  - yzshbdc@163.com\n${all}`,
      );
      expect(await sandbox.run("build", "--quiet")).toMatchObject({ code: 0, stderr: "" });
    });

    test.each(written.filter(({ refused }) => refused !== true))(
      "is seen in the finished site: $way",
      async ({ plant, unseen }) => {
        const item = number(written.findIndex((each) => each.plant === plant));
        const leaks = lookThrough(site, { levels: {}, allowed: () => [] }, () => false);
        const there = (await grep(site, item)).length > 0;
        expect(there).toBe(unseen !== true);
        expect(leaks.some(({ text }) => text.replace(/\D/g, "").endsWith(item))).toBe(there);
      },
    );

    test("is seen in the PDF by itself", async () => {
      const pdf = "issues/2020/15/2020-15.pdf";
      const leaks = lookThrough(site, { levels: {}, allowed: () => [] }, (file) => file !== pdf);
      const printed = (await pdfText(readFileSync(path.join(site, pdf)))).replace(/\s/g, "");
      const inPdf = written.map((_, at) => number(at)).filter((item) => printed.includes(item));
      expect(inPdf.length).toBeGreaterThan(12);
      for (const item of inPdf) expect(leaks.map(({ text }) => text.replace(/\D/g, ""))).toContain(item);
    });
  });
});

describe("what comes in otherwise", () => {
  test.each(brought)("never reaches the site: $way", async ({ item, plant, file, cleaned }) => {
    const sandbox = sandboxed();
    expect(await sandbox.run("build", "--quiet")).toMatchObject({ code: 0, stderr: "" });
    const before = folderContents(sandbox.output);
    mkdirSync(sandbox.path(issue), { recursive: true });
    await plant(sandbox);
    const { code, stderr } = await sandbox.run("build", "--quiet");
    expect(await grep(sandbox.output, item)).toEqual([]);
    expect(readdirSync(sandbox.folder).sort()).toEqual(["root", "site"]);
    if (cleaned === true) {
      expect(code).toBe(0);
      return;
    }
    expect(code).toBe(1);
    expect(folderContents(sandbox.output)).toEqual(before);
    expect(stderr).toContain("会登在网站的");
    expect(stderr).toContain("没有生成任何文件，原来的输出没有动。");
    if (file !== undefined) expect(stderr).toContain(file);
    expect(stderr.replaceAll(/\S+\.(?:md|png):/g, "")).not.toContain(item);
  });
});

describe("what an issue allows in a drawing", () => {
  const allowance = `隐私放行:\n  - { 内容: "${number(60)}", 原因: 市民热线的短号 }\n`;

  test("is no stale allowance, is published, and is refused once it is taken back", async () => {
    const sandbox = sandboxed();
    sandbox.write(`${issue}/示意.svg`, picture);
    append(sandbox, article, "\n![示意](示意.svg)\n");
    append(sandbox, `${issue}/issue.yaml`, allowance);
    expect(prepare(sandbox.root).problems.map(({ code }) => code)).not.toContain("allowance-stale");
    expect(await sandbox.run("build", "--quiet")).toMatchObject({ code: 0, stderr: "" });
    sandbox.edit(`${issue}/issue.yaml`, allowance, "");
    const { code, stderr } = await sandbox.run("build", "--quiet");
    expect(code).toBe(1);
    expect(stderr).toContain(`${issue}/示意.svg`);
  });

  test("is stale where nothing says it any more", () => {
    const sandbox = sandboxed();
    append(sandbox, `${issue}/issue.yaml`, allowance);
    expect(prepare(sandbox.root).problems.map(({ code }) => code)).toContain("allowance-stale");
  });
});

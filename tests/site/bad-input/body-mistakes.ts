/** Mistakes in the text of articles. */

import type { Mistake } from "./mistake.ts";

/** The head of a PNG that announces a picture of this many pixels, and the end of one. */
function pngOf(width: number, height: number): Buffer {
  const head = Buffer.from(
    "89504e470d0a1a0a0000000d4948445200000000000000000802000000000000000000000049454e44ae426082",
    "hex",
  );
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

const drawing = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${content}</svg>`;

/** What is wrong, name, content, what is told behind the name, advice. */
const brokenPictures: readonly (readonly [string, string, string | Buffer, string, string])[] = [
  [
    "a picture of no bytes",
    "空.jpg",
    "",
    "是空的（0 字节） [picture-broken]",
    "多半是没有存好或没有传完，请重新复制一次。",
  ],
  [
    "a picture of which the end is missing",
    "断.png",
    pngOf(4, 4).subarray(0, 33),
    "不完整，后面缺了一截 [picture-broken]",
    "多半是没有传完，请重新复制或下载一次。",
  ],
  [
    "a picture that would fill the memory",
    "大.png",
    pngOf(60_000, 60_000),
    "有 60000 × 60000 像素，太大（最多一亿像素，一边最长 30000 像素） [picture-too-large]",
    "请用看图软件缩小，宽 2000 像素印出来就足够清楚。",
  ],
  [
    "a photograph of an iPhone under another name",
    "手机.jpg",
    Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
    "不是 JPEG 文件，其实是 HEIC（苹果手机的照片） [picture-kind]",
    "请在电脑上用“照片”（Windows）或“预览”（苹果电脑）打开，另存为 JPEG；以后在苹果手机的“设置 - 相机 - 格式”里选“兼容性最佳”，拍出来就是 JPEG。",
  ],
  [
    "a drawing that shows a picture of the web",
    "图.svg",
    drawing('<image href="https://a.example/b.png" width="9" height="9"/>'),
    "引用了别的文件（https://a.example/b.png），印不出来 [picture-drawing]",
    "请在画图的软件里把引用的图“嵌入”，再导出；或者存为 PNG。",
  ],
  [
    "a drawing with a tag that is not closed",
    "图.svg",
    drawing("<g>\n<rect></g>"),
    "写得不对，打不开（第 2 行） [picture-broken]",
    "请在画图的软件里重新导出 SVG，或者存为 PNG。",
  ],
  [
    "a picture with a name that the program gives",
    "现场.480w.jpg",
    "x",
    "与程序自己起的名字一样 [picture-name]",
    "请改名，去掉“.480w”“.webp”这样的一段。",
  ],
];

export const bodyMistakes: readonly Mistake[] = [
  {
    what: "expressions where nothing can be filled in",
    make: (m) =>
      m.write(
        "06-表.md",
        "---\n标题: 各县区情况\n栏目: 信访件情况\n---\n\n各县区情况如下。\n\n![现场](现场{{交办}}.png)\n",
      ),
    told: ["06-表.md:8:9 错误：{{…}} 不能写在这里 [expression-misplaced]"],
    advice: "网址和文件名照实写；要印出来的 {{…}} 写在正文、标题或说明里。",
  },
  {
    what: "an expression in the head of an issue",
    make: (m) => m.edit("issue.yaml", "期号: ", "密级: 第{{交办}}号\n期号: "),
    told: ["issue.yaml:1:5 错误：{{…}} 不能写在这里，会照原样印出来 [expression-misplaced]"],
    advice: "这一项请直接写内容；{{…}} 写在稿件里。",
  },
  {
    what: "a tally that does not exist",
    make: (m) => m.edit("05-信访件情况.md", "{{重点件}}", "{{重要件}}"),
    told: ["05-信访件情况.md:13:14 错误：没有“重要件”这个统计项 [unknown-tally]"],
    advice: "是不是想写“重点件”？这一期有：交办、重点件、办结、正在办理、办结率。",
  },
  {
    what: "a brace left open",
    make: (m) => m.edit("05-信访件情况.md", "{{重点件}}", "{{重点件"),
    told: ["05-信访件情况.md:13:12 错误：双花括号 {{ 没有成对的 }} [expression-unclosed]"],
    advice: "请在同一段里补上 }}。",
  },
  {
    what: "a single brace",
    make: (m) => m.edit("05-信访件情况.md", "{{重点件}}", "{重点件}"),
    told: ["05-信访件情况.md:13:12 错误：花括号少了一个，会印成文字 [single-brace]"],
    advice: "数字要用双花括号，请写成“{{重点件}}”；就要印花括号的，前面加反斜杠，写成“\\{重点件}”。",
  },
  {
    what: "full-width braces",
    make: (m) => m.edit("05-信访件情况.md", "{{重点件}}", "｛｛重点件｝｝"),
    told: [
      "05-信访件情况.md:13:12 错误：花括号写成了全角 [fullwidth-brace]",
      "05-信访件情况.md:13:17 错误：花括号写成了全角 [fullwidth-brace]",
    ],
    advice: "请改成英文的 {{ 和 }}。",
  },
  {
    what: "a division by zero",
    make: (m) => m.edit("05-信访件情况.md", "{{重点件}}", "{{重点件 / 0}}"),
    told: ["05-信访件情况.md:13:14 错误：“0”是 0，不能作除数 [division-by-zero]"],
    advice: "请改写这句话，或核对数据。",
  },
  {
    what: "a form that does not exist",
    make: (m) => m.edit("05-信访件情况.md", "{{重点件}}", "{{重点件 | 大写字}}"),
    told: ["05-信访件情况.md:13:20 错误：没有“大写字”这种格式 [unknown-filter]"],
    advice: "可用的格式见编辑手册：汉字、百分比、百分点、小数、千分位、倍、余、绝对值……",
  },
  {
    what: "a unit that the expression misspells",
    make: (m) => m.edit("05-信访件情况.md", "{{重点件}}", "{{重点件.单位.零凌区}}"),
    told: ["05-信访件情况.md:13:21 错误：“重点件.单位”里没有“零凌区” [unknown-tally]"],
    advice: "是不是想写“零陵区”？",
  },
  {
    what: "an expression cut short",
    make: (m) => m.edit("05-信访件情况.md", "{{重点件}}", "{{重点件 +}}"),
    told: ["05-信访件情况.md:13:19 错误：算式没有写完 [expression-syntax]"],
    advice: "写法如 {{交办}}、{{交办.单位.冷水滩区}}、{{交办 - 办结}}。",
  },
  {
    what: "a block that does not exist",
    make: (m) =>
      m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "::: 信件 感谢信\n\n各位：\n\n:::\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:1 错误：没有“信件”这种块 [block]"],
    advice: "可以写：::: 信函、::: 落款、::: 按语、::: 引文、::: 居中、::: 表格、::: 图表。",
  },
  {
    what: "a block that is not closed",
    make: (m) =>
      m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "::: 信函 感谢信\n\n各位：\n\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:1 错误：“::: 信函”没有结束 [block]"],
    advice: "请在这一块的末尾另起一行写“:::”。",
  },
  {
    what: "a table with a letter for its sign",
    make: (m) =>
      m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "::: 表格 单位 x 交办\n:::\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:8 错误：行和列中间要用乘号“×” [block-argument]"],
    advice: "请写成“单位 × 交办”；“×”可以从这里复制，或在输入法里打“cheng”。",
  },
  {
    what: "a table of a measure that does not exist",
    make: (m) =>
      m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "::: 表格 单位 × 交板\n:::\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:13 错误：没有“交板”这个统计项 [unknown-tally]"],
    advice: "是不是想写“交办”？这一期有：交办、重点件、办结、正在办理、办结率。",
  },
  {
    what: "a picture that is not there",
    make: (m) => m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "![现场](现场.jpg)\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:7 错误：没有图片“现场.jpg” [missing-picture]"],
    advice: "请把图片放进这一期的文件夹。",
  },
  {
    what: "a picture outside the folder",
    make: (m) => m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "![现场](../现场.jpg)\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:7 错误：图片“../现场.jpg”不在这一期的文件夹里 [picture-path]"],
    advice: "请把图片放进这一期的文件夹，只写文件名。",
  },
  {
    what: "a picture on this computer",
    make: (m) =>
      m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "![现场](C:\\\\图\\\\现场.jpg)\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:1 错误：图片“C:\\图\\现场.jpg”是这台电脑上的路径 [picture-path]"],
    advice: "请把图片放进这一期的文件夹，只写文件名。",
  },
  {
    what: "a picture on the web",
    make: (m) =>
      m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "![现场](https://a.example/b.jpg)\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:7 错误：图片“https://a.example/b.jpg”是网址 [picture-address]"],
    advice: "简报里的图片要放在这一期的文件夹里，只写文件名。",
  },
  {
    what: "a picture name that no address can hold",
    make: (m) => m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "![现场](a#1.png)\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:7 错误：图片文件名“a#1.png”里有网页地址不能用的符号 [picture-name]"],
    advice: "请改名，不要用 # % ? * : | < > 和引号。",
  },
  {
    what: "a picture whose name is the address of another",
    make: (m) => {
      m.write("a%20b.png", pngOf(4, 4));
      m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "![现场](a%20b.png)\n\n### 2. 信访件办理情况");
    },
    told: [
      "05-信访件情况.md:17:7 错误：图片文件名“a%20b.png”里有网页地址不能用的符号 [picture-name]",
      "a%20b.png:1:1 提醒：这个文件没有用到 [unused-file]",
    ],
    advice: "请改名，不要用 # % ? * : | < > 和引号。",
  },
  {
    what: "a picture of a kind that does not print",
    make: (m) => m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "![现场](现场.bmp)\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:7 错误：图片“现场.bmp”的格式不能用：BMP [picture-kind]"],
    advice: "请用“画图”打开，照片另存为 JPEG，截图另存为 PNG。",
  },
  {
    what: "a picture that is not what its name says",
    make: (m) => {
      m.write("现场.png", "GIF89a");
      m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "![现场](现场.png)\n\n### 2. 信访件办理情况");
    },
    told: ["05-信访件情况.md:17:7 错误：图片“现场.png”不是 PNG 文件，其实是 GIF [picture-kind]"],
    advice: "请把文件名改成 .gif 结尾，稿件里也跟着改。",
  },
  ...brokenPictures.map(([what, name, content, told, advice]): Mistake => ({
    what,
    make: (m) => {
      m.write(name, content);
      m.edit("05-信访件情况.md", "### 2. 信访件办理情况", `![现场](${name})\n\n### 2. 信访件办理情况`);
    },
    told: [`05-信访件情况.md:17:7 错误：图片“${name}”${told}`],
    advice,
  })),
  {
    what: "a picture too large",
    make: (m) => {
      m.enlarge("现场.png", 40);
      m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "![现场](现场.png)\n\n### 2. 信访件办理情况");
    },
    told: ["05-信访件情况.md:17:7 错误：图片“现场.png”太大（40 MB，最多 30 MB） [picture-too-large]"],
    advice: "请用看图软件缩小，宽 2000 像素印出来就足够清楚。",
  },
  {
    what: "a picture in full-width signs",
    make: (m) => m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "！[现场]（现场.jpg）\n\n### 2. 信访件办理情况"),
    told: [
      "05-信访件情况.md:17:1 错误：图片的写法不对，会印成文字 [picture-syntax]",
      "05-信访件情况.md:17:1 提醒：段首是标点“！” [leading-mark]",
      "05-信访件情况.md:17:13 提醒：段末缺句号 [missing-final-mark]",
    ],
    advice: "请写成“![现场](现场.jpg)”：英文的感叹号、方括号、圆括号，中间不空格。",
  },
  {
    what: "HTML",
    make: (m) => m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "<b>突出</b>\n\n### 2. 信访件办理情况"),
    told: [
      "05-信访件情况.md:17:1 错误：这是 HTML 标签，会印成文字 [html-tag]",
      "05-信访件情况.md:17:6 错误：这是 HTML 标签，会印成文字 [html-tag]",
    ],
    advice: "小标题前面写“### ”；正文里的黑体写成 **……**。",
  },
  {
    what: "a comment",
    make: (m) => m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "<!-- 待核 -->\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:1 错误：这是 HTML 注释，会印成文字 [html-comment]"],
    advice: "请删去；稿件里没有不印的话。",
  },
  {
    what: "a footnote",
    make: (m) => m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "据通报[^1]。\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:4 错误：这里没有脚注，会印成文字 [footnote]"],
    advice: "请把注释写在正文的括号里，如“（注：……）”。",
  },
  {
    what: "a link to another article",
    make: (m) => m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "见[上篇](02-上篇.md)。\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:2 错误：链接后面的不是网址，点不开 [link-address]"],
    advice: "网址要以 https:// 或 http:// 开头；只要文字的，写“上篇”就行。",
  },
  {
    what: "a link that would run a program",
    make: (m) =>
      m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "见[这里](javascript:alert(1))。\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:2 错误：链接后面的不是网址，点不开 [link-address]"],
    advice: "网址要以 https:// 或 http:// 开头；只要文字的，写“这里”就行。",
  },
  {
    what: "a link that paper cannot follow",
    make: (m) =>
      m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "见[通报](https://a.example/b)。\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:2 提醒：链接只在网页上能点，纸上看不到网址 [link-on-paper]"],
    advice: "要让读者在纸上也看到，请写成“通报（https://a.example/b）”；不需要的，可以不管。",
  },
  {
    what: "lines that run together",
    make: (m) =>
      m.edit(
        "05-信访件情况.md",
        "### 2. 信访件办理情况",
        "第一段到此为止。\n第二段从此开始。\n\n### 2. 信访件办理情况",
      ),
    told: ["05-信访件情况.md:18:1 提醒：另起了一行但没有空行，会与上一行连成一段 [joined-lines]"],
    advice: "要分段，请在这一行前面空一行；本是一段，请并成一行。",
  },
  {
    what: "a typed number that the data contradicts",
    make: (m) =>
      m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "截至11月8日，全市已办结161件。\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:14 提醒：这里手写的是161件，数据里“办结”是160件 [typed-count]"],
    advice: "请核对；是同一个数的，写成“{{办结}}件”，以后不会再写错。",
  },
  {
    what: "a typed rate that the data contradicts",
    make: (m) => m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "全市办结率90%。\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:6 提醒：这里手写的是90%，数据里“办结率”是74.4% [typed-count]"],
    advice: "请核对；是同一个数的，写成“{{办结率}}”，以后不会再写错。",
  },
  {
    what: "a typed table that the data contradicts",
    make: (m) =>
      m.edit(
        "05-信访件情况.md",
        "### 2. 信访件办理情况",
        "| 单位 | 交办 | 办结 |\n| --- | --- | --- |\n| 零陵区 | 32 | 27 |\n| 合计 | 216 | 160 |\n\n### 2. 信访件办理情况",
      ),
    told: ["05-信访件情况.md:20:8 提醒：这里手写的是216，数据里“交办”是215 [typed-count]"],
    advice: "请核对；是同一个数的，写成“{{交办}}”，以后不会再写错。",
  },
  {
    what: "a unit's number behind a computed total",
    make: (m) =>
      m.edit(
        "05-信访件情况.md",
        "### 2. 信访件办理情况",
        "全市累计接到信访件{{交办}}件，其中祁阳县26件。\n\n### 2. 信访件办理情况",
      ),
    told: ["05-信访件情况.md:17:23 提醒：这里手写的是26件，数据里“交办.单位.祁阳县”是24件 [typed-count]"],
    advice: "请核对；是同一个数的，写成“{{交办.单位.祁阳县}}件”，以后不会再写错。",
  },
  {
    what: "a mobile telephone",
    make: (m) => m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "联系电话13812345678。\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:5 错误：疑似手机号码：138****5678 [private-mobile]"],
    advice:
      "请删去号码，连同前面的“电话”“手机”等字；整个写在括号里的，括号一起删；确属对外公布的，写进 data/bulletin.yaml 的“隐私放行”。",
  },
  {
    what: "an identity number",
    make: (m) =>
      m.edit("05-信访件情况.md", "### 2. 信访件办理情况", "身份证号11010519491231002X。\n\n### 2. 信访件办理情况"),
    told: ["05-信访件情况.md:17:5 错误：疑似居民身份证号码：1101************** [private-identity]"],
    advice: "请删去号码，有括号的连同括号一起删；确属对外公布的，写进 data/bulletin.yaml 的“隐私放行”。",
  },
];

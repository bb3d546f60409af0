/** Files that cannot be read as they are, and names that mislead. */

import { gb18030 } from "../../support/gb18030.ts";
import type { Mistake } from "./mistake.ts";

export const fileMistakes: readonly Mistake[] = [
  {
    what: "a file saved as GB18030",
    make: (m) => m.write("05-信访件情况.md", gb18030("---\n栏目: 信访件情况\n---\n\n正文。\n")),
    told: [
      "05-信访件情况.md:1:1 错误：文件存成了 GB18030 编码（记事本里叫 ANSI；若原是繁体 Big5，请先自行转换） [encoding]",
    ],
    advice: "请另存为 UTF-8，或者运行 npm run check -- --fix 自动转换。",
  },
  {
    what: "a file saved as UTF-16",
    make: (m) => m.write("05-信访件情况.md", Buffer.from("\ufeff---\n栏目: 信访件情况\n---\n\n正文。\n", "utf16le")),
    told: ["05-信访件情况.md:1:1 错误：文件存成了 UTF-16 编码 [encoding]"],
    advice: "请另存为 UTF-8，或者运行 npm run check -- --fix 自动转换。",
  },
  {
    what: "a byte order mark in front of GB18030",
    make: (m) =>
      m.write(
        "05-信访件情况.md",
        Buffer.concat([Buffer.from("efbbbf", "hex"), gb18030("---\n栏目: 信访件情况\n---\n\n正文。\n")]),
      ),
    told: [
      "05-信访件情况.md:1:1 错误：文件存成了 GB18030 编码（记事本里叫 ANSI；若原是繁体 Big5，请先自行转换） [encoding]",
    ],
    advice: "请另存为 UTF-8，或者运行 npm run check -- --fix 自动转换。",
  },
  {
    what: "a NUL",
    make: (m) => m.write("05-信访件情况.md", "---\n栏目: 信访件情况\n---\n\n正\0文。\n"),
    told: ["05-信访件情况.md:5:2 错误：这里有看不见的控制字符（U+0000） [control-character]"],
    advice: "它会打乱文字的显示，请删去重打这几个字。",
  },
  {
    what: "a sign that turns the text around",
    make: (m) => m.write("05-信访件情况.md", "---\n栏目: 信访件情况\n---\n\n正\u202e文。\n"),
    told: ["05-信访件情况.md:5:2 错误：这里有看不见的控制字符（U+202E） [control-character]"],
    advice: "它会打乱文字的显示，请删去重打这几个字。",
  },
  {
    what: "a file far too large",
    make: (m) => m.enlarge("05-信访件情况.md", 5),
    told: ["05-信访件情况.md:1:1 错误：文件太大（5.0 MB，最多 4 MB） [file-too-large]"],
    advice: "文字稿不会这么大，请检查是不是放错了文件。",
  },
  {
    what: "bytes of no encoding",
    make: (m) => m.write("05-信访件情况.md", Buffer.from([0xff, 0x80, 0x81, 0xff])),
    told: ["05-信访件情况.md:1:1 错误：文件的编码认不出来 [encoding]"],
    advice: "请用记事本打开，另存为 UTF-8。",
  },
  {
    what: "an article in which a merge was not settled",
    make: (m) =>
      m.write(
        "05-信访件情况.md",
        "---\n栏目: 信访件情况\n---\n\n<<<<<<< HEAD\n\n已清理30吨。\n\n=======\n\n已清理35吨。\n\n>>>>>>> 张三的修改\n",
      ),
    told: [
      "05-信访件情况.md:5:1 错误：这里有没有处理完的合并冲突：一边是“HEAD”（第 5 行），另一边是“张三的修改”（第 13 行） [merge-conflict]",
    ],
    advice: "请看清两边各改了什么，留下对的，再删去 <<<<<<<、|||||||、=======、>>>>>>> 这几行。",
  },
  {
    what: "data in which a merge was not settled, of which one line is left",
    make: (m) => m.edit("counts.yaml", "办结:", ">>>>>>> 分稿\n办结:"),
    told: ["counts.yaml:52:1 错误：这里有没有处理完的合并冲突：另一边是“分稿”（第 52 行） [merge-conflict]"],
    advice: "请看清两边各改了什么，留下对的，再删去 <<<<<<<、|||||||、=======、>>>>>>> 这几行。",
  },
  {
    what: "an article without a number",
    make: (m) => m.write("新稿.md", "---\n标题: 某事\n栏目: 立行立改动态\n---\n\n正文。\n"),
    told: ["新稿.md:1:1 提醒：文件名前面没有序号，排在有序号的后面 [article-order]"],
    advice: "请在文件名前面加上序号，如 03-标题.md。",
  },
  {
    what: "two articles with one number",
    make: (m) => m.write("03-新稿.md", "---\n标题: 某事\n栏目: 立行立改动态\n---\n\n正文。\n"),
    told: ["03-零陵污染防治攻坚.md:1:1 提醒：序号与 03-新稿.md 相同，先后由后面的字决定 [article-order]"],
    advice: "请改正其中一个文件名前面的序号。",
  },
  {
    what: "an article saved twice",
    make: (m) => m.write("06-副本.md", m.read("03-零陵污染防治攻坚.md")),
    told: ["06-副本.md:2:5 提醒：标题与 03-零陵污染防治攻坚.md 相同 [title-twice]"],
    advice: "是同一篇的，请删去一个文件，不然会印两遍。",
  },
  {
    what: "an article saved as text",
    make: (m) => m.write("06-新稿.md.txt", "新稿"),
    told: ["06-新稿.md.txt:1:1 提醒：这个文件没有用到 [unused-file]"],
    advice: "稿件的文件名要以 .md 结尾；记事本另存时，“保存类型”选“所有文件”。",
  },
  {
    what: "a Word file left unread",
    make: (m) => m.write("来稿.docx", "PK"),
    told: ["来稿.docx:1:1 提醒：这个文件没有用到 [unused-file]"],
    advice: "Word 稿要先导入：npm run import -- 文件名。",
  },
];

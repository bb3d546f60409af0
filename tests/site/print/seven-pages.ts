import { deflateSync, crc32 } from "node:zlib";
import {
  faceAssets,
  faceCss,
  subsetFaces,
  type FaceCharacters,
  type FaceSet,
  type PrintJob,
} from "../../../src/output/pdf/index.ts";

/** A made-up bulletin of seven pages with what a real one has: red masthead, columns, headlines, table, list, picture, link. */

const sentences = [
  "各县区要压紧压实整改责任，逐件明确牵头单位和完成时限，做到件件有着落、事事有回音。",
  "截至11月7日，共收到信访件215件，其中来电195件、来信20件，已办结160件，正在办理55件。",
  "工作组现场察看了石期河两岸的复绿情况，要求“边督边改”，防止问题反弹——确需延期的，应当书面说明。",
  "《实施方案》印发后，冷水滩区、零陵区等地随即召开专题会议，研究一二三类问题的处置办法。",
];

const paragraph = (at: number): string => Array.from({ length: 4 }, (_, step) => sentences[(at + step) % 4]).join("");

const article = (at: number): string => `<section>
<h2>【工作动态】</h2>
<h3>督察整改<br>第${at + 1}次通报</h3>
<h4>一、总体情况</h4>
${Array.from({ length: 3 }, (_, step) => `<p>${paragraph(at + step)}</p>`).join("\n")}
<p class="note">编者按：${paragraph(at)}</p>
</section>`;

const main = `<h1>工作简报</h1>
<p class="issue">第 15 期</p>
${[0, 1, 2, 3].map(article).join("\n")}
<table><caption>信访件情况</caption>
<thead><tr><th scope="col">县区</th><th scope="col">件数</th></tr></thead>
<tbody>${["冷水滩区", "零陵区", "双牌县"].map((unit, at) => `<tr><th scope="row">${unit}</th><td>${56 - at}</td></tr>`).join("")}</tbody></table>
<ol><li>第一项任务</li><li>第二项任务</li></ol>
<figure><img src="picture.png" alt="石期河岸复绿前后"><figcaption>图1 石期河岸</figcaption></figure>
<p>联系邮箱：<a href="mailto:office@example.org">office@example.org</a></p>`;

const style = `
@page { size: 210mm 297mm; margin: 34.58mm 26mm 32.58mm 28mm; }
@page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt var(--font-songti); } }
@page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt var(--font-songti); } }
body { margin: 0; font: 16pt / calc(229.84mm / 22) var(--font-fangsong); letter-spacing: calc(156mm / 28 - 16pt); text-align: justify; line-break: strict; }
p { margin: 0; text-indent: 2em; }
h1, h3 { font-family: var(--font-xiaobiaosong); text-align: center; margin: 0; }
ol { margin: 0; }
h1 { font-size: 48pt; line-height: 2; color: #f00; }
h3 { font-size: 22pt; }
h2, h4 { font: 16pt / calc(229.84mm / 22) var(--font-heiti); margin: 0; }
.note { font-family: var(--font-kaiti); }
th { font-weight: bold; }
figcaption { font-family: var(--font-kaiti); font-style: italic; }
`;

const text = [...new Set(main.replace(/<[^>]*>/g, ""))].join("");

export const characters: FaceCharacters = {
  小标宋: text,
  仿宋: text,
  楷体: text,
  黑体: text,
  宋体: "0123456789—",
};

let faces: Promise<FaceSet> | undefined;

export async function sevenPages(name = "2020-15"): Promise<PrintJob> {
  const set = await (faces ??= subsetFaces(characters));
  const html = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>工作简报</title><style>${faceCss(set.faces)}${style}</style></head>
<body><main>${main}</main></body></html>`;
  return { name, html, assets: new Map([...faceAssets(set.faces), ["picture.png", picture()]]) };
}

/** The document's text without white space, list numbers included. */
export function expectedText(): string {
  let item = 0;
  return main
    .replace(/<li>/g, () => `${++item}.`)
    .replace(/<[^>]*>/g, "")
    .replace(/\s/g, "");
}

/** A small PNG with an alpha channel: red that fades out to the right. */
export function picture(width = 64, height = 32): Buffer {
  const row = Buffer.alloc(1 + 4 * width);
  for (let x = 0; x < width; x++) row.set([200, 30, 30, 255 - Math.round((255 * x) / width)], 1 + 4 * x);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  const chunks = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

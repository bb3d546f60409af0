/**
 * A small bulletin laid out by hand so that every rule of the checklist is kept: the ruler that the negative tests bend. Its
 * layout is on purpose not the product's.
 */

import { deflateSync, crc32 } from "node:zlib";
import { faceAssets, faceCss, subsetFaces } from "../../../src/output/pdf/index.ts";
import type { FaceSet, PdfMetadata, PrintJob } from "../../../src/output/pdf/index.ts";

const title = "某市督察“回头看”工作简报第7期";

export const metadata: PdfMetadata = {
  title,
  author: "某市协调联络领导小组",
  subject: "工作简报第7期",
  keywords: ["督察", "信访件"],
  date: "2024-03-05",
  language: "zh-CN",
};

const rule = (className: string, millimetres: number): string =>
  `<svg class="rule ${className}" aria-hidden="true" width="156mm" height="${millimetres}mm" viewBox="0 0 156 ${millimetres}" preserveAspectRatio="none"><rect width="156" height="${millimetres}"/></svg>`;

const prose = "各县区要压紧压实责任逐件明确牵头单位和完成时限做到件件有着落事事有回音不得推诿扯皮";
const long = `<p>${prose.repeat(8)}。</p>`;

const body = `<header>
<h1><span class="scope">某市配合省督察“回头看”</span> <span class="name">工作简报</span></h1>
<p class="number">第7期</p>
<p class="row"><span class="unit">某市协调联络领导小组</span><span class="date">2024年3月5日</span></p>
${rule("red", 0.8)}
</header>
<h2>【工作动态】</h2>
<h3>某市扎实推进督察反馈问题整改<br>确保群众满意</h3>
<h4 class="level-1">一、总体情况</h4>
<p>自3月1日以来，${prose}，共收到信访件215件，逐件登记。</p>
<h4 class="level-2">（一）办理情况</h4>
${long}
<p>${prose.repeat(2)}，依据零环责改〔2024〕076号决定办理。</p>
<h4 class="level-3">1.污染类别</h4>
<table><thead><tr><th scope="col">类别</th><th scope="col">件数</th></tr></thead><tbody><tr><td>水</td><td>92</td></tr></tbody></table>
<figure><img alt="河岸复绿前后" src="picture.png"></figure>
${long}
<footer>
${rule("outer", 0.35)}
<p class="to">报：某省督察组，某省督察工作领导小组办公室，某省生态环境厅，某省信访局，某省纪委监委。</p>
<p class="to">送：市直各单位。</p>
${rule("inner", 0.25)}
<p class="last"><span>联系电话：8127713</span><span>共印50份</span></p>
${rule("outer", 0.35)}
</footer>`;

const style = `
@page { size: 210mm 297mm; margin: 34.58mm 26mm 32.58mm 28mm; }
@page :right { @bottom-right { content: "— " counter(page) " —"; padding-right: 14pt; vertical-align: top; padding-top: 1.95mm; } }
@page :left { @bottom-left { content: "— " counter(page) " —"; padding-left: 14pt; vertical-align: top; padding-top: 1.95mm; } }
@page { font: 14pt / 1 var(--font-songti); }
:root { --pitch: calc(229.84mm / 22); --cell: calc(156mm / 28); }
body, h1, h2, h3, h4, p, figure { margin: 0; font-size: inherit; font-weight: normal; }
body { font: 16pt / var(--pitch) var(--font-fangsong); letter-spacing: calc(156mm / 28 - 16pt); line-break: strict; text-spacing-trim: space-all; }
main { position: relative; height: calc(3 * 229.84mm); }
p { text-indent: calc(2 * var(--cell)); text-align: justify; orphans: 2; widows: 2; }
header { position: relative; height: calc(11 * var(--pitch)); }
header p, h1 { text-indent: 0; text-align: center; }
header span { display: block; }
h1 { color: #f00; font-family: var(--font-xiaobiaosong); }
.scope { position: absolute; top: 22mm; width: 100%; font-size: 24pt; line-height: 1; }
.name { position: absolute; top: 35mm; width: 100%; font-size: 48pt; line-height: 1; letter-spacing: 6mm; text-indent: 6mm; }
.number { position: absolute; top: 62mm; width: 100%; line-height: 16pt; }
.row { position: absolute; top: 82mm; width: 100%; line-height: 16pt; display: flex; justify-content: space-between; padding: 0 16pt; box-sizing: border-box; }
.rule { display: block; overflow: visible; }
.red { position: absolute; top: 91.65mm; fill: #f00; }
h2 { font-family: var(--font-heiti); }
h3 { font: 22pt / var(--pitch) var(--font-xiaobiaosong); text-align: center; letter-spacing: 0; }
h4 { text-indent: calc(2 * var(--cell)); }
.level-1 { font-family: var(--font-heiti); }
.level-2 { font-family: var(--font-kaiti); }
table { border-collapse: collapse; width: 100%; font-size: 14pt; height: calc(2 * var(--pitch)); line-height: 1.2; }
td, th { border: 1px solid #000; padding: 0; font-weight: normal; text-align: center; }
figure { height: calc(3 * var(--pitch)); text-align: center; }
figure img { height: 25mm; width: 40mm; }
footer { position: absolute; bottom: calc(2.42mm - 0.13mm); width: 100%; font-size: 14pt; line-height: 22pt; letter-spacing: 0; }
footer p { text-indent: 0; padding: 0 1em; }
.to { padding-left: 3em; text-indent: -2em; text-align: left; }
.last { display: flex; justify-content: space-between; }
`;

let faces: Promise<FaceSet> | undefined;

/** A piece of the document and what stands there instead. */
export type Change = readonly [from: string, to: string];

/** Each change must apply exactly once: one that changes nothing would let its test prove nothing. */
export async function sampleJob(...changes: readonly Change[]): Promise<PrintJob> {
  let html = `<main>${body}</main>`;
  let css = style;
  for (const [from, to] of changes) {
    const found = html.split(from).length + css.split(from).length - 2;
    if (found !== 1) throw new Error(`“${from}” stands there ${found} times`);
    html = html.replace(from, () => to);
    css = css.replace(from, () => to);
  }
  const set = await (faces ??= subsetFaces(`${body.replace(/<[^>]*>/g, "")}0123456789—，。“”（）[]x`));
  return {
    name: "sample",
    html: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>${faceCss(set.faces)}${css}</style></head><body>${html}</body></html>`,
    assets: new Map([...faceAssets(set.faces), ["picture.png", picture()]]),
  };
}

/** A grey square as PNG. */
function picture(): Uint8Array {
  const side = 8;
  const rows = Buffer.concat(
    Array.from({ length: side }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(side, 128)])),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(type, "latin1"), data, Buffer.alloc(4)]);
    whole.writeUInt32BE(data.length, 0);
    whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
    return whole;
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

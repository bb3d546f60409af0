/** Ways to break the sample bulletin in print, each with the rows that then must fail and no others. */

import type { Change } from "./sample-bulletin.ts";

export interface Bend {
  readonly what: string;
  readonly changes: readonly Change[];
  /** Ids of the rows that are not met any more, in alphabetical order. */
  readonly rows: readonly string[];
}

export const bends: readonly Bend[] = [
  {
    what: "turn lines that start 3 mm in",
    changes: [
      [
        "p { text-indent: calc(2",
        "main > p { padding-left: 3mm; text-indent: calc(2 * var(--cell) - 3mm) !important; } p { text-indent: calc(2",
      ],
    ],
    rows: ["left-edge"],
  },
  {
    what: "lines that end 2 mm early",
    changes: [["p { text-indent: calc(2", "main > p { padding-right: 2mm; } p { text-indent: calc(2"]],
    rows: ["cells-a-line", "right-edge"],
  },
  {
    what: "a type area 3 mm too high",
    changes: [["margin: 34.58mm 26mm 32.58mm", "margin: 31.58mm 26mm 35.58mm"]],
    rows: ["last-rule", "name-place", "page-number-height", "top-edge"],
  },
  {
    what: "an imprint 1 mm too low",
    changes: [["bottom: calc(2.42mm - 0.13mm)", "bottom: 1.3mm"]],
    rows: ["bottom-edge", "last-rule"],
  },
  {
    what: "a pitch of 28 pt",
    changes: [["--pitch: calc(229.84mm / 22)", "--pitch: 28pt"]],
    rows: ["lines-a-page", "pitch"],
  },
  {
    what: "the pitch of Word",
    changes: [["--pitch: calc(229.84mm / 22)", "--pitch: calc(225mm / 22)"]],
    rows: ["top-edge"],
  },
  { what: "a pitch of 30 pt", changes: [["--pitch: calc(229.84mm / 22)", "--pitch: 30pt"]], rows: ["pitch"] },
  {
    what: "a page left before it is full",
    changes: [["footer { position", "figure + p { widows: 10; } footer { position"]],
    rows: ["lines-a-page"],
  },
  {
    what: "27 characters a line",
    changes: [["letter-spacing: calc(156mm / 28 - 16pt)", "letter-spacing: 0.1pt"]],
    rows: ["cells-a-line"],
  },
  { what: "a dark red name", changes: [["h1 { color: #f00", "h1 { color: #c00"]], rows: ["colours", "name-colour"] },
  { what: "a black name", changes: [["h1 { color: #f00; ", "h1 { "]], rows: ["name-colour"] },
  {
    what: "a name in 黑体",
    changes: [
      ["h1 { color: #f00; font-family: var(--font-xiaobiaosong)", "h1 { color: #f00; font-family: var(--font-heiti)"],
    ],
    rows: ["name-face"],
  },
  { what: "a name of 60 pt", changes: [["font-size: 48pt", "font-size: 60pt"]], rows: ["name-face"] },
  {
    what: "a name 5 mm too low",
    changes: [[".scope { position: absolute; top: 22mm", ".scope { position: absolute; top: 27mm"]],
    rows: ["name-place"],
  },
  {
    what: "a name off the middle",
    changes: [["letter-spacing: 6mm; text-indent: 6mm", "letter-spacing: 6mm; text-indent: 0"]],
    rows: ["name-place"],
  },
  {
    what: "another issue's number",
    changes: [['class="number">第7期', 'class="number">第8期']],
    rows: ["issue-number"],
  },
  {
    what: "an issue number at the left",
    changes: [[".number { position: absolute;", ".number { text-align: left; position: absolute;"]],
    rows: ["issue-number"],
  },
  {
    what: "no issue number",
    changes: [['class="number">第7期', 'class="number">']],
    rows: ["issue-number", "issuer-row"],
  },
  {
    what: "issuing body and date without insets",
    changes: [["padding: 0 16pt; box", "padding: 0; box"]],
    rows: ["issuer-row"],
  },
  { what: "a thin red rule", changes: [['height="0.8"/>', 'height="0.5"/>']], rows: ["red-rule"] },
  {
    what: "a short red rule",
    changes: [[".red { position: absolute;", ".red { transform: scaleX(0.98); position: absolute;"]],
    rows: ["red-rule"],
  },
  { what: "a red rule too near", changes: [["top: 91.65mm", "top: 90.65mm"]], rows: ["red-rule"] },
  {
    what: "a red border instead of a rule",
    changes: [
      [".row { position", ".row { border-bottom: 0.8mm solid #f00; padding-bottom: 4mm !important; position"],
      ['height="0.8"/>', 'height="0"/>'],
    ],
    rows: ["artifacts"],
  },
  { what: "no red rule", changes: [['height="0.8"/>', 'height="0"/>']], rows: ["red-rule"] },
  {
    what: "a masthead that leaves two lines",
    changes: [["calc(11 * var(--pitch))", "calc(16 * var(--pitch))"]],
    rows: ["body-on-first-page", "single-lines"],
  },
  {
    what: "body text in 黑体",
    changes: [["p { text-indent: calc(2", "main > p { font-family: var(--font-heiti); } p { text-indent: calc(2"]],
    rows: ["body-type"],
  },
  {
    what: "body text of 15 pt",
    changes: [["p { text-indent: calc(2", "main > p { font-size: 15pt; } p { text-indent: calc(2"]],
    rows: ["body-type", "cells-a-line", "quantities"],
  },
  { what: "一、 in 仿宋", changes: [[".level-1 { font-family: var(--font-heiti); }", ""]], rows: ["levels"] },
  {
    what: "（一） in 黑体",
    changes: [[".level-2 { font-family: var(--font-kaiti); }", ".level-2 { font-family: var(--font-heiti); }"]],
    rows: ["levels"],
  },
  {
    what: "1. of 18 pt",
    changes: [["h4 { text", ".level-3 { font-size: 18pt !important; } h4 { text"]],
    rows: ["headline-shape", "headline-type", "levels"],
  },
  { what: "a column name in 仿宋", changes: [["h2 { font-family: var(--font-heiti); }", ""]], rows: ["columns"] },
  { what: "a column name indented", changes: [["h2 {", "h2 { padding-left: 2em;"]], rows: ["columns"] },
  { what: "a headline of 20 pt", changes: [["h3 { font: 22pt", "h3 { font: 20pt"]], rows: ["headline-type"] },
  {
    what: "a headline in 黑体",
    changes: [
      [
        "/ var(--pitch) var(--font-xiaobiaosong); text-align: center",
        "/ var(--pitch) var(--font-heiti); text-align: center",
      ],
    ],
    rows: ["headline-type"],
  },
  {
    what: "a headline at the left",
    changes: [["text-align: center; letter-spacing: 0", "text-align: left; letter-spacing: 0"]],
    rows: ["headline-shape"],
  },
  {
    what: "a headline broken inside a word",
    changes: [["整改<br>确保群众满意", "整改确<br>保群众满意"]],
    rows: ["headline-shape"],
  },
  {
    what: "a headline with two characters in its last line",
    changes: [["整改<br>确保群众满意", "整改确保群众<br>满意"]],
    rows: ["headline-shape"],
  },
  {
    what: "paragraphs without indent",
    changes: [["p { text-indent: calc(2 * var(--cell))", "p { text-indent: 0"]],
    rows: ["indent"],
  },
  {
    what: "level headings without indent",
    changes: [["h4 { text-indent: calc(2 * var(--cell)); }", ""]],
    rows: ["indent"],
  },
  {
    what: "single lines at a page's end",
    changes: [
      ["orphans: 2; widows: 2", "orphans: 1; widows: 1"],
      ["11 * var(--pitch)", "13 * var(--pitch)"],
    ],
    rows: ["single-lines"],
  },
  {
    what: "a paragraph that ends in one character",
    changes: [["决定办理。", "决定逐件明确单位和时限办理。"]],
    rows: ["single-lines"],
  },
  {
    what: "a comma at a line's beginning",
    changes: [["自3月1日以来，", "自3月1日以来<br>，"]],
    rows: ["line-start", "single-lines"],
  },
  {
    what: "an opening bracket at a line's end",
    changes: [["零环责改〔2024〕", "零环责改〔<br>2024〕"]],
    rows: ["line-end", "numbers"],
  },
  { what: "a dash divided", changes: [["自3月1日以来，", "自3月1日以来—<br>—"]], rows: ["dashes", "single-lines"] },
  { what: "a number divided", changes: [["信访件215件", "信访件21<br>5件"]], rows: ["numbers"] },
  { what: "a case number divided", changes: [["零环责改〔2024〕", "零环责改<br>〔2024〕"]], rows: ["numbers"] },
  { what: "a date divided", changes: [["自3月1日以来", "自3月<br>1日以来"]], rows: ["quantities"] },
  { what: "a quantity divided", changes: [["信访件215件", "信访件215<br>件"]], rows: ["quantities"] },
  { what: "a blank between Han and digit", changes: [["信访件215件", "信访件 215件"]], rows: ["blanks"] },
  { what: "square brackets round a year", changes: [["〔2024〕", "[2024]"]], rows: ["half-width"] },
  {
    what: "a date with noughts",
    changes: [['class="date">2024年3月5日', 'class="date">2024年03月05日']],
    rows: ["dates"],
  },
  {
    what: "a date other than the file's",
    changes: [['class="date">2024年3月5日', 'class="date">2024年3月6日']],
    rows: ["description"],
  },
  {
    what: "a table so wide that the browser shrinks every page",
    changes: [["width: 100%; font-size: 14pt; height", "width: 105%; font-size: 14pt; height"]],
    rows: [
      "body-type",
      "cells-a-line",
      "columns",
      "headline-type",
      "imprint-rules",
      "imprint-text",
      "issue-number",
      "issuer-row",
      "last-rule",
      "levels",
      "lines-a-page",
      "pitch",
      "red-rule",
    ],
  },
  {
    what: "a table without head cells",
    changes: [['<th scope="col">类别</th><th scope="col">件数</th>', "<td>类别</td><td>件数</td>"]],
    rows: ["structure"],
  },
  {
    what: "page numbers in 黑体",
    changes: [["14pt / 1 var(--font-songti)", "14pt / 1 var(--font-heiti)"]],
    rows: ["page-number-type"],
  },
  {
    what: "page numbers of 16 pt",
    changes: [["14pt / 1 var(--font-songti)", "16pt / 1 var(--font-songti)"]],
    rows: ["page-number-type"],
  },
  {
    what: "odd page numbers at the very edge",
    changes: [["padding-right: 14pt", "padding-right: 0"]],
    rows: ["page-number-side"],
  },
  {
    what: "page numbers always right",
    changes: [["@page :left { @bottom-left { content", "@page :left { @bottom-right { content"]],
    rows: ["page-number-side"],
  },
  {
    what: "even page numbers 3 mm too low",
    changes: [
      [
        "padding-left: 14pt; vertical-align: top; padding-top: 1.95mm",
        "padding-left: 14pt; vertical-align: top; padding-top: 4.95mm",
      ],
    ],
    rows: ["page-number-height"],
  },
  {
    what: "no number on even pages",
    changes: [
      ['@page :left { @bottom-left { content: "— " counter(page) " —"', "@page :left { @bottom-left { content: none"],
    ],
    rows: ["page-number-sequence"],
  },
  {
    what: "a page number out of sequence",
    changes: [
      [
        '@page :left { @bottom-left { content: "— " counter(page) " —"',
        '@page :left { @bottom-left { content: "— 9 —"',
      ],
    ],
    rows: ["page-number-sequence"],
  },
  { what: "an imprint rule too thick", changes: [['height="0.25"/>', 'height="0.35"/>']], rows: ["imprint-rules"] },
  {
    what: "imprint rules drawn in grey",
    changes: [[".rule {", ".inner, .outer { fill: #888; } .rule {"]],
    rows: ["colours", "imprint-rules"],
  },
  {
    what: "imprint rules too short",
    changes: [[".rule {", ".outer { transform: scaleX(0.9); } .rule {"]],
    rows: ["imprint-rules"],
  },
  {
    what: "an imprint that does not reach the bottom",
    changes: [["bottom: calc(2.42mm - 0.13mm)", "bottom: 6mm"]],
    rows: ["last-rule"],
  },
  {
    what: "an imprint of 12 pt",
    changes: [["font-size: 14pt; line-height: 22pt", "font-size: 12pt; line-height: 22pt"]],
    rows: ["imprint-insets", "imprint-text"],
  },
  {
    what: "an imprint in 黑体",
    changes: [["footer p {", "footer { font-family: var(--font-heiti); } footer p {"]],
    rows: ["imprint-text"],
  },
  {
    what: "recipients that do not hang",
    changes: [[".to { padding-left: 3em; text-indent: -2em;", ".to {"]],
    rows: ["imprint-insets"],
  },
  { what: "recipients without full stop", changes: [["市直各单位。", "市直各单位"]], rows: ["imprint-full-stop"] },
  { what: "copies not in their place", changes: [[".last {", ".last { padding-right: 4em;"]], rows: ["contact-row"] },
  {
    what: "no recipients",
    changes: [
      ['class="to">报：', 'class="to">'],
      ['class="to">送：', 'class="to">'],
    ],
    rows: [
      "body-type",
      "contact-row",
      "imprint-full-stop",
      "imprint-insets",
      "imprint-page",
      "imprint-rules",
      "imprint-text",
      "indent",
      "last-rule",
      "left-edge",
      "right-edge",
    ],
  },
  { what: "grey headings", changes: [["h2 {", "h2 { color: #444;"]], rows: ["colours"] },
  { what: "red in the body", changes: [["h2 {", "h2 { color: #f00;"]], rows: ["colours"] },
  {
    what: "a name that is no heading",
    changes: [
      ["<h1>", "<div class=h1>"],
      ["</h1>", "</div>"],
      ["h1 { color", ".h1 { text-align: center; color"],
    ],
    rows: ["structure"],
  },
  { what: "a picture without alternative text", changes: [['alt="河岸复绿前后"', ""]], rows: ["structure"] },
  {
    what: "a rule that is content",
    changes: [
      ['class="row"', 'class="row" style="border-bottom: 0.8mm solid #f00; padding-bottom: 4mm"'],
      ['height="0.8"/>', 'height="0"/>'],
    ],
    rows: ["artifacts"],
  },
];

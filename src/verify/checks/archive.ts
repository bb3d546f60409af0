/** Archive form: the rules of PDF/A-1b (ISO 19005-1) that can be checked without rendering. */

import type { Bulletin } from "../layout/bulletin.ts";
import type { FontFacts } from "../model/file-facts.ts";
import type { Check, Outcome } from "./check.ts";

const archive = { strength: "必须", severity: "fail" } as const;

export const archiveChecks: readonly Check[] = [
  {
    ...archive,
    id: "pdfa-identification",
    clause: "ISO 19005-1 6.7",
    name: "PDF/A 标识",
    run: identification,
  },
  {
    ...archive,
    id: "output-intent",
    clause: "ISO 19005-1 6.2.2",
    name: "输出意图",
    run: ({ measured: { facts } }) => {
      const intents = facts.outputIntents.filter(({ subtype }) => subtype === "GTS_PDFA1");
      const good = intents.length === 1 && intents[0]?.components === 3;
      return {
        expected: "一个 RGB 特性文件",
        measured:
          intents.length === 0 ? "没有" : intents.map(({ components }) => `${components ?? 0} 个分量`).join("、"),
        faults: good ? [] : [intents.length === 0 ? "没有 GTS_PDFA1 输出意图" : "不是唯一的 RGB 特性文件"],
      };
    },
  },
  {
    ...archive,
    id: "file-structure",
    clause: "ISO 19005-1 6.1",
    name: "文件结构",
    run: ({ measured: { facts } }) => {
      const faults: string[] = [];
      if (!facts.fileId) faults.push("没有文件 ID");
      if (facts.encrypted) faults.push("加了密");
      if (facts.version > "1.4") faults.push(`版本 ${facts.version} 高于 1.4`);
      return {
        expected: "PDF 1.4，有 ID，不加密",
        measured: `PDF ${facts.version}${facts.fileId ? "，有 ID" : "，没有 ID"}`,
        faults,
      };
    },
  },
  {
    ...archive,
    id: "cid-sets",
    clause: "ISO 19005-1 6.3.5",
    name: "字形清单",
    run: cidSets,
  },
  {
    ...archive,
    id: "no-transparency",
    clause: "ISO 19005-1 6.4",
    name: "没有透明",
    run: ({ measured: { facts } }) => ({
      expected: "没有",
      measured: facts.transparency.join("、") || "没有",
      faults: facts.transparency.map((kind) => `有${kind}`),
    }),
  },
  {
    ...archive,
    id: "no-scripts",
    clause: "ISO 19005-1 6.6.1",
    name: "没有脚本附件",
    run: ({ measured: { facts } }) => ({
      expected: "没有",
      measured: facts.active.join("、") || "没有",
      faults: facts.active.map((kind) => `有${kind}`),
    }),
  },
];

/** The value of an XMP property, written as an element or as an attribute. */
function property(xmp: string, name: string): string | undefined {
  const found = new RegExp(`<${name}>([^<]*)</${name}>|${name}=["']([^"']*)["']`).exec(xmp);
  return found?.[1] ?? found?.[2];
}

function identification({ measured: { facts } }: Bulletin): Outcome {
  const xmp = facts.xmp ?? "";
  const part = property(xmp, "pdfaid:part");
  const conformance = property(xmp, "pdfaid:conformance");
  const faults: string[] = [];
  if (facts.xmp === undefined) faults.push("没有 XMP 元数据");
  else if (part !== "1" || !/^[AB]$/.test(conformance ?? "")) faults.push("没有写明是 PDF/A-1b");
  const inner = /<dc:title>[\s\S]*?<rdf:li[^>]*>([^<]*)<\/rdf:li>/.exec(xmp)?.[1];
  if (facts.xmp !== undefined && inner !== undefined && unescaped(inner) !== facts.title)
    faults.push("XMP 的标题与文件标题不同");
  if (facts.xmp !== undefined && inner === undefined && facts.title !== undefined) faults.push("XMP 里没有标题");
  return {
    expected: "PDF/A-1b，标题一致",
    measured: part === undefined ? "没有" : `PDF/A-${part}${conformance?.toLowerCase() ?? ""}`,
    faults,
  };
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

/** A CIDSet must list exactly the glyphs of the embedded program: those with an outline, `.notdef`, and the blanks in use. */
function cidSets({ measured: { facts }, pages }: Bulletin): Outcome {
  const used = new Map<string, Set<number>>();
  for (const { glyphs } of pages)
    for (const { face, code } of glyphs) used.set(face, (used.get(face) ?? new Set()).add(code));
  const composite = facts.fonts.filter(({ kind }) => kind.startsWith("Type0"));
  const faults = composite.flatMap((font) => cidSetFault(font, used.get(font.face) ?? new Set()) ?? []);
  const sizes = composite.map(({ cidSet }) => cidSet?.size ?? 0);
  return { expected: "与嵌入的字形一致", measured: `${sizes.join("、")} 个字形`, faults };
}

function cidSetFault({ face, cidSet, drawn }: FontFacts, used: ReadonlySet<number>): string | undefined {
  if (cidSet === undefined) return `${face} 没有 CIDSet`;
  const missing = [...drawn].filter((glyph) => !cidSet.has(glyph)).length;
  const extra = [...cidSet].filter((glyph) => glyph > 0 && !drawn.has(glyph) && !used.has(glyph)).length;
  if (missing === 0 && extra === 0) return undefined;
  return `${face} 的 CIDSet ${[missing > 0 ? `少 ${missing} 个` : "", extra > 0 ? `多 ${extra} 个` : ""].join("")}`;
}

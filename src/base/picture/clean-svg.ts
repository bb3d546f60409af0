/**
 * Drawings (SVG 2) without what a reader does not see: scripts, links, comments, metadata of editing programs. The
 * output is written anew from a list of allowed elements, so that nothing unknown is copied.
 */

import { SaxesParser } from "saxes";
import type { SaxesAttributeNS, SaxesTagNS } from "saxes";
import { formatOf } from "./format.ts";
import type { PictureFault, PictureText } from "./picture-file.ts";

const svgSpace = "http://www.w3.org/2000/svg";
const linkSpace = "http://www.w3.org/1999/xlink";
const xmlSpace = "http://www.w3.org/XML/1998/namespace";

/** Elements removed together with their content. */
const dropped = new Set(["script", "metadata", "title", "desc", "handler", "listener"]);
const movements = new Set(["animate", "animateMotion", "animateTransform", "animateColor", "set", "discard"]);

export interface CleanDrawing {
  readonly svg: string;
  /** In CSS pixels; `undefined` where the drawing has no size of its own. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly isFirstOfMore: boolean;
  readonly texts: readonly PictureText[];
}

/** `text`: the decoded file. `pictureTexts`: extracts the metadata of a picture embedded in the drawing. */
export function cleanSvg(
  text: string,
  pictureTexts: (bytes: Buffer) => readonly PictureText[],
): CleanDrawing | PictureFault {
  const reader = new DrawingReader(text, pictureTexts);
  return reader.read();
}

class DrawingReader {
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #source: string;
  readonly #pictureTexts: (bytes: Buffer) => readonly PictureText[];
  readonly #texts: PictureText[] = [];
  #out = "";
  /** Depth of nesting inside a removed element, counting that element itself. */
  #depthDropped = 0;
  #open: string[] = [];
  #isFirstOfMore = false;
  #root: SaxesTagNS | undefined;
  #fault: PictureFault | undefined;

  constructor(source: string, pictureTexts: (bytes: Buffer) => readonly PictureText[]) {
    this.#source = source;
    this.#pictureTexts = pictureTexts;
  }

  read(): CleanDrawing | PictureFault {
    const parser = this.#parser;
    parser.on("error", ({ message }) => {
      const line = /^(?:undefined:)?(\d+):/.exec(message)?.[1] ?? String(parser.line);
      this.#refuse(
        "picture-broken",
        `写得不对，打不开（第 ${line} 行）`,
        "请在画图的软件里重新导出 SVG，或者存为 PNG。",
      );
    });
    // Old programs declare namespace addresses as XML entities, which the parser must know to expand.
    parser.on("doctype", (doctype) => {
      for (const [, name = "", value = ""] of doctype.matchAll(/<!ENTITY\s+([\w.-]+)\s+["']([^"'&%]*)["']\s*>/g))
        parser.ENTITIES[name] = value;
    });
    parser.on("comment", (comment) => this.#say(comment));
    parser.on("opentag", (tag) => this.#opened(tag));
    parser.on("text", (text) => this.#text(text));
    parser.on("cdata", (text) => this.#text(text));
    parser.on("closetag", (tag) => this.#closed(tag));
    parser.write(this.#source.replace(/^\uFEFF/, "")).close();
    if (this.#root === undefined)
      this.#refuse("picture-broken", "里没有图", "请在画图的软件里重新导出 SVG，或者存为 PNG。");
    return (
      this.#fault ?? {
        svg: this.#out,
        width: length(this.#root, "width"),
        height: length(this.#root, "height"),
        isFirstOfMore: this.#isFirstOfMore,
        texts: this.#texts,
      }
    );
  }

  #refuse(code: PictureFault["code"], says: string, hint: string): void {
    this.#fault ??= { code, says, hint };
  }

  #say(text: string): void {
    if (text.trim() !== "") this.#texts.push({ kind: "说明文字", text: text.trim() });
  }

  #opened(tag: SaxesTagNS): void {
    const { local, uri } = tag;
    const isFirst = this.#root === undefined;
    this.#root ??= tag;
    if (isFirst && (local !== "svg" || uri !== svgSpace))
      this.#refuse("picture-broken", "不是一张完整的 SVG 图", "请在画图的软件里重新导出 SVG，或者存为 PNG。");
    if (movements.has(local)) this.#isFirstOfMore = true;
    if (this.#depthDropped > 0 || uri !== svgSpace || dropped.has(local) || movements.has(local)) {
      this.#depthDropped++;
      this.#noteAttributes(tag);
      return;
    }
    if (local === "foreignObject")
      this.#refuse("picture-drawing", "里的文字是网页（foreignObject），印不出来", "请在画图的软件里存为 PNG。");
    const name = local === "a" ? "g" : local;
    const attributes = Object.values(tag.attributes).flatMap((attribute) => this.#attribute(local, attribute));
    const spaces = isFirst ? [`xmlns="${svgSpace}"`, `xmlns:xlink="${linkSpace}"`] : [];
    this.#out += `<${[name, ...spaces, ...attributes].join(" ")}>`;
    this.#open.push(name);
  }

  #closed({ isSelfClosing }: SaxesTagNS): void {
    if (this.#depthDropped > 0) this.#depthDropped--;
    else {
      const name = this.#open.pop() ?? "";
      this.#out = isSelfClosing ? `${this.#out.slice(0, -1)}/>` : `${this.#out}</${name}>`;
    }
  }

  #text(text: string): void {
    if (this.#depthDropped > 0) this.#say(text);
    else this.#out += escaped(this.#open.at(-1) === "style" ? cleanCss(text) : text);
  }

  /** Collects the text of removed elements for the privacy check. */
  #noteAttributes({ attributes }: SaxesTagNS): void {
    for (const { value, prefix } of Object.values(attributes))
      if (prefix !== "xmlns" && /\p{Script=Han}|[/\\@]/u.test(value)) this.#say(value);
  }

  #attribute(element: string, { prefix, local, uri, value }: SaxesAttributeNS): string[] {
    if (prefix === "xmlns" || local === "xmlns") return [];
    const isLink = local === "href" && (uri === "" || uri === linkSpace);
    if (isLink) return this.#link(element, value);
    if (uri === xmlSpace) return local === "space" || local === "lang" ? [`xml:${local}="${escaped(value)}"`] : [];
    if (uri !== "") {
      this.#say(value);
      return [];
    }
    if (/^on|^data-/i.test(local)) return [];
    return [`${local}="${escaped(/url|image-set|\\/i.test(value) ? cleanCss(value) : value)}"`];
  }

  #link(element: string, value: string): string[] {
    const target = value.trim();
    if (element === "a") return [];
    if (target.startsWith("#")) return [`xlink:href="${escaped(target)}"`];
    const data = /^data:image\/(?:png|jpe?g|gif|webp);base64,([\s\S]*)$/i.exec(target);
    if (data === null || element !== "image") {
      const hint = "请在画图的软件里把引用的图“嵌入”，再导出；或者存为 PNG。";
      this.#refuse("picture-drawing", `引用了别的文件（${target.slice(0, 40)}），印不出来`, hint);
      return [];
    }
    const bytes = Buffer.from(data[1] ?? "", "base64");
    const kinds = new Set(this.#pictureTexts(bytes).map(({ kind }) => kind));
    if (kinds.size > 0)
      this.#refuse("picture-drawing", `里嵌的照片带有${[...kinds].join("、")}，去不掉`, "请存为 PNG 再用。");
    const kind = formatOf(bytes)?.kind;
    if (kind === undefined || kind === "svg")
      this.#refuse("picture-drawing", "里嵌的图片不是 PNG 或 JPEG", "请存为 PNG 再用。");
    return [`xlink:href="data:image/${kind ?? "png"};base64,${bytes.toString("base64")}"`];
  }
}

/** Removes every `url()` except references into the drawing itself and embedded fonts. */
function cleanCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    )
    .replace(/@import[^;]*(;|$)/gi, "")
    .replace(/(?:-webkit-)?image-set\s*\([^;}]*/gi, "none")
    .replace(/url\(\s*(["']?)(?!\s*#|data:(?:font|application\/(?:x-)?font))[^)]*\)/gi, "none");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** CSS pixels per unit. */
const units: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
};

function length(root: SaxesTagNS | undefined, name: "width" | "height"): number | undefined {
  const [, number, unit = ""] =
    /^\s*([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(root?.attributes[name]?.value ?? "") ?? [];
  const pixels = Number(number) * (units[unit.toLowerCase()] ?? Number.NaN);
  return Number.isFinite(pixels) && pixels >= 0.5 ? Math.round(pixels) : undefined;
}

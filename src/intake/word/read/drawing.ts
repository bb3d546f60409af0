/** Classifies drawings (w:drawing), old drawings (w:pict) and embedded objects (w:object). */

import { linearMath } from "./math.ts";
import type { Loss } from "./model.ts";
import { attributesOf, descendants, textOf, wordsBelow } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

export type Drawn =
  | {
      readonly kind: "picture";
      readonly relationship: string;
      readonly alternative: string;
      readonly losses: readonly Loss[];
    }
  | { readonly kind: "textbox"; readonly content: XmlElement }
  | { readonly kind: "object"; readonly name: string; readonly text: string };

/** `wordsOf` gives the words of a chart or diagram by its relationship. */
export function drawn(element: XmlElement, wordsOf: (relationship: string) => string): Drawn[] {
  const has = (name: string): boolean => descendants(element, name).length > 0;
  if (element.name === "w:object" || has("o:OLEObject")) {
    const program = descendants(element, "o:OLEObject")[0]?.attributes["ProgID"] ?? "";
    const control = has("w:control") ? "控件" : `嵌入的文件${program === "" ? "" : `（${program}）`}`;
    return [object(/^Equation/i.test(program) ? "公式" : control)];
  }
  if (descendants(element, "wp:docPr").some(({ attributes }) => /^(?:1|true)$/.test(attributes["hidden"] ?? "")))
    return [object("隐藏的图形", wordsBelow(element))];
  const boxes = outermost(element, "w:txbxContent").map((content) => ({ kind: "textbox", content }) as const);
  const others: Drawn[] = [
    ...linked(element, "图表", wordsOf, "c:chart", "cx:chart"),
    ...linked(element, "SmartArt 图", wordsOf, "dgm:relIds"),
    ...descendants(element, "v:textpath").flatMap(({ attributes: { string } }) =>
      string === undefined ? [] : [object("艺术字", string)],
    ),
    ...(has("a:txBody") ? [object("图形里的文字", descendants(element, "a:t").map(textOf).join(""))] : []),
  ];
  const found = [...picturesIn(element), ...boxes, ...others];
  return found.length > 0 ? found : [object("图形", alternativeOf(element))];
}

function object(name: string, text = ""): Drawn {
  return { kind: "object", name, text };
}

function linked(
  element: XmlElement,
  name: string,
  wordsOf: (relationship: string) => string,
  ...tags: readonly string[]
): Drawn[] {
  return descendants(element, ...tags).map(({ attributes }) =>
    object(name, wordsOf(attributes["r:id"] ?? attributes["r:dm"] ?? "")),
  );
}

/** The elements that are not inside another one of that name, because the content of a text box is read separately. */
function outermost(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((node) =>
    typeof node === "string" ? [] : node.name === name ? [node] : outermost(node, name),
  );
}

function alternativeOf(element: XmlElement): string {
  const described = descendants(element, "wp:docPr")[0]?.attributes;
  return (described?.["descr"] ?? described?.["title"] ?? "").replace(/\s+/g, " ").trim();
}

function picturesIn(element: XmlElement): Drawn[] {
  const alternative = alternativeOf(element);
  const found: Drawn[] = [];
  const visit = (parent: XmlElement): void => {
    for (const node of parent.children) {
      if (typeof node === "string" || node.name === "w:txbxContent") continue;
      const relationship =
        node.name === "a:blip"
          ? (node.attributes["r:embed"] ?? node.attributes["r:link"])
          : node.name === "v:imagedata"
            ? node.attributes["r:id"]
            : undefined;
      if (relationship !== undefined)
        found.push({ kind: "picture", relationship, alternative, losses: changesTo(element) });
      visit(node);
    }
  };
  visit(element);
  return found;
}

/** Remarks on how the page shows the pictures differently from their files. */
function changesTo(element: XmlElement): Loss[] {
  const cut = [
    ...attributesOf(element, "a:srcRect", "l", "t", "r", "b"),
    ...attributesOf(element, "v:imagedata", "cropleft", "croptop", "cropright", "cropbottom"),
  ];
  const turned = [
    ...attributesOf(element, "a:xfrm", "rot", "flipH", "flipV"),
    ...attributesOf(element, "pic:spPr", "rot"),
  ];
  const shape = descendants(element, "pic:spPr").flatMap((one) => attributesOf(one, "a:prstGeom", "prst"));
  const recoloured = descendants(element, "a:blip").some(({ children }) =>
    children.some((child) => typeof child !== "string" && !isPlain(child)),
  );
  const old = attributesOf(element, "v:imagedata", "gain", "blacklevel", "grayscale", "bilevel", "chromakey");
  return [
    ...(recoloured || old.some(isSome) || descendants(element, "a14:imgEffect").length > 0
      ? [loss("图片在 Word 里调过颜色或效果，带入的是原来的样子，请调好另存再换上")]
      : []),
    ...(descendants(element, "a:hlinkClick").length > 0 ? [loss("图片上的链接没有带入")] : []),
    ...(cut.some(isSome) || shape.some((name) => name !== "rect")
      ? [loss("图片在 Word 里裁剪过，带入的是整张，请先裁好另存再换上")]
      : []),
    ...(turned.some(isSome) ? [loss("图片在 Word 里转动或翻转过，带入的是原来的方向，请转好再换上")] : []),
  ];
}

/** Whether a part of a picture's fill does not change the picture. */
function isPlain({ name, attributes }: XmlElement): boolean {
  if (name === "a:lum") return !Object.values(attributes).some(isSome);
  return name === "a:extLst" || (name === "a:alphaModFix" && (attributes["amt"] ?? "100000") === "100000");
}

function isSome(value: string): boolean {
  return !/^-?0*(?:\.0*)?f?$|^false$/.test(value);
}

function loss(message: string): Loss {
  return { message, words: "" };
}

/** An equation that cannot be written as a line of text, with its characters in reading order. */
export function equation(element: XmlElement): Drawn {
  return object("公式", linearMath(element).text);
}

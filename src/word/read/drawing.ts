/** What a drawing (w:drawing), an old drawing (w:pict) or an embedded object (w:object) is. */

import { descendants, textOf } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

export type Drawn =
  | { readonly kind: "picture"; readonly relationship: string; readonly alternative: string }
  | { readonly kind: "textbox"; readonly content: XmlElement }
  | { readonly kind: "object"; readonly name: string; readonly text: string };

export function drawn(element: XmlElement): Drawn[] {
  const has = (name: string): boolean => descendants(element, name).length > 0;
  if (element.name === "w:object" || has("o:OLEObject")) {
    const program = descendants(element, "o:OLEObject")[0]?.attributes["ProgID"] ?? "";
    return [object(/^Equation/i.test(program) ? "公式" : `嵌入的文件${program === "" ? "" : `（${program}）`}`)];
  }
  const boxes = outermost(element, "w:txbxContent").map((content) => ({ kind: "textbox", content }) as const);
  const pictures = picturesIn(element);
  if (boxes.length + pictures.length > 0) return [...pictures, ...boxes];
  if (has("c:chart")) return [object("图表")];
  if (descendants(element, "dgm:relIds").length > 0) return [object("SmartArt 图")];
  const art = descendants(element, "v:textpath")[0]?.attributes["string"];
  return [art === undefined ? object("图形") : object("艺术字", art)];
}

function object(name: string, text = ""): Drawn {
  return { kind: "object", name, text };
}

/** Those that do not lie in another of the kind: a text box's content is read as a text of its own. */
function outermost(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((node) =>
    typeof node === "string" ? [] : node.name === name ? [node] : outermost(node, name),
  );
}

function picturesIn(element: XmlElement): Drawn[] {
  const described = descendants(element, "wp:docPr")[0]?.attributes;
  const alternative = (described?.["descr"] ?? described?.["title"] ?? "").replace(/\s+/g, " ").trim();
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
      if (relationship !== undefined) found.push({ kind: "picture", relationship, alternative });
      visit(node);
    }
  };
  visit(element);
  return found;
}

/** An equation's characters in reading order; its structure is lost. */
export function equation(element: XmlElement): Drawn {
  return object("公式", descendants(element, "m:t").map(textOf).join(""));
}

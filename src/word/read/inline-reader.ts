/** The contents of a paragraph: runs with their tracked changes, comments, fields, notes and drawings. */

import { drawn, equation } from "./drawing.ts";
import type { Drawn } from "./drawing.ts";
import type { Change, Marked, Signature, WordBlock, WordInline } from "./model.ts";
import type { Styles } from "./styles.ts";
import { symbolText } from "./symbols.ts";
import { child, elements, textOf, toggle, value } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

export interface InlineContext {
  readonly styles: Styles;
  /** Part of a picture by relationship; `undefined` for one outside the file. */
  readonly target: (relationship: string) => string | undefined;
  /** Text of a footnote or endnote. */
  readonly note: (kind: "footnote" | "endnote", id: string) => string;
  readonly blocks: (parent: XmlElement) => WordBlock[];
}

const changes: Readonly<Record<string, Change["kind"]>> = {
  "w:ins": "insert",
  "w:del": "delete",
  "w:moveFrom": "moveFrom",
  "w:moveTo": "moveTo",
  "w:cellIns": "insert",
  "w:cellDel": "delete",
};

/** Elements that only hold what stands in them. */
const wrappers = new Set([
  "w:hyperlink",
  "w:smartTag",
  "w:fldSimple",
  "w:sdt",
  "w:sdtContent",
  "w:customXml",
  "w:dir",
  "w:bdo",
]);

export function changeOf(element: XmlElement): Change | undefined {
  const kind = changes[element.name];
  return kind === undefined ? undefined : { kind, ...signatureOf(element) };
}

/** Of a tracked change of any kind. */
export function signatureOf({ attributes }: XmlElement): Signature {
  return { author: attributes["w:author"] ?? "", date: attributes["w:date"] ?? "" };
}

export function isRemoval({ kind }: Change): boolean {
  return kind === "delete" || kind === "moveFrom";
}

/** Comments and fields reach over paragraphs, so one reader goes through the whole text. */
export class InlineReader {
  readonly #context: InlineContext;
  /** Comments that are open here. */
  readonly #comments = new Set<string>();
  /** Open fields: has the result begun? */
  readonly #fields: boolean[] = [];
  #bookmarks: string[] = [];

  constructor(context: InlineContext) {
    this.#context = context;
  }

  /** Bookmarks that began since the last call. */
  takeBookmarks(): string[] {
    const bookmarks = this.#bookmarks;
    this.#bookmarks = [];
    return bookmarks;
  }

  /** A text box's bookmarks are its own, and those of the paragraph it hangs on stay that one's. */
  #inside(content: XmlElement): WordBlock[] {
    const outer = this.takeBookmarks();
    const blocks = this.#context.blocks(content);
    this.#bookmarks = outer;
    return blocks;
  }

  /** A bookmark or the edge of a comment, which may stand between paragraphs too. */
  anchor(element: XmlElement): void {
    const id = element.attributes["w:id"] ?? "";
    if (element.name === "w:bookmarkStart") this.#bookmarks.push(element.attributes["w:name"] ?? "");
    else if (element.name === "w:commentRangeStart") this.#comments.add(id);
    else if (element.name === "w:commentRangeEnd") this.#comments.delete(id);
  }

  read(parent: XmlElement, paragraph: XmlElement | undefined, change?: Change): WordInline[] {
    return elements(parent).flatMap((element) => {
      const inner = changeOf(element);
      if (inner !== undefined) {
        const inlines = this.read(element, paragraph, change !== undefined && isRemoval(change) ? change : inner);
        // What was inserted and then deleted is there for nobody, neither before nor after.
        return change !== undefined && isRemoval(change) !== isRemoval(inner) ? [] : inlines;
      }
      if (wrappers.has(element.name)) return this.read(element, paragraph, change);
      switch (element.name) {
        case "w:r":
          return this.#run(element, paragraph, change);
        case "mc:AlternateContent":
          return this.read(alternative(element), paragraph, change);
        case "m:oMath":
        case "m:oMathPara":
          return this.#drawn([equation(element)], change);
        default:
          this.anchor(element);
          return [];
      }
    });
  }

  #mark(change: Change | undefined): Marked {
    return { change, comments: [...this.#comments] };
  }

  #run(run: XmlElement, paragraph: XmlElement | undefined, change: Change | undefined): WordInline[] {
    const own = child(run, "w:rPr");
    const { styles } = this.#context;
    const formatChange = child(own, "w:rPrChange");
    const sizeText = styles.run(own, paragraph, (properties) => value(properties, "w:sz"));
    const look = {
      bold: styles.run(own, paragraph, (properties) => toggle(properties, "w:b")) === true,
      underlined: !["none", undefined].includes(styles.run(own, paragraph, (properties) => value(properties, "w:u"))),
      hidden: styles.run(own, paragraph, (properties) => toggle(properties, "w:vanish")) === true,
      struck: ["w:strike", "w:dstrike"].some(
        (name) => styles.run(own, paragraph, (properties) => toggle(properties, name)) === true,
      ),
      raised: raisedOf(styles.run(own, paragraph, (properties) => value(properties, "w:vertAlign"))),
      formatChange: formatChange === undefined ? undefined : signatureOf(formatChange),
      size: sizeText === undefined ? undefined : Number(sizeText) / 2,
      font: styles.run(own, paragraph, (properties) => child(properties, "w:rFonts")?.attributes["w:eastAsia"]),
    };
    const text = (content: string): WordInline[] =>
      content === "" || this.#fields.includes(false)
        ? []
        : [{ kind: "text", text: content, ...look, ...this.#mark(change) }];
    const read = (parent: XmlElement): WordInline[] =>
      elements(parent).flatMap((element): WordInline[] => {
        switch (element.name) {
          case "w:t":
          case "w:delText":
            return text(textOf(element));
          case "w:tab":
          case "w:ptab":
            return text("\t");
          case "w:br":
            return (element.attributes["w:type"] ?? "textWrapping") === "textWrapping"
              ? [{ kind: "break", ...this.#mark(change) }]
              : [];
          case "w:cr":
            return [{ kind: "break", ...this.#mark(change) }];
          case "w:noBreakHyphen":
            return text("-");
          case "w:sym":
            return text(symbolText(element.attributes["w:font"] ?? "", element.attributes["w:char"] ?? ""));
          case "w:ruby":
            return elements(child(element, "w:rubyBase")).flatMap((base) => this.#run(base, paragraph, change));
          case "w:fldChar":
            this.#field(element.attributes["w:fldCharType"]);
            return [];
          case "w:footnoteReference":
            return [this.#note("脚注", "footnote", element, change)];
          case "w:endnoteReference":
            return [this.#note("尾注", "endnote", element, change)];
          case "w:commentReference":
            return [{ kind: "comment", id: element.attributes["w:id"] ?? "", ...this.#mark(change) }];
          case "w:drawing":
          case "w:pict":
          case "w:object":
            return this.#drawn(drawn(element), change);
          case "mc:AlternateContent":
            return read(alternative(element));
          default:
            return [];
        }
      });
    return read(run);
  }

  #field(type: string | undefined): void {
    if (type === "begin") this.#fields.push(false);
    else if (type === "separate" && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = true;
    else if (type === "end") this.#fields.pop();
  }

  #note(
    name: "脚注" | "尾注",
    kind: "footnote" | "endnote",
    element: XmlElement,
    change: Change | undefined,
  ): WordInline {
    const text = this.#context.note(kind, element.attributes["w:id"] ?? "");
    return { kind: "note", name, text, ...this.#mark(change) };
  }

  #drawn(found: readonly Drawn[], change: Change | undefined): WordInline[] {
    return found.map((item): WordInline => {
      const mark = this.#mark(change);
      switch (item.kind) {
        case "picture":
          return {
            kind: "picture",
            part: this.#context.target(item.relationship),
            alternative: item.alternative,
            ...mark,
          };
        case "textbox":
          return { kind: "textbox", blocks: this.#inside(item.content), ...mark };
        case "object":
          return { ...item, ...mark };
      }
    });
  }
}

function raisedOf(align: string | undefined): "superscript" | "subscript" | undefined {
  return align === "superscript" || align === "subscript" ? align : undefined;
}

/** The newer form of a drawing; the other is the same once more for old programs. */
function alternative(element: XmlElement): XmlElement {
  return child(element, "mc:Choice") ?? child(element, "mc:Fallback") ?? element;
}

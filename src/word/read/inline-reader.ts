/** The contents of a paragraph: runs with their tracked changes, comments, fields, notes and drawings. */

import { drawn, equation } from "./drawing.ts";
import type { Drawn } from "./drawing.ts";
import { Fields } from "./fields.ts";
import { linearMath } from "./math.ts";
import { inlineText } from "./model.ts";
import type { Change, Marked, Signature, WordBlock, WordInline, WordText } from "./model.ts";
import { hasGround, runLook } from "./run-look.ts";
import type { RunLook } from "./run-look.ts";
import { ScriptedText } from "./scripted-text.ts";
import type { Styles } from "./styles.ts";
import { symbolsIn, symbolText } from "./symbols.ts";
import type { Vocabulary } from "./vocabulary/fate.ts";
import { unknownContent } from "./vocabulary/fate.ts";
import { paragraphContents } from "./vocabulary/paragraph.ts";
import { runContents } from "./vocabulary/run.ts";
import { child, elements, textOf, toggle, value, wordsBelow } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

export interface InlineContext {
  readonly styles: Styles;
  /** Part of a picture by relationship; `undefined` for one outside the file. */
  readonly target: (relationship: string) => string | undefined;
  /** Address of a link, empty for one within the file. */
  readonly address: (relationship: string) => string;
  /** The words of a chart, a diagram, an imported file by its relationship. */
  readonly words: (relationship: string) => string;
  /** Text of a footnote or endnote. */
  readonly note: (kind: "footnote" | "endnote", id: string) => string;
  /** Kinds of fields whose result is left out. */
  readonly withoutResult: ReadonlySet<string>;
  /** w:fldChar elements that are no fields' edges. */
  readonly unpaired: ReadonlySet<XmlElement>;
  readonly blocks: (parent: XmlElement) => WordBlock[];
}

const changes: Readonly<Record<string, Change["kind"]>> = {
  "w:ins": "insert",
  "w:del": "delete",
  "w:moveFrom": "moveFrom",
  "w:moveTo": "moveTo",
  "w14:conflictIns": "insert",
  "w14:conflictDel": "delete",
  "w:cellIns": "insert",
  "w:cellDel": "delete",
};

/** Elements that only hold what stands in them. */
const wrappers = new Set(["w:smartTag", "w:sdtContent", "w:customXml", "w:dir", "w:bdo"]);

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

/** What a control holds that nobody filled in, or that only Word keeps up to date; `undefined` for any other. */
export function controlRemark(control: XmlElement): string | undefined {
  const properties = child(control, "w:sdtPr");
  if (toggle(properties, "w:showingPlcHdr") === true) return "没有填写的内容控件，里面的提示文字没有带入";
  const gallery =
    value(properties, "w:docPartObj", "w:docPartGallery") ?? value(properties, "w:docPartList", "w:docPartGallery");
  return /^Table of Contents/i.test(gallery ?? "") ? "自动目录没有带入" : undefined;
}

/** Where a run stands. */
interface Around {
  readonly paragraph: XmlElement | undefined;
  readonly change: Change | undefined;
  readonly onGround: boolean;
  /** A link's underline and colour say only that it is one. */
  readonly inLink: boolean;
}

/** Comments and fields reach over paragraphs, so one reader goes through the whole text. */
export class InlineReader {
  readonly #context: InlineContext;
  /** Comments that are open here. */
  readonly #comments = new Set<string>();
  #fields: Fields;
  #bookmarks: string[] = [];

  constructor(context: InlineContext) {
    this.#context = context;
    this.#fields = new Fields(context.withoutResult);
  }

  /** Bookmarks that began since the last call. */
  takeBookmarks(): string[] {
    const bookmarks = this.#bookmarks;
    this.#bookmarks = [];
    return bookmarks;
  }

  /** A bookmark or the edge of a comment, which may stand between paragraphs too. Is it one? */
  anchor(element: XmlElement): boolean {
    const id = element.attributes["w:id"] ?? "";
    if (element.name === "w:bookmarkStart") this.#bookmarks.push(element.attributes["w:name"] ?? "");
    else if (element.name === "w:commentRangeStart") this.#comments.add(id);
    else if (element.name === "w:commentRangeEnd") this.#comments.delete(id);
    else return element.name === "w:bookmarkEnd";
    return true;
  }

  /** `onGround` when the paragraph stands in a cell or box that is not white. */
  paragraph(element: XmlElement, properties: XmlElement | undefined, onGround: boolean): WordInline[] {
    const { styles } = this.#context;
    const around = { paragraph: properties, change: undefined, inLink: false };
    const scripted = new ScriptedText();
    const inlines = this.#children(
      element,
      { ...around, onGround: onGround || hasGround(styles, properties) },
      scripted,
    );
    return scripted.settle(inlines);
  }

  /** A text box is a text of its own: no field reaches into it, and its bookmarks are not those of the paragraph it hangs on. */
  #inside(content: XmlElement): WordBlock[] {
    const fields = this.#fields;
    const bookmarks = this.takeBookmarks();
    this.#fields = new Fields(this.#context.withoutResult);
    const blocks = this.#context.blocks(content);
    this.#fields = fields;
    this.#bookmarks = bookmarks;
    return blocks;
  }

  #children(parent: XmlElement, around: Around, scripted: ScriptedText): WordInline[] {
    return elements(parent).flatMap((element) => this.#child(element, around, scripted));
  }

  #child(element: XmlElement, around: Around, scripted: ScriptedText): WordInline[] {
    const { change } = around;
    const inner = changeOf(element);
    if (inner !== undefined) {
      const within = change !== undefined && isRemoval(change) ? change : inner;
      const inlines = this.#children(element, { ...around, change: within }, scripted);
      // What was inserted and then deleted is there for nobody, neither before nor after.
      return change !== undefined && isRemoval(change) !== isRemoval(inner) ? [] : inlines;
    }
    if (wrappers.has(element.name)) {
      const inlines = this.#children(element, around, scripted);
      const turned = /^w:(?:dir|bdo)$/.test(element.name) && element.attributes["w:val"] === "rtl";
      return turned ? [...inlines, ...this.#lost("从右向左排的字，请核对次序", inlineText(inlines), change)] : inlines;
    }
    switch (element.name) {
      case "w:r":
        return this.#run(element, around, scripted);
      case "w:sdt":
        return this.#control(element, around, scripted);
      case "w:hyperlink":
        return this.#link(element, around, scripted);
      case "w:fldSimple":
        return this.#simpleField(element, around, scripted);
      case "m:oMath":
      case "m:oMathPara":
        return this.equation(element, change);
      default:
        return this.anchor(element) ? [] : this.#unread(element, paragraphContents, change);
    }
  }

  /** What has no place in an article: without effect, or told of, or not known. */
  #unread(element: XmlElement, vocabulary: Vocabulary, change: Change | undefined): WordInline[] {
    const fate = vocabulary[element.name];
    if (fate?.kind === "inert" || fate?.kind === "carried") return [];
    if (fate !== undefined && !fate.applies(element)) return [];
    return this.#lost(fate?.message ?? unknownContent(element.name), wordsBelow(element), change);
  }

  #lost(message: string, words: string, change: Change | undefined): WordInline[] {
    return this.#fields.pass([{ kind: "loss", message, words, ...this.#mark(change) }]);
  }

  #control(element: XmlElement, around: Around, scripted: ScriptedText): WordInline[] {
    const content = child(element, "w:sdtContent");
    const remark = controlRemark(element);
    const inlines = content === undefined ? [] : this.#children(content, around, scripted);
    return remark === undefined ? inlines : this.#lost(remark, inlineText(inlines), around.change);
  }

  #link(element: XmlElement, around: Around, scripted: ScriptedText): WordInline[] {
    const inlines = this.#children(element, { ...around, inLink: true }, scripted);
    const address = this.#context.address(element.attributes["r:id"] ?? "");
    if (address === "") return inlines;
    return [...inlines, ...this.#lost("链接的网址没有带入", `${inlineText(inlines)} ${address}`, around.change)];
  }

  #simpleField(element: XmlElement, around: Around, scripted: ScriptedText): WordInline[] {
    this.#fields.begin(child(element, "w:ffData"));
    this.#fields.code(element.attributes["w:instr"] ?? "");
    this.#fields.separate();
    const inlines = this.#children(element, around, scripted);
    return [
      ...inlines,
      ...this.#endField(runLook(this.#context.styles, undefined, around.paragraph, around.onGround), around),
    ];
  }

  #mark(change: Change | undefined): Marked {
    return { change, comments: [...this.#comments] };
  }

  #run(run: XmlElement, around: Around, scripted: ScriptedText): WordInline[] {
    const { change } = around;
    const full = runLook(this.#context.styles, child(run, "w:rPr"), around.paragraph, around.onGround);
    const look = around.inLink && !full.hidden && !full.struck ? { ...full, underlined: false, looks: [] } : full;
    const text = (content: string): WordInline[] => {
      if (content === "") return [];
      const shown = symbolsIn(look.capitals ? content.toUpperCase() : content, look.latinFont);
      return this.#fields.pass([scripted.mark(this.#text(shown, look, change), look)]);
    };
    const lineBreak = (of: "line" | "page"): WordInline[] =>
      this.#fields.pass([{ kind: "break", of, ...this.#mark(change) }]);
    const read = (element: XmlElement): WordInline[] => {
      switch (element.name) {
        case "w:rPr":
          return [];
        case "w:t":
        case "w:delText":
          return text(textOf(element).replace(/[\r\n\t]+/g, " "));
        case "w:tab":
        case "w:ptab":
          return text("\t");
        case "w:br":
          return lineBreak((element.attributes["w:type"] ?? "textWrapping") === "textWrapping" ? "line" : "page");
        case "w:cr":
          return lineBreak("line");
        case "w:noBreakHyphen":
          return text("-");
        case "w:sym":
          return text(symbolText(element.attributes["w:font"] ?? "", element.attributes["w:char"] ?? ""));
        case "w:ruby": {
          const bases = elements(child(element, "w:rubyBase")).flatMap((base) => this.#child(base, around, scripted));
          const reading = child(element, "w:rt");
          const words = reading === undefined ? "" : `${inlineText(bases)}（${wordsBelow(reading)}）`;
          return [...bases, ...this.#lost("注音没有带入", words, change)];
        }
        case "w:fldChar":
          return this.#fieldEdge(element, look, around);
        case "w:instrText":
          this.#fields.code(textOf(element));
          return [];
        case "w:footnoteReference":
          return this.#note("脚注", "footnote", element, change);
        case "w:endnoteReference":
          return this.#note("尾注", "endnote", element, change);
        case "w:commentReference":
          return [{ kind: "comment", id: element.attributes["w:id"] ?? "", ...this.#mark(change) }];
        case "w:drawing":
        case "w:pict":
        case "w:object":
          return this.#drawn(drawn(element, this.#context.words), change);
        default:
          return this.#unread(element, runContents, change);
      }
    };
    return elements(run).flatMap(read);
  }

  #text(text: string, look: RunLook, change: Change | undefined): WordText {
    const { bold, underlined, hidden, struck, looks, formatChange, size, font, direct } = look;
    const shown = { bold, underlined, hidden, struck, looks, formatChange, size, font, direct, raised: undefined };
    return { kind: "text", text, ...shown, ...this.#mark(change) };
  }

  #fieldEdge(element: XmlElement, look: RunLook, around: Around): WordInline[] {
    const type = element.attributes["w:fldCharType"];
    if (this.#context.unpaired.has(element))
      return type === "begin" ? this.#lost("域没有写完整，里面的字照样带入了，请核对", "", around.change) : [];
    if (type === "begin") this.#fields.begin(child(element, "w:ffData"));
    else if (type === "separate") this.#fields.separate();
    else if (type === "end") return this.#endField(look, around);
    return [];
  }

  #endField(look: RunLook, { change }: Around): WordInline[] {
    const { text, losses } = this.#fields.end();
    return this.#fields.pass([
      ...(text === "" ? [] : [this.#text(text, look, change)]),
      ...losses.map((loss) => ({ kind: "loss" as const, ...loss, ...this.#mark(change) })),
    ]);
  }

  #note(
    name: "脚注" | "尾注",
    kind: "footnote" | "endnote",
    element: XmlElement,
    change: Change | undefined,
  ): WordInline[] {
    const text = this.#context.note(kind, element.attributes["w:id"] ?? "");
    return this.#fields.pass([{ kind: "note", name, text, ...this.#mark(change) }]);
  }

  /** An equation that fits into a line is text. */
  equation(element: XmlElement, change: Change | undefined): WordInline[] {
    const { text, whole } = linearMath(element);
    if (!whole) return this.#drawn([equation(element)], change);
    const unadorned = { bold: false, underlined: false, hidden: false, struck: false, raised: undefined };
    const looks = ["公式写成了一行文字，请核对"];
    const look = { ...unadorned, looks, formatChange: undefined, size: undefined, font: undefined, direct: [] };
    return this.#fields.pass([{ kind: "text", text, ...look, ...this.#mark(change) }]);
  }

  #drawn(found: readonly Drawn[], change: Change | undefined): WordInline[] {
    const inlines = found.map((item): WordInline => {
      const mark = this.#mark(change);
      switch (item.kind) {
        case "picture": {
          const { kind, alternative, losses } = item;
          return { kind, part: this.#context.target(item.relationship), alternative, losses, ...mark };
        }
        case "textbox":
          return { kind: "textbox", blocks: this.#inside(item.content), ...mark };
        case "object":
          return { ...item, ...mark };
      }
    });
    return this.#fields.pass(inlines);
  }
}

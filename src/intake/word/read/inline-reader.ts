/** Reads the contents of a paragraph: runs with their tracked changes, comments, fields, notes and drawings. */

import { changeOf, isRemoval } from "./change.ts";
import { InlineComposer } from "./composer.ts";
import { controlRemark } from "./control.ts";
import { drawn, equation } from "./drawing.ts";
import type { Drawn } from "./drawing.ts";
import { linearMath } from "./math.ts";
import { inlineText } from "./model.ts";
import type { Change, WordBlock, WordInline } from "./model.ts";
import { hasGround, runLook } from "./run-look.ts";
import type { RunLook } from "./run-look.ts";
import { ScriptedText } from "./scripted-text.ts";
import type { Styles } from "./styles.ts";
import { symbolsIn, symbolText } from "./symbols.ts";
import type { Vocabulary } from "./vocabulary/fate.ts";
import { unknownContent } from "./vocabulary/fate.ts";
import { paragraphContents } from "./vocabulary/paragraph.ts";
import { runContents } from "./vocabulary/run.ts";
import { child, elements, textOf, wordsBelow } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

export interface InlineContext {
  readonly styles: Styles;
  /** The part of a picture by its relationship; `undefined` for one outside the file. */
  readonly target: (relationship: string) => string | undefined;
  /** The address of a link; empty for one within the file. */
  readonly address: (relationship: string) => string;
  /** The words of a chart, a diagram, an imported file by its relationship. */
  readonly words: (relationship: string) => string;
  /** Text of a footnote or endnote. */
  readonly note: (kind: "footnote" | "endnote", id: string) => string;
  /** Kinds of fields whose result is omitted. */
  readonly withoutResult: ReadonlySet<string>;
  /** w:fldChar elements without a counterpart. */
  readonly unpaired: ReadonlySet<XmlElement>;
  readonly blocks: (parent: XmlElement) => WordBlock[];
}

/** Elements without an effect of their own on their content. */
const wrappers = new Set(["w:smartTag", "w:sdtContent", "w:customXml", "w:dir", "w:bdo"]);

/** The context of a run. */
interface Around {
  readonly paragraph: XmlElement | undefined;
  readonly change: Change | undefined;
  readonly onGround: boolean;
  /** Whether the run is in a link, whose underline and colour need no remark. */
  readonly inLink: boolean;
}

/** Reads the inlines of a whole text, paragraph by paragraph. */
export class InlineReader {
  readonly #context: InlineContext;
  readonly #composer: InlineComposer;

  constructor(context: InlineContext) {
    this.#context = context;
    this.#composer = new InlineComposer(context.withoutResult);
  }

  takeBookmarks(): string[] {
    return this.#composer.takeBookmarks();
  }

  /** Processes a bookmark or the start or end of a comment, also between paragraphs; false for another element. */
  anchor(element: XmlElement): boolean {
    return this.#composer.anchor(element);
  }

  /** `onGround`: the paragraph is in a cell or box whose background is not white. */
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

  #children(parent: XmlElement, around: Around, scripted: ScriptedText): WordInline[] {
    return elements(parent).flatMap((element) => this.#child(element, around, scripted));
  }

  #child(element: XmlElement, around: Around, scripted: ScriptedText): WordInline[] {
    const { change } = around;
    const inner = changeOf(element);
    if (inner !== undefined) {
      const within = change !== undefined && isRemoval(change) ? change : inner;
      const inlines = this.#children(element, { ...around, change: within }, scripted);
      // What was inserted and then deleted exists neither before nor after the changes.
      return change !== undefined && isRemoval(change) !== isRemoval(inner) ? [] : inlines;
    }
    if (wrappers.has(element.name)) {
      const inlines = this.#children(element, around, scripted);
      const turned = /^w:(?:dir|bdo)$/.test(element.name) && element.attributes["w:val"] === "rtl";
      return turned
        ? [...inlines, ...this.#composer.lost("从右向左排的字，请核对次序", inlineText(inlines), change)]
        : inlines;
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

  /** Handles elements that do not become text: without effect, reported, or unknown. */
  #unread(element: XmlElement, vocabulary: Vocabulary, change: Change | undefined): WordInline[] {
    const fate = vocabulary[element.name];
    if (fate?.kind === "inert" || fate?.kind === "carried") return [];
    if (fate !== undefined && !fate.applies(element)) return [];
    return this.#composer.lost(fate?.message ?? unknownContent(element.name), wordsBelow(element), change);
  }

  #control(element: XmlElement, around: Around, scripted: ScriptedText): WordInline[] {
    const content = child(element, "w:sdtContent");
    const remark = controlRemark(element);
    const inlines = content === undefined ? [] : this.#children(content, around, scripted);
    return remark === undefined ? inlines : this.#composer.lost(remark, inlineText(inlines), around.change);
  }

  #link(element: XmlElement, around: Around, scripted: ScriptedText): WordInline[] {
    const inlines = this.#children(element, { ...around, inLink: true }, scripted);
    const address = this.#context.address(element.attributes["r:id"] ?? "");
    if (address === "") return inlines;
    return [
      ...inlines,
      ...this.#composer.lost("链接的网址没有带入", `${inlineText(inlines)} ${address}`, around.change),
    ];
  }

  #simpleField(element: XmlElement, around: Around, scripted: ScriptedText): WordInline[] {
    this.#composer.beginField(element);
    this.#composer.fieldCode(element.attributes["w:instr"] ?? "");
    this.#composer.separateField();
    const inlines = this.#children(element, around, scripted);
    const look = runLook(this.#context.styles, undefined, around.paragraph, around.onGround);
    return [...inlines, ...this.#composer.endField(look, around.change)];
  }

  #run(run: XmlElement, around: Around, scripted: ScriptedText): WordInline[] {
    const { change } = around;
    const composer = this.#composer;
    const full = runLook(this.#context.styles, child(run, "w:rPr"), around.paragraph, around.onGround);
    const look = around.inLink && !full.hidden && !full.struck ? { ...full, underlined: false, looks: [] } : full;
    const text = (content: string): WordInline[] => {
      if (content === "") return [];
      const shown = symbolsIn(look.capitals ? content.toUpperCase() : content, look.latinFont);
      return composer.text(scripted.mark(composer.marked(shown, look, change), look));
    };
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
          return composer.break(
            (element.attributes["w:type"] ?? "textWrapping") === "textWrapping" ? "line" : "page",
            change,
          );
        case "w:cr":
          return composer.break("line", change);
        case "w:noBreakHyphen":
          return text("-");
        case "w:sym":
          return text(symbolText(element.attributes["w:font"] ?? "", element.attributes["w:char"] ?? ""));
        case "w:ruby": {
          const bases = elements(child(element, "w:rubyBase")).flatMap((base) => this.#child(base, around, scripted));
          const reading = child(element, "w:rt");
          const words = reading === undefined ? "" : `${inlineText(bases)}（${wordsBelow(reading)}）`;
          return [...bases, ...this.#composer.lost("注音没有带入", words, change)];
        }
        case "w:fldChar":
          return this.#fieldEdge(element, look, around);
        case "w:instrText":
          composer.fieldCode(textOf(element));
          return [];
        case "w:footnoteReference":
          return composer.note("脚注", this.#noteText("footnote", element), change);
        case "w:endnoteReference":
          return composer.note("尾注", this.#noteText("endnote", element), change);
        case "w:commentReference":
          return composer.comment(element.attributes["w:id"] ?? "", change);
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

  #fieldEdge(element: XmlElement, look: RunLook, around: Around): WordInline[] {
    const type = element.attributes["w:fldCharType"];
    if (this.#context.unpaired.has(element))
      return type === "begin" ? this.#composer.lost("域没有写完整，里面的字照样带入了，请核对", "", around.change) : [];
    if (type === "begin") this.#composer.beginField(element);
    else if (type === "separate") this.#composer.separateField();
    else if (type === "end") return this.#composer.endField(look, around.change);
    return [];
  }

  #noteText(kind: "footnote" | "endnote", { attributes }: XmlElement): string {
    return this.#context.note(kind, attributes["w:id"] ?? "");
  }

  /** An equation: text, if it can be written as a line. */
  equation(element: XmlElement, change: Change | undefined): WordInline[] {
    const { text, whole } = linearMath(element);
    return whole
      ? this.#composer.unadorned(text, "公式写成了一行文字，请核对", change)
      : this.#drawn([equation(element)], change);
  }

  #drawn(found: readonly Drawn[], change: Change | undefined): WordInline[] {
    return this.#composer.drawn(found, change, this.#context.target, this.#context.blocks);
  }
}

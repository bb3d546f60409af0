/** Changes to a paragraph that are not text of the article: reported, but never applied. */

import { readMark, readPictureMark, stylePrefix, withoutBreaks } from "../../base/text/word-marks.ts";
import { shownText } from "../../intake/word/read/shown-text.ts";
import { isRemoval } from "../../intake/word/read/change.ts";
import type {
  Change,
  Signature,
  WordDocument,
  WordInline,
  WordParagraph,
  WordText,
} from "../../intake/word/read/model.ts";
import { settled, stands } from "../../intake/word/read/settled.ts";
import { shortened } from "../../intake/word/revisions.ts";

export interface Aside {
  readonly by: Signature;
  /** In Chinese: 在文本框里写了“…” */
  readonly action: string;
  /** Words that may come from a paragraph, and must not be lost in both places. */
  readonly words: string;
  /** Offset in the paragraph's text before all changes. */
  readonly at: number;
  /** What to do by hand where the text was meant to change; `undefined` for mere notes. */
  readonly refusal: string | undefined;
}

export const unknownAuthor: Signature = { author: "没有留痕迹，不知是谁", date: "" };
export const untracked: Change = { kind: "insert", ...unknownAuthor };

const byHand = "请在稿件里手工改";

/** `offset`: where this paragraph starts in the original one. */
export function asidesOf(paragraph: WordParagraph, offset: number): Aside[] {
  const found: Aside[] = [];
  let open: { readonly look: string; readonly words: string; readonly at: number; readonly by: Signature } | undefined;
  const close = (): void => {
    if (open !== undefined) found.push(lookAside(open));
    open = undefined;
  };
  const isOurs = paragraph.bookmarks.some((name) => (readMark(name)?.article ?? 0) > 0);
  const isSent = paragraph.bookmarks.some((name) => readPictureMark(name) !== undefined);
  if (isOurs && !paragraph.style.startsWith(stylePrefix) && paragraph.formatChange === undefined)
    found.push(note(`把这一段的样式改成了“${paragraph.style}”`, offset));
  if (isOurs && paragraph.framed) found.push(note("把这一段放进了图文框，在正文旁边另放一处", offset));
  let at = offset;
  for (const inline of paragraph.inlines) {
    const look = lookOf(inline, isOurs);
    if (inline.kind === "text" && look !== undefined) {
      const by = inline.formatChange ?? unknownAuthor;
      if (open?.look !== look || open.by.author !== by.author) {
        close();
        open = { look, words: inline.text, at, by };
      } else open = { ...open, words: open.words + inline.text };
    } else close();
    const drawing = drawn(inline, at, isOurs, isSent);
    if (drawing !== undefined) found.push(drawing);
    if (inline.kind === "text" && stands(inline.change, "before")) at += withoutBreaks(inline.text).length;
  }
  close();
  const isTitle = paragraph.bookmarks.some((name) => readMark(name)?.part === "title");
  for (const [index, { kind, change }] of paragraph.inlines.entries()) {
    const isAlone = [index - 1, index + 1].every((other) => paragraph.inlines[other]?.change === undefined);
    if (isTitle && kind === "break" && change !== undefined && isRemoval(change) && isAlone)
      found.push({
        by: change,
        action: "删去标题里的换行（在哪里换行由程序定；要固定的，写“｜”）",
        words: "",
        at: offset,
        refusal: undefined,
      });
  }
  const { formatChange, markChange } = paragraph;
  if (
    formatChange !== undefined &&
    markChange === undefined &&
    found.every(({ by }) => by.author !== formatChange.author)
  )
    found.push({ by: formatChange, action: "改了这一段的格式", words: "", at: offset, refusal: undefined });
  return found;
}

function note(action: string, at: number): Aside {
  return { by: unknownAuthor, action, words: "", at, refusal: undefined };
}

/** Text in headers and footers, where exported bulletins have page numbers only. */
export function marginAsides({ margins }: WordDocument): Aside[] {
  return margins.map(({ name, text }) => ({
    by: unknownAuthor,
    action: `在${name}里写了“${shortened(text, 200)}”`,
    words: text,
    at: 0,
    refusal: undefined,
  }));
}

/** Formatting changed on unchanged words. Article text is exported in black, neither bold nor underlined. */
function lookOf(inline: WordInline, isOurs: boolean): string | undefined {
  if (inline.kind !== "text" || inline.change !== undefined || inline.text === "") return undefined;
  if (inline.struck) return "struck";
  if (inline.hidden) return "hidden";
  if (inline.raised !== undefined) return inline.raised;
  const marks = isOurs ? marksOf(inline) : "";
  return inline.formatChange === undefined && marks === "" ? undefined : `format ${marks}`;
}

/** 加粗、字的颜色、字号 */
function marksOf({ bold, underlined, looks: remarks, direct }: WordText): string {
  const ofLook = remarks.flatMap(
    (remark) => /^(?!有)(.+?)(?:没有带入$|写成|照样|排成|，请核对)/.exec(remark)?.[1] ?? [],
  );
  return [...(bold ? ["加粗"] : []), ...(underlined ? ["下划线"] : []), ...ofLook, ...direct].join("、");
}

const looks: Readonly<Record<string, readonly [action: (words: string) => string, refusal: string | undefined]>> = {
  struck: [(words) => `把“${words}”划了删除线`, `字还在文件里，没有删；要删的，${byHand}`],
  hidden: [(words) => `把“${words}”设成了隐藏文字`, `字还在文件里，没有删；要删的，${byHand}`],
  superscript: [(words) => `把“${words}”改成了上标`, `上标不能自动带入，${byHand}（如 ²、⁴）`],
  subscript: [(words) => `把“${words}”改成了下标`, `下标不能自动带入，${byHand}（如 ₂）`],
};

function lookAside({ look, words, at, by }: { look: string; words: string; at: number; by: Signature }): Aside {
  const marks = look.replace(/^format /, "");
  const [action, refusal] = looks[look] ?? [
    (text: string) => `改了“${text}”的格式${marks === "" ? "" : `（${marks}）`}`,
    undefined,
  ];
  return { by, action: action(shortened(words)), words: "", at, refusal };
}

/** `isOurs`: an exported article paragraph, which has no notes or drawings. `isSent`: its pictures were exported. */
function drawn(inline: WordInline, at: number, isOurs: boolean, isSent: boolean): Aside | undefined {
  const aside = (action: string, words = ""): Aside => ({
    by: inline.change ?? unknownAuthor,
    action,
    words,
    at,
    refusal: undefined,
  });
  if (inline.kind === "textbox") {
    const words = shownText(settled(inline.blocks, "after"));
    return aside(words === "" ? "放了一个空的文本框" : `在文本框里写了“${shortened(words, 200)}”`, words);
  }
  if (inline.kind === "break" && inline.of === "page" && (inline.change !== undefined || isOurs))
    return aside(`${inline.change !== undefined && isRemoval(inline.change) ? "删去" : "插入"}分页符`);
  // Tracked insertions are reported as changes.
  if (inline.change !== undefined) return undefined;
  if (inline.kind === "object")
    return aside(`放了${inline.name}${inline.text === "" ? "" : `“${shortened(inline.text, 200)}”`}`, inline.text);
  if (inline.kind === "picture") return isSent ? undefined : aside("放了一张图片");
  if (!isOurs) return undefined;
  if (inline.kind === "note") return aside(`加了${inline.name}“${shortened(inline.text, 200)}”`, inline.text);
  if (inline.kind === "loss")
    return aside(
      `加了稿件里放不下的内容：${inline.message}${inline.words === "" ? "" : `“${shortened(inline.words, 200)}”`}`,
      inline.words,
    );
  return undefined;
}

/** The formatting of a run, as far as it has a meaning. */

import { inkOf } from "./ink.ts";
import type { Ink } from "./ink.ts";
import type { WordText } from "./model.ts";
import type { Script } from "./scripts.ts";
import type { Styles } from "./styles.ts";
import { isShaded, unknownFormat } from "./vocabulary/fate.ts";
import { runProperties } from "./vocabulary/run.ts";
import { child } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

export interface RunLook extends Pick<
  WordText,
  "bold" | "underlined" | "hidden" | "struck" | "looks" | "formatChange" | "size" | "font" | "direct"
> {
  readonly script: Script | undefined;
  /** Manual raising in half-points, negative for lowering. */
  readonly shift: number;
  readonly capitals: boolean;
  /** The font of Latin characters, which may be a symbol font. */
  readonly latinFont: string;
}

/** Points; text of this size is invisible. */
const illegible = 2;
/** Points; smaller text is hardly readable. */
const legible = 5;

/** `onGround`: the background of the run may be darker than paper. */
export function runLook(
  styles: Styles,
  own: XmlElement | undefined,
  paragraph: XmlElement | undefined,
  onGround: boolean,
): RunLook {
  const look = styles.look(own, paragraph);
  const val = (name: string): string | undefined => look.get(name)?.attributes["w:val"];
  const on = (name: string): boolean => styles.isOn(name, own, paragraph);
  const size = val("w:sz") === undefined ? undefined : Number(val("w:sz")) / 2;
  const ink = inkOf(look);
  const highlight = val("w:highlight") ?? "none";
  const shade = look.get("w:shd");
  const ground = highlight === "none" ? onGround || (shade !== undefined && isShaded(shade)) : highlight !== "white";
  const struck = on("w:strike") || (look.get("w:dstrike") !== undefined && onValue(val("w:dstrike")));
  const unseen = on("w:vanish")
    ? "隐藏的文字没有带入"
    : ink === "none" || (ink === "white" && !ground)
      ? `${ink === "none" ? "没有颜色的字" : "白色的字在白纸上"}看不见，没有带入`
      : size !== undefined && size <= illegible
        ? `小得看不见的字（${size} 磅）没有带入`
        : undefined;
  const tracked = child(own, "w:rPrChange")?.attributes;
  const vertical = val("w:vertAlign");
  const rest = unseen ?? (struck ? "划掉的字（有删除线）没有带入" : undefined);
  return {
    bold: on("w:b"),
    underlined: !["none", undefined].includes(val("w:u")),
    hidden: unseen !== undefined,
    struck,
    looks: rest !== undefined ? [rest] : lookMessages(look, ink, size),
    formatChange:
      tracked === undefined ? undefined : { author: tracked["w:author"] ?? "", date: tracked["w:date"] ?? "" },
    size,
    font: look.get("w:rFonts")?.attributes["w:eastAsia"],
    direct: directOf(own, styles.styled(own, paragraph)),
    script: vertical === "superscript" ? "super" : vertical === "subscript" ? "sub" : undefined,
    shift: Number(val("w:position") ?? 0) || 0,
    capitals: on("w:caps") || on("w:smallCaps"),
    latinFont: look.get("w:rFonts")?.attributes["w:ascii"] ?? look.get("w:rFonts")?.attributes["w:hAnsi"] ?? "",
  };
}

const attributesOfType = [
  ["字号", "w:sz", "w:val"],
  ["字体", "w:rFonts", "w:eastAsia"],
  ["字体", "w:rFonts", "w:ascii"],
] as const;

function directOf(own: XmlElement | undefined, styled: ReadonlyMap<string, XmlElement>): string[] {
  const names = attributesOfType.flatMap(([name, property, attribute]) => {
    const value = child(own, property)?.attributes[attribute];
    return value === undefined || value === styled.get(property)?.attributes[attribute] ? [] : [name];
  });
  return [...new Set(names)];
}

function lookMessages(look: ReadonlyMap<string, XmlElement>, ink: Ink, size: number | undefined): string[] {
  const messages = [...look].flatMap(([name, property]) => {
    const fate = runProperties[name];
    if (fate === undefined) return [unknownFormat(name)];
    return fate.kind === "reported" && fate.applies(property) ? [fate.message] : [];
  });
  if (size !== undefined && size < legible) messages.push("小得难以看清的字照样带入了，请核对");
  if (ink === "white") return [...messages, "底色上的白字写成了一般的字"];
  return ink === "black" ? messages : [...messages, "字的颜色没有带入"];
}

function onValue(value: string | undefined): boolean {
  return !["0", "false", "off"].includes(value ?? "1");
}

/** Whether a paragraph has a background. */
export function hasGround(styles: Styles, properties: XmlElement | undefined): boolean {
  const shade = styles.paragraph(properties, (source) => child(source, "w:shd"));
  return shade !== undefined && isShaded(shade);
}

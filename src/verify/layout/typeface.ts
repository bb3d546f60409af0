/** The class of a typeface, recognized by its PostScript name. (字体类别) */

export type TypefaceClass = "小标宋" | "仿宋" | "楷体" | "黑体" | "宋体";

export interface Typeface {
  readonly kind: TypefaceClass;
  /** 代用: an open font in place of one of the class that the standard requires. */
  readonly standIn: boolean;
}

/** The first match applies. Names of fonts on Windows, macOS, in WPS and in open font packages. */
const faces: readonly (readonly [name: RegExp, kind: TypefaceClass, standIn: boolean])[] = [
  [/XiaoBiaoSong|XBSJ|DaBiaoSong|STZhongsong|ZhongSong|BiaoSong/i, "小标宋", false],
  [/FangSong|SimFang|FZFS|FangsongTi|HYFangSong|FandolFang/i, "仿宋", false],
  [/ZhuqueFangsong/i, "仿宋", false],
  [/KaiTi|SimKai|STKai|FZKT|Kaiti|HYKai|FandolKai|BiauKai/i, "楷体", false],
  [/SimHei|STHeiti|STXihei|FZHT|HeiTi|HYHei|FandolHei/i, "黑体", false],
  [/SimSun|NSimSun|STSong|FZSS|FZShuSong|HYShuSong|FandolSong/i, "宋体", false],
  [/LXGWWenKai-?Light/i, "仿宋", true],
  [/LXGWWenKai/i, "楷体", true],
  [/(NotoSerif(CJK)?(SC|sc)|SourceHanSerif(SC|CN)?)\w*-(Bold|Black|Heavy|SemiBold)/i, "小标宋", true],
  [/NotoSerif(CJK)?SC|SourceHanSerif/i, "宋体", true],
  [/NotoSans(CJK)?SC|SourceHanSans|MicrosoftYaHei|PingFang|WenQuanYi/i, "黑体", true],
  [/Times|Liberation ?Serif|Tinos/i, "宋体", true],
];

/** `undefined` for an unknown face. */
export function typefaceOf(face: string): Typeface | undefined {
  const found = faces.find(([name]) => name.test(face));
  return found && { kind: found[1], standIn: found[2] };
}

/** For reports: `仿宋（LXGWWenKai-Light 代用）`. */
export function describeFace(face: string): string {
  const typeface = typefaceOf(face);
  if (typeface === undefined) return `${face}（类别不明）`;
  return typeface.standIn ? `${typeface.kind}（${face} 代用）` : `${typeface.kind}（${face}）`;
}

/** Whether a face is bold, which GB/T 9704 never requires. 小标宋 is heavy by itself. */
export function isBold(face: string): boolean {
  return typefaceOf(face)?.kind !== "小标宋" && /Bold|Black|Heavy/i.test(face);
}

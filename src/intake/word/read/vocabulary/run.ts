/** The elements in runs (w:r) and in their properties (w:rPr). */

import { carried, each, inert, isOn, isShaded, otherThan, reported } from "./fate.ts";
import type { Vocabulary } from "./fate.ts";

const ownSetting = inert("简报有自己的字体、字号和间距");
const mark = inert("只是标记，本身没有文字");

export const runContents: Vocabulary = {
  "w:rPr": carried("见 runProperties"),
  "w:t": carried("文字"),
  "w:delText": carried("修订里删去的文字"),
  "w:tab": carried("空一字"),
  "w:ptab": carried("空一字"),
  "w:br": carried("换行"),
  "w:cr": carried("换行"),
  "w:noBreakHyphen": carried("连字符"),
  "w:softHyphen": inert("只在行末断词时显示"),
  "w:sym": carried("同样的字；没有的写成〓"),
  "w:ruby": carried("下面的字；注音另行提示"),
  "w:fldChar": carried("域的结果"),
  "w:instrText": carried("域代码，没有结果的由它算出"),
  "w:delInstrText": inert("修订里删去的域代码"),
  "w:footnoteReference": carried("脚注另行提示"),
  "w:endnoteReference": carried("尾注另行提示"),
  "w:commentReference": carried("批注逐条列出"),
  "w:drawing": carried("图片带入，别的提示"),
  "w:pict": carried("图片带入，别的提示"),
  "w:object": carried("嵌入的内容另行提示"),
  "mc:AlternateContent": carried("其中认识的一种"),
  ...each("w:footnoteRef w:endnoteRef w:separator w:continuationSeparator w:annotationRef", mark),
  "w:lastRenderedPageBreak": inert("上次排版在哪里换页"),
  "w:pgNum": reported("自动的页码没有带入"),
  ...each(
    "w:dayShort w:dayLong w:monthShort w:monthLong w:yearShort w:yearLong",
    reported("自动更新的日期没有带入，请补上"),
  ),
  "w:contentPart": reported("手写的墨迹没有带入"),
};

export const runProperties: Vocabulary = {
  "w:rStyle": carried("样式里的格式照此处理"),
  "w:vertAlign": carried("²、₂ 等字；没有的写成 ^( )、_( ) 并提示"),
  "w:position": carried("升降的数字当作上下标"),
  "w:strike": carried("划掉的字不带入，列出原文"),
  "w:dstrike": carried("划掉的字不带入，列出原文"),
  "w:vanish": carried("隐藏的字不带入，列出原文"),
  "w:caps": carried("大写字母"),
  "w:smallCaps": carried("大写字母"),
  "w:sz": carried("极小的字不带入，列出原文；标题按字号认"),
  "w:color": carried("白纸上的白字不带入，列出原文；别的颜色提示"),
  "w14:textFill": carried("白色、没有颜色的字不带入，列出原文；别的颜色提示"),
  "w:rFonts": carried("符号字体里的字换成同样的字；标题按字体认"),
  "w:b": carried("加粗另行提示"),
  "w:u": carried("下划线另行提示"),
  "w:i": reported("斜体没有带入", isOn),
  "w:em": reported("着重号没有带入", otherThan("none")),
  "w:highlight": reported("突出显示的颜色没有带入", otherThan("none")),
  "w:shd": reported("字的底纹没有带入", isShaded),
  "w:bdr": reported("字的边框没有带入", otherThan("none", "nil")),
  "w:outline": reported("空心字没有带入", isOn),
  "w:shadow": reported("阴影没有带入", isOn),
  "w:emboss": reported("阳文没有带入", isOn),
  "w:imprint": reported("阴文没有带入", isOn),
  "w:effect": reported("动态效果没有带入", otherThan("none")),
  "w:w": reported(
    "压得很窄、难以看清的字照样带入了，请核对",
    ({ attributes }) => Number(attributes["w:val"] ?? 100) < 20,
  ),
  "w:spacing": reported(
    "字距太紧、叠在一起的字照样带入了，请核对",
    ({ attributes }) => Number(attributes["w:val"]) <= -120,
  ),
  "w:eastAsianLayout": reported(
    "双行合一、纵横混排的字排成了一行（外加的括号没有了），请核对",
    ({ attributes }) => isSet(attributes["w:combine"]) || isSet(attributes["w:vert"]),
  ),
  "w:rtl": reported("从右向左排的字，请核对次序", isOn),
  "w:webHidden": inert("只在网页视图里隐藏，纸上看得见"),
  "w:specVanish": inert("只用在段落标记上"),
  ...each("w:bCs w:iCs w:szCs w:cs", inert("只管阿拉伯文一类的文字")),
  ...each("w:kern w:fitText w:snapToGrid", ownSetting),
  ...each("w:lang w:noProof w:oMath", mark),
  ...each("w:ins w:del w:moveFrom w:moveTo", inert("修订，另行列出")),
  "w:rPrChange": reported("格式的修订不带入（稿件里没有格式）"),
  ...each("w14:glow w14:shadow w14:reflection w14:textOutline w14:scene3d w14:props3d", inert("字的装饰")),
  ...each("w14:ligatures w14:numForm w14:numSpacing w14:stylisticSets w14:cntxtAlts", inert("字形的变体")),
};

function isSet(value: string | undefined): boolean {
  return ["1", "true", "on"].includes(value ?? "");
}

/** Content controls (w:sdt). */

import { child, toggle, value } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** The remark on a control that was not filled in or is updated by Word; `undefined` for any other. */
export function controlRemark(control: XmlElement): string | undefined {
  const properties = child(control, "w:sdtPr");
  if (toggle(properties, "w:showingPlcHdr") === true) return "没有填写的内容控件，里面的提示文字没有带入";
  const gallery =
    value(properties, "w:docPartObj", "w:docPartGallery") ?? value(properties, "w:docPartList", "w:docPartGallery");
  return /^Table of Contents/i.test(gallery ?? "") ? "自动目录没有带入" : undefined;
}

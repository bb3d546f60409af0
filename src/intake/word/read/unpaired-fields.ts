/** Finds fields without an end or a beginning. They are ignored, so that they do not swallow the text after them. */

import { elements } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** The w:fldChar elements of such fields. A field must end in the cell or text box in which it began. */
export function unpairedFields(root: XmlElement): ReadonlySet<XmlElement> {
  const unpaired = new Set<XmlElement>();
  const scope = (parent: XmlElement): void => {
    const open: XmlElement[][] = [];
    const visit = (element: XmlElement): void => {
      if (element.name === "w:tc" || element.name === "w:txbxContent") scope(element);
      else if (element.name !== "w:fldChar") elements(element).forEach(visit);
      else if (element.attributes["w:fldCharType"] === "begin") open.push([element]);
      else {
        const last = open.at(-1);
        if (last === undefined) unpaired.add(element);
        else if (element.attributes["w:fldCharType"] === "end") open.pop();
        else last.push(element);
      }
    };
    elements(parent).forEach(visit);
    for (const element of open.flat()) unpaired.add(element);
  };
  scope(root);
  return unpaired;
}

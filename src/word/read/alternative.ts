/** Markup in several forms (mc:AlternateContent): the first that this reader knows. */

import { elements } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** Customary prefixes of the extensions that are read. */
const known = /^(?:wps|wpg|wpc|wp14|wp15|w14|w15|w16\w*|v2|o2|a14|pic14)$/;

/** The one form to read; the others say the same once more for other programs. */
export function choiceOf(element: XmlElement): XmlElement | undefined {
  const choices = elements(element, "mc:Choice");
  const fit = choices.find(({ attributes }) =>
    (attributes["Requires"] ?? "").split(/\s+/).every((name) => name === "" || known.test(name)),
  );
  return fit ?? elements(element, "mc:Fallback")[0] ?? choices[0];
}

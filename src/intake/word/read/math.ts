/** Equations (OMML) as a line of text. */

import { inScript, lineFraction } from "./scripts.ts";
import { child, elements, textOf, toggle } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

interface LinearMath {
  readonly text: string;
  /** Whether the line expresses the whole equation. */
  readonly whole: boolean;
}

export function linearMath(element: XmlElement): LinearMath {
  const writer = new MathWriter();
  const text = writer.all(element);
  return { text: text.replace(/\s+/g, " ").trim(), whole: writer.whole && text.trim() !== "" };
}

/** Elements that are only properties. */
const properties = /^(?:m:\w+Pr|w:rPr|w:bookmark\w+|w:proofErr)$/;

class MathWriter {
  whole = true;

  all(parent: XmlElement | undefined): string {
    return elements(parent)
      .map((element) => this.#one(element))
      .join("");
  }

  #one(element: XmlElement): string {
    const part = (name: string): string => this.all(child(element, name));
    if (properties.test(element.name)) return "";
    switch (element.name) {
      case "m:t":
      case "w:t":
        return textOf(element);
      case "m:r":
        // Struck or hidden text does not belong to the equation.
        this.whole &&= !["w:strike", "w:dstrike", "w:vanish"].some((look) => toggle(child(element, "w:rPr"), look));
        return this.all(element);
      case "m:e":
      case "m:box":
      case "m:oMath":
      case "w:r":
      case "w:ins":
        return this.all(element);
      case "w:del":
        return "";
      case "m:f":
        // Without a bar it is not a fraction.
        this.whole &&= child(element, "m:fPr", "m:type")?.attributes["m:val"] !== "noBar";
        return lineFraction(part("m:num"), part("m:den"));
      case "m:sSup":
        return part("m:e") + this.#script(part("m:sup"), "super");
      case "m:sSub":
        return part("m:e") + this.#script(part("m:sub"), "sub");
      case "m:sSubSup":
        return part("m:e") + this.#script(part("m:sub"), "sub") + this.#script(part("m:sup"), "super");
      case "m:sPre":
        return this.#script(part("m:sub"), "sub") + this.#script(part("m:sup"), "super") + part("m:e");
      case "m:rad": {
        const degree = part("m:deg");
        const inside = part("m:e");
        return `${this.#script(degree, "super")}√${/^[\p{L}\p{N}.]+$/u.test(inside) ? inside : `(${inside})`}`;
      }
      case "m:d": {
        const own = child(element, "m:dPr");
        const sign = (name: string, customary: string): string => child(own, name)?.attributes["m:val"] ?? customary;
        const inside = elements(element, "m:e").map((one) => this.all(one));
        return sign("m:begChr", "(") + inside.join(sign("m:sepChr", "|")) + sign("m:endChr", ")");
      }
      case "m:func":
        return `${part("m:fName")}${part("m:e")}`;
      default:
        // Sums, matrices and accents cannot be expressed by their characters in order.
        this.whole = false;
        return ` ${this.all(element)} `;
    }
  }

  #script(text: string, script: "super" | "sub"): string {
    if (text.trim() === "") return "";
    return inScript(text.trim(), script) ?? (script === "super" ? `^(${text.trim()})` : `_(${text.trim()})`);
  }
}

/** The relationships of a part to other parts (.rels). */

import { elements } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

export class Relationships {
  readonly #targets = new Map<
    string,
    { readonly type: string; readonly target: string | undefined; readonly address: string }
  >();

  /** `owner`: the part, from whose folder the targets count. */
  constructor(owner: string, part: XmlElement | undefined) {
    for (const { attributes } of elements(part)) {
      const external = attributes["TargetMode"] === "External";
      const target = attributes["Target"] ?? "";
      this.#targets.set(attributes["Id"] ?? "", {
        type: (attributes["Type"] ?? "").split("/").at(-1) ?? "",
        target: external ? undefined : resolved(owner, target),
        address: external ? target : "",
      });
    }
  }

  /** The related part; `undefined` for a target outside the file. */
  target(id: string): string | undefined {
    return this.#targets.get(id)?.target;
  }

  /** The address of a target outside the file, such as a web page; empty for a part. */
  address(id: string): string {
    return this.#targets.get(id)?.address ?? "";
  }

  byType(type: string): string[] {
    return [...this.#targets.values()].flatMap((found) =>
      found.type === type && found.target !== undefined ? [found.target] : [],
    );
  }
}

function resolved(owner: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = owner.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}

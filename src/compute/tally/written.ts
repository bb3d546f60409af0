import type { Expression } from "../../model/expression/expression.ts";

/** The expression as an editor would write it, which is also the name of its value. */
export function written(expression: Expression): string {
  const path = (segments: readonly { readonly name: string }[]): string =>
    segments.map((segment) => segment.name).join(".");
  const side = (inner: Expression): string => (inner.kind === "binary" ? `(${written(inner)})` : written(inner));
  switch (expression.kind) {
    case "number":
      return expression.text;
    case "path":
      return path(expression.segments);
    case "part":
      return `(${written(expression.of)}).${path(expression.segments)}`;
    case "series":
      return expression.items.map((item) => item.label ?? written(item.expression)).join("、");
    case "binary":
      return `${side(expression.left)} ${expression.operator} ${side(expression.right)}`;
  }
}

import type { ConfigData } from "html-validate";

/** What the site's HTML is held against. */
export const htmlRules: ConfigData = {
  extends: ["html-validate:recommended"],
  rules: {
    "doctype-style": ["error", { style: "lowercase" }],
    // HTML lets an id begin with anything; article files, and so anchors, begin with their number.
    "valid-id": ["error", { relaxed: true }],
    // How tidy the source looks is nobody's concern but ours.
    "no-trailing-whitespace": "off",
    "void-style": "off",
  },
};

/** The shell of the pages that a draft for signature adds to the bulletin. */

import { escapeHtml } from "../../compute/phrase/html.ts";

export function proofPage(title: string, name: string, body: string, css = ""): string {
  return `<!doctype html>
<html lang="zh-CN" class="${name}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="fonts.css">
<link rel="stylesheet" href="proof.css">
${css === "" ? "" : `<style>\n${css}\n</style>\n`}</head>
<body>
${body}
</body>
</html>
`;
}

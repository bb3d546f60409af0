/** A terminal window with lines of text, as a page for screenshots. */

import { escapeHtml } from "../src/base/text/markup.ts";

export function windowPage(title: string, lines: readonly string[]): string {
  const dark = title === "命令提示符";
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
body { margin: 0; background: #fff; }
.window { width: 880px; border: 1px solid #999; font: 15px/1.5 "Noto Sans SC", sans-serif; }
.title { padding: 4px 12px; background: #e5e5e5; font-size: 13px; }
span { display: inline-block; width: 8px; text-align: center; } .wide { width: 16px; }
pre { margin: 0; padding: 10px 12px; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; font-variant-numeric: tabular-nums;
  ${dark ? "background: #111; color: #eee;" : "background: #fff; color: #111;"} }
</style><div class="window"><div class="title">${escapeHtml(title)}</div><pre>${lines.map(cells).join("\n")}</pre></div></html>`;
}

/** Terminal cells: one for a letter, two for a Chinese character. */
function cells(line: string): string {
  return [...line]
    .map((character) => {
      const shown = character === " " ? "&nbsp;" : escapeHtml(character);
      return `<span${/[\u1100-\uffff“”‘’—…]/u.test(character) ? ' class="wide"' : ""}>${shown}</span>`;
    })
    .join("");
}

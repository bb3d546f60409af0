/** The preview's own pages: list of issues, errors, the frame around a PDF. */

import { escapeHtml } from "../document/markdown/html.ts";
import type { Problem } from "../base/problem/problem.ts";
import { excerpt, inReadingOrder, lineOf, summary, unquotable } from "../base/problem/report.ts";
import type { SourceText } from "../base/problem/source-text.ts";

/** A document in the preview's dress. `body` is HTML. */
function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/__dev/preview.css">
</head>
<body class="preview-page">
${body}
</body>
</html>
`;
}

export interface ListedIssue {
  readonly id: string;
  /** 2020年第15期 */
  readonly name: string;
  readonly date: string;
  /** `/issues/2020/15/`; undefined where the head of the issue cannot be read. */
  readonly path: string | undefined;
}

/** `issues` newest first. */
export function listPage(title: string, issues: readonly ListedIssue[]): string {
  const rows = issues.map(({ id, name, date, path }) =>
    path === undefined
      ? `<li><span class="name">${escapeHtml(id)}</span> <a href="/issues/${encodeURIComponent(id)}/">有错误，点开看</a></li>`
      : `<li><a class="name" href="${path}">${escapeHtml(name)}</a> <span class="date">${escapeHtml(date)}</span> <a href="${path}print.html">版式</a> <a href="${path}pdf.html">PDF</a></li>`,
  );
  return page(
    `预览：${title}`,
    `<main><h1>${escapeHtml(title)}</h1>\n<p>点开一期，改一个字存一次盘，页面就会跟着变。</p>\n<ol class="issues">\n${rows.join("\n")}\n</ol>\n<p><a href="/site.html">网站首页的样子</a></p></main>`,
  );
}

/** Every problem with its place, the line it is about and how to mend it. */
export function errorPage(
  title: string,
  problems: readonly Problem[],
  sources: ReadonlyMap<string, SourceText>,
): string {
  return page(
    `${title}：${summary(problems)}`,
    `<main>\n<h1>${escapeHtml(title)}</h1>\n<p class="summary">${escapeHtml(summary(problems))}。改好存盘，这一页会自己恢复。</p>\n${problemList(problems, sources)}\n</main>`,
  );
}

export function problemList(problems: readonly Problem[], sources: ReadonlyMap<string, SourceText>): string {
  const ordered = inReadingOrder(problems);
  const silent = unquotable(problems);
  const errorsFirst = [
    ...ordered.filter((problem) => problem.severity === "error"),
    ...ordered.filter((problem) => problem.severity === "warning"),
  ];
  const items = errorsFirst.map((problem) => {
    const { place, severity, message, hint } = problem;
    const source = silent.has(lineOf(problem)) ? undefined : sources.get(place.file);
    const quoted = source === undefined ? "" : excerpt(problem, source);
    return `<li class="${severity}">
<p class="place">${escapeHtml(place.file)}<span>:${place.line}:${place.column}</span></p>
<p class="message"><strong>${severity === "error" ? "错误" : "提醒"}</strong> ${escapeHtml(message)}</p>
${quoted === "" ? "" : `<pre>${escapeHtml(quoted)}</pre>`}
${hint === undefined ? "" : `<p class="hint">改法：${escapeHtml(hint)}</p>`}
</li>`;
  });
  return `<ol class="problems">\n${items.join("\n")}\n</ol>`;
}

/** Shows the PDF of an issue; the script puts a new one in when something was saved. */
export function pdfFrame(title: string, path: string, pdfName: string): string {
  return page(`${title} PDF`, `<iframe class="pdf" title="${escapeHtml(title)}" src="${path}${pdfName}"></iframe>`);
}

/** The switch 核数 with what `stateLine` says. */
function numberSwitch(states: string): string {
  return `<label class="preview-switch"><input type="checkbox" id="preview-numbers">核数</label><span class="preview-states">${escapeHtml(states)}</span>`;
}

/** Puts the preview's style, and a bar with the issue's warnings, into a finished page; `states` where its numbers are marked. */
export function withPreview(
  html: string,
  problems: readonly Problem[],
  links: readonly { readonly text: string; readonly href: string }[],
  states?: string,
): string {
  const warnings = inReadingOrder(problems).length;
  const bar = `<aside class="preview-bar" aria-label="预览">${links.map(({ text, href }) => `<a href="${href}">${escapeHtml(text)}</a>`).join("")}${states === undefined ? "" : numberSwitch(states)}<span>${warnings === 0 ? "没有问题" : `${warnings} 处提醒（npm run check）`}</span></aside>`;
  const own = `<link rel="stylesheet" href="/__dev/preview.css">\n${bar}\n`;
  // The site's policy lets a page call nobody; the preview's script has to hear of changes.
  const open = html.replace(/default-src 'none'/, "default-src 'none'; connect-src 'self'; frame-src 'self'");
  return open.includes("</body>") ? open.replace("</body>", `${own}</body>`) : open + own;
}

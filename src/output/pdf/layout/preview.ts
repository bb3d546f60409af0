import type { PagePlan } from "./flow.ts";

/**
 * The print document as a preview on screen, without script: the sheets that the layout came to, drawn behind the text, with their
 * page numbers, the numbers of the contents, and the imprint at the foot of the last sheet. The reader's own fonts may break lines
 * elsewhere; the PDF is what counts.
 */
export function previewHtml(html: string, layout: PagePlan): string {
  const sheets = Array.from({ length: layout.pages }, (_, at) => {
    const number = layout.unnumbered.includes(at + 1) ? "" : `<span>— ${at + 1} —</span>`;
    return `<div class="sheet">${number}</div>`;
  }).join("\n");
  return (layout.contentsLast ? contentsBehind(html) : html)
    .replace(/<html lang="zh-CN"[^>]*>/, `<html lang="zh-CN" class="${["preview", ...layout.classes].join(" ")}">`)
    .replace("</head>", () => `<style>\n:root { --pages: ${layout.pages}; }\n</style>\n</head>`)
    .replace(
      '<main class="flow">',
      () => `<div class="sheets" aria-hidden="true">\n${sheets}\n</div>\n<main class="flow">`,
    )
    .replace(/(<span class="page-of" data-article="([^"]*)">)/g, (tag: string, _: string, article: string) => {
      const page = layout.articlePages[article];
      return page === undefined ? tag : `${tag}${page}`;
    });
}

/** The 目录 where a long one is printed: behind the text. */
function contentsBehind(html: string): string {
  const [contents = ""] = /<nav class="contents"[^]*?<\/nav>/.exec(html) ?? [];
  const moved = contents.replace('class="contents"', 'class="contents at-the-end"');
  return html.replace(contents, "").replace('<footer class="imprint">', (imprint) => `${moved}\n${imprint}`);
}

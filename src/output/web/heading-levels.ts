/**
 * Headings for a page on screen, where readers move from heading to heading: none may skip a level. In print a heading's number
 * tells its level (一、（一）1.), so an article that begins with 1. has headings of the third level and none of the first two.
 */

const heading = /<(\/?)h([1-6])(?=[\s>])/g;

/** `first` is the level of the outermost headings in `html`. The deeper ones follow step by step. */
export function steppedHeadings(html: string, first: number): string {
  const open: number[] = [];
  return html.replace(heading, (_, slash: string, typed: string) => {
    const level = Number(typed);
    if (slash === "") {
      while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop();
      open.push(level);
    }
    return `<${slash}h${Math.min(6, first + open.length - 1)}`;
  });
}

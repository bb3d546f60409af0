/** Layout of an issue's pages in the browser. (排版) */
export type { LayoutSettings, PageLayout } from "./page-layout.ts";
export { pageScript } from "./page-script.ts";
export { previewHtml } from "./preview.ts";
export { textByRole } from "./role-text.ts";

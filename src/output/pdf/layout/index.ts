/** Layout of an issue's pages in the browser. (排版) */
export type { PagePlan } from "./flow.ts";
export { TooHigh, TooWide } from "./flow.ts";
export { pageLayout } from "./page-layout.ts";
export type { LayoutSettings } from "./layout-settings.ts";

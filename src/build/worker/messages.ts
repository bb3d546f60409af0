import type { BrowserReport } from "../../output/pdf/browser-report.ts";
import type { EditionJob, PrintedEdition, UndrawableText } from "../../output/pdf/edition.ts";
import type { FontConfig } from "../../output/pdf/font-role.ts";
import type { SentFault } from "./sent-fault.ts";

/** What the thread is started with. */
export interface PressOptions {
  /** Browser processes at most. */
  readonly browsers: number;
}

/** To the thread. */
export type PressOrder =
  | { readonly kind: "fonts"; readonly fonts: FontConfig }
  | { readonly kind: "print"; readonly id: number; readonly job: EditionJob }
  | { readonly kind: "close" };

/** From the thread. */
export type PressAnswer =
  | { readonly kind: "open"; readonly browser: BrowserReport }
  | { readonly kind: "shut"; readonly fault: SentFault }
  | { readonly kind: "printed"; readonly id: number; readonly printed: PrintedEdition | UndrawableText }
  | { readonly kind: "failed"; readonly id: number; readonly fault: SentFault };

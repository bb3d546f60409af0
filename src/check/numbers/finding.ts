/** What a rule over printed numbers says of one, or of words between them. */

import type { Finding } from "../rule.ts";
import type { NumberToken, Stretch } from "./number-token.ts";

export type NumberFinding = Finding<{
  /** Where it is reported. */
  readonly token: Stretch;
  /** Every number that has a part in it, where there are several. */
  readonly about?: readonly NumberToken[];
}>;

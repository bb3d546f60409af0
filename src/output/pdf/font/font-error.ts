import { EnvironmentError } from "../../../base/problem/environment-error.ts";
import type { FontRole } from "../../../model/bulletin.ts";

/** A configured font cannot be used. `message` names role and font; `role` is the key in the configuration. */
export class FontError extends EnvironmentError {
  override readonly name = "FontError";
  readonly role: FontRole;

  constructor(role: FontRole, reason: string, hint: string, options?: ErrorOptions) {
    super(`${role}字体：${reason}`, hint, options);
    this.role = role;
  }
}

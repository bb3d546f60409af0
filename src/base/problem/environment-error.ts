/**
 * The machine, not the content, stands in the way: no browser, an unreadable font, a full disk. (环境问题)
 * A command reports `message` and `hint`, both in Chinese, and exits with code 2.
 */
export class EnvironmentError extends Error {
  override readonly name: string = "EnvironmentError";
  /** What to do about it, in Chinese, one or more sentences. */
  readonly hint: string;

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.hint = hint;
  }
}

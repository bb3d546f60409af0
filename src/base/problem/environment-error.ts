/**
 * A fault of the machine rather than of the content: no browser, an unreadable font, a full disk. (环境问题) Commands
 * report `message` and `hint`, both in Chinese, and exit with code 2.
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

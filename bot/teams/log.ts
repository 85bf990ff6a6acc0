/** One line for the operator: kind, code and status of the error and where it arose; its message may hold what a person wrote. */
export function log(what: string, error: unknown): void {
  const {
    name = typeof error,
    code,
    statusCode,
    stack = '',
  } = (error ?? {}) as { name?: string; code?: string; statusCode?: number; stack?: string };
  const where = /\n\s+(at .*)/.exec(stack)?.[1];
  console.error(['Teams:', what, name, code, statusCode, where].filter(Boolean).join(' '));
}

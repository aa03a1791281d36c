/** Whether a write failed because another row already holds the value, looking through Drizzle's wrapping. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, constraint_name: name } = cause as Error & { code?: string; constraint_name?: string };
    if (code === "23505") return name === constraint;
  }
  return false;
}

/**
 * An object that is made when it is first used, so that a build can import what it will never run.
 * @param make called once; should it throw, the next use tries again
 */
export function lazy<T extends object>(make: () => T): T {
  let made: T | undefined;
  return new Proxy({} as T, {
    get(_, name) {
      made ??= make();
      const value: unknown = Reflect.get(made, name, made);
      return typeof value === "function" ? (value.bind(made) as unknown) : value;
    },
  });
}

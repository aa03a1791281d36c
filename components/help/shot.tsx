import { shotAlts, type ShotName, shotPath, shotSizes } from "./shots";

/** A picture of the guide. Its size is known beforehand: nothing moves when it arrives. */
export function Shot({ name }: { name: ShotName }) {
  const { width, height } = shotSizes[name];
  return (
    // A file of our own that is already small: the optimiser has nothing to add.
    // oxlint-disable-next-line @next/next/no-img-element
    <img
      src={shotPath(name)}
      alt={shotAlts[name]}
      width={width}
      height={height}
      loading="lazy"
      className="mb-6 mt-2 h-auto max-w-full rounded border border-control dark:brightness-85"
    />
  );
}

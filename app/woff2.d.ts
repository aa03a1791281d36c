/** A font of a package: its address, the one that style sheets have for it. */
declare module "*.woff2" {
  const address: string;
  export default address;
}

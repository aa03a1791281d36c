import { env } from "./env";

/** Tells browsers to come back over https only, where the portal is reached that way. */
export function setTransportSecurity(headers: Pick<Headers, "set">): void {
  if (env.origin.startsWith("https://"))
    headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
}

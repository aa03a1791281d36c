"use client";

import { createContext, type ReactNode, useContext } from "react";

/** Which services the deployer configured: what is looked up while one types. */
interface Lookups {
  addresses: boolean;
  organisations: boolean;
}

const Context = createContext<Lookups>({ addresses: false, organisations: false });

export function LookupsOffered({ children, ...offered }: Lookups & { children: ReactNode }) {
  return <Context value={offered}>{children}</Context>;
}

export function useLookups(): Lookups {
  return useContext(Context);
}

/** What our own server found; nothing when nobody answers. */
export async function lookedUp<T>(path: string, typed: string): Promise<readonly T[]> {
  const query = new URLSearchParams({ q: typed }).toString();
  const response = await fetch(`${path}?${query}`).catch(() => null);
  return response?.ok ? ((await response.json()) as T[]) : [];
}

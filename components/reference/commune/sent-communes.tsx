"use client";

import { createContext, type ReactNode, useContext } from "react";

export interface CommuneChoice {
  code: string;
  name: string;
}

type Communes = Readonly<Record<string, readonly CommuneChoice[]>>;

const Context = createContext<Communes>({});

/** What a page made in answer to a form knows of the postcodes that were just sent. */
export function SentCommunes({ communes, children }: { communes: Communes; children: ReactNode }) {
  return <Context value={communes}>{children}</Context>;
}

/** Communes by postcode. */
export function useSentCommunes(): Communes {
  return useContext(Context);
}

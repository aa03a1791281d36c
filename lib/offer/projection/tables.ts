import { getTableColumns } from "drizzle-orm";
import * as stored from "@/db/schema/catalogue";
import { parsed } from "@/lib/platform/database/parsed";
import { readPage } from "./stored-page";

export const publicOffer = parsed(stored.publicOffer, { page: readPage });

/** The columns that are written, by their property: the others the database makes of them. */
export const writtenColumns = Object.entries(getTableColumns(publicOffer)).filter(
  ([, { generated }]) => !generated,
);

import * as stored from "@/db/schema/import";
import { parsed } from "@/lib/platform/database/parsed";
import { readRows } from "./stored-rows";

export const offerImport = parsed(stored.offerImport, { rows: readRows });

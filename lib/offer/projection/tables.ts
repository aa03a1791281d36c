import * as stored from "@/db/schema/catalogue";
import { parsed } from "@/lib/platform/database/parsed";
import { readPage } from "./stored-page";

export const publicOffer = parsed(stored.publicOffer, { page: readPage });

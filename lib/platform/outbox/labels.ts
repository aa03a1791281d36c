import { dayInWords } from "@/lib/platform/values/calendar-day";
import { counted } from "@/lib/platform/values/french";
import type { Undelivered } from "./queries";

/** «3 courriers ne partent pas depuis le 3 mars 2027». */
export const undeliveredWords = ({ count, since }: Undelivered): string =>
  `${counted(count, "courrier ne part pas", "courriers ne partent pas")} ` +
  `depuis le ${dayInWords(since)}`;

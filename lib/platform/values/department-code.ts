import { z } from "zod";

/** Code of a department as INSEE writes it: «08», «974», «2A». There may be none of that code. */
export const departmentPattern = /^(\d{2,3}|2[AB])$/;

/** The same, as a field or an address gives it. */
export const departmentCode = z.string().regex(departmentPattern);

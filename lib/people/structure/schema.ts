import { z } from "zod";
import { line } from "@/lib/platform/values/fields";
import { nameLine } from "@/lib/platform/values/names";
import { addressFields } from "@/lib/reference/commune/schema";

/** Step 1 of the registration, «Structure offrente». */
export const structureSchema = z.object({
  name: nameLine(200, "La raison sociale").pipe(z.string().min(1, "Renseignez la raison sociale.")),
  ...addressFields,
  /** As it was understood of the others, and kept for the mail. */
  cedex: line(200, "La ligne CEDEX").optional(),
  typeId: z.uuid("Choisissez le type de structure."),
  representativeName: nameLine(120, "Le nom du représentant").pipe(
    z.string().min(1, "Renseignez le nom et le prénom du représentant de la structure."),
  ),
  representativeFunction: nameLine(120, "La fonction du représentant").pipe(
    z.string().min(1, "Renseignez la fonction du représentant de la structure."),
  ),
});

/** The same, by a moderator, for the structure that is named. */
export const correctStructureSchema = structureSchema.extend({ structureId: z.uuid() });

/**
 * Keeps what was typed for a moment: without scripts the list of communes comes with the next page.
 */
export const structureFormCookie = "profil-structure";

export type StructureInput = z.output<typeof structureSchema>;

/** What a correction changed, as the log keeps it: fields with before and after, but for people. */
export type StructureChanges = Partial<
  Record<
    "name" | "street" | "postcode" | "communeName" | "cedex" | "typeId",
    { before: string; after: string }
  >
> & { representative?: null };

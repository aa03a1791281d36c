import { z } from "zod";
import { line, postcodeField } from "@/lib/platform/values/fields";
import { nameLine } from "@/lib/platform/values/names";

/** Step 1 of the registration, «Structure offrente». */
export const structureSchema = z.object({
  name: nameLine(200, "La raison sociale").pipe(z.string().min(1, "Renseignez la raison sociale.")),
  street: line(200, "L’adresse").pipe(z.string().min(1, "Renseignez le numéro et la voie.")),
  postcode: postcodeField,
  commune: line(5, "La commune").pipe(z.string().min(1, "Choisissez la commune.")),
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
    "name" | "street" | "postcode" | "communeName" | "typeId",
    { before: string; after: string }
  >
> & { representative?: null };

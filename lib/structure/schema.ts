import { z } from "zod";
import { line, postcodeField } from "@/lib/platform/fields";

/** Step 1 of the registration, «Structure offrente». */
export const structureSchema = z.object({
  name: line(200).pipe(z.string().min(1, "Renseignez la raison sociale.")),
  street: line(200).pipe(z.string().min(1, "Renseignez le numéro et la voie.")),
  postcode: postcodeField,
  commune: line(5).pipe(z.string().min(1, "Choisissez la commune.")),
  typeId: z.uuid("Choisissez le type de structure."),
  representativeName: line(120).pipe(z.string().min(1, "Renseignez le nom et le prénom du représentant de la structure.")),
  representativeFunction: line(120).pipe(z.string().min(1, "Renseignez la fonction du représentant de la structure.")),
});

/** Keeps what was typed for a moment: without scripts the list of communes comes with the next page. */
export const structureFormCookie = "profil-structure";

export type StructureInput = z.output<typeof structureSchema>;

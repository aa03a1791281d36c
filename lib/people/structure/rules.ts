import { stateName } from "@/lib/platform/form/base";

interface Said {
  name: string;
  street: string;
  postcode: string;
  communeName: string;
  cedex: string;
  typeId: string;
  representativeName: string;
  representativeFunction: string;
}

/** Names what a structure says of itself, for the form that changes it. */
export function structureState(said: Said): string {
  return stateName([
    said.name,
    said.street,
    said.postcode,
    said.communeName,
    said.cedex,
    said.typeId,
    said.representativeName,
    said.representativeFunction,
  ]);
}

import { packFiles } from "@/lib/platform/door/packed-files";
import { provideActionKey } from "@/lib/platform/environment/action-key";
import { readEnvFiles } from "./configuration";
import { recordBuild, staticFolder } from "./sources";

// After `npm run build`: `npm start` then finds the build fresh.
readEnvFiles();
provideActionKey();
await packFiles(staticFolder);
await recordBuild();

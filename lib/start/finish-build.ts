import { provideActionKey } from "@/lib/platform/environment/action-key";
import { readEnvFiles } from "./configuration";
import { finishBuild } from "./sources";

// After `npm run build`: `npm start` then finds the build fresh.
readEnvFiles();
provideActionKey();
await finishBuild();

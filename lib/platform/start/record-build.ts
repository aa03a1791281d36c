import { recordBuild } from "./sources";

// After `npm run build`: `npm start` then finds the build fresh.
await recordBuild();

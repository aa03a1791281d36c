import { closeDatabase } from "@/db/client";
import { searchSpeed } from "./search-speed";

// A process of its own for each size: the pool of the portal is opened once.
const figures = await searchSpeed(Number(process.argv[2]));
await closeDatabase();
process.send?.(figures);
if (!process.send) console.table(figures.map(({ what, value, unit }) => ({ what, value, unit })));

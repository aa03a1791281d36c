import { closeDatabase } from "@/db/client";
import { prepareDatabase } from "./database";

// `npm run migrate`, for deployers whose host does not run `npm start`.
const database = await prepareDatabase();
await closeDatabase();
await database.stop();
console.log(`À jour : ${database.description}.`);
process.exit(0);

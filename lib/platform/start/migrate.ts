import { withDatabase } from "./database";

// `npm run migrate`, for deployers whose host does not run `npm start`.
const description = await withDatabase((prepared) => Promise.resolve(prepared));
console.log(`À jour : ${description}.`);
process.exit(0);

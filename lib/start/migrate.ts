import { withDatabase } from "./database";
import { reported } from "./ending";

// `npm run migrate`, for deployers whose host does not run `npm start`.
try {
  const description = await withDatabase((prepared) => Promise.resolve(prepared));
  console.log(`À jour : ${description}.`);
  process.exit(0);
} catch (error) {
  process.exit(reported(error));
}

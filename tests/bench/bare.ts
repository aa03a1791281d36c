import { createServer } from "node:http";
import { catalogueFilterSchema } from "@/lib/catalogue/search/filter";
import { catalogue } from "@/lib/catalogue/search/queries/catalogue";

/**
 * The same search with nothing around it: what the framework and the page cost is the difference.
 */
createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
  if (pathname === "/health") {
    response.end("ok");
    return;
  }
  catalogue(catalogueFilterSchema.parse(Object.fromEntries(searchParams))).then(
    ({ page, counts }) =>
      response
        .setHeader("Content-Type", "application/json")
        .end(JSON.stringify({ ...page, total: counts.total })),
    () => {
      response.statusCode = 500;
      response.end();
    },
  );
}).listen(Number(process.argv[2]), "127.0.0.1");

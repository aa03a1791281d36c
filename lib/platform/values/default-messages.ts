import { z } from "zod";

z.config({
  // Compiled parsers need eval, which the content security policy refuses: each page with a form
  // would note a violation.
  jitless: true,
  // What no schema has words for cannot be typed into our pages: the page is old, or the request
  // made by hand.
  customError: () => "Cette demande n’est pas lisible. Rechargez la page, puis recommencez.",
});

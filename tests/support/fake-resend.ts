import { createServer } from "node:http";

export interface FakeResend {
  url: string;
  /** Idempotency key of every request, in order. */
  attempts: string[];
  /**
   * Deliveries by key: a key already seen is answered and not delivered again, as the real one
   * does.
   */
  delivered: Map<string, { to: string; subject: string; text: string; html: string }>;
  /** What to answer next, used up one by one; nothing left means «accepted». */
  answers: (429 | 500 | "acceptedThenSilent")[];
  close: () => Promise<void>;
}

/** The mail provider's interface on this machine, with the faults that real ones have. */
export async function startFakeResend(): Promise<FakeResend> {
  const fake: FakeResend = {
    url: "",
    attempts: [],
    delivered: new Map(),
    answers: [],
    close: () => Promise.resolve(),
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const key = String(request.headers["idempotency-key"]);
      fake.attempts.push(key);
      const answer = fake.answers.shift();
      response.setHeader("content-type", "application/json");
      if (answer === 429 || answer === 500) {
        response.statusCode = answer;
        response.end(
          JSON.stringify({
            name: answer === 429 ? "rate_limit_exceeded" : "application_error",
            message: "later",
            statusCode: answer,
          }),
        );
        return;
      }
      const body = JSON.parse(Buffer.concat(chunks).toString()) as {
        to: string;
        subject: string;
        text: string;
        html: string;
      };
      if (!fake.delivered.has(key)) fake.delivered.set(key, body);
      if (answer === "acceptedThenSilent") response.destroy();
      else response.end(JSON.stringify({ id: key }));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  fake.url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  fake.close = () => new Promise((closed) => server.close(() => closed()));
  return fake;
}

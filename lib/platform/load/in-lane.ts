import { requestState } from "@/lib/platform/environment/request-state";
import type { Lane } from "./lane";

/** Seconds a reader may take nothing, and may take for all. */
const patience = { still: 30, whole: 1800 };

/**
 * An answer that keeps a place in a lane until it has been read: its reader may be slow, not still.
 * @param answer called when there is a place; without a body, or where only its head is sent, it
 * keeps none
 * @param seconds see {@link patience}; past either the reading is broken off
 * @throws Busy when there is no place
 */
export function inLane(
  lane: Lane,
  answer: () => Response | Promise<Response>,
  seconds = patience,
): Promise<Response> {
  return new Promise((given, failed) => {
    lane(async () => {
      const response = await answer();
      if (!response.body) {
        given(response);
        return;
      }
      if (requestState.getStore()?.isHead) {
        await response.body.cancel();
        given(new Response(null, response));
        return;
      }
      const { stream, ended } = watched(response.body, seconds);
      given(new Response(stream, response));
      await ended;
    }).catch(failed);
  });
}

function watched(source: ReadableStream<Uint8Array>, { still, whole }: typeof patience) {
  const reader = source.getReader();
  let [leave, lastTaken]: [() => void, NodeJS.Timeout | undefined] = [() => undefined, undefined];
  let over = false;
  const ended = new Promise<void>((end) => (leave = end));
  const end = () => {
    over = true;
    clearTimeout(lastTaken);
    clearTimeout(inAll);
    leave();
  };
  let giveUp: () => void = () => undefined;
  const inAll = setTimeout(() => giveUp(), whole * 1000);
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      giveUp = () => {
        end();
        controller.error(new Error("its reader has stood still"));
        void reader.cancel().catch(() => undefined);
      };
    },
    async pull(controller) {
      clearTimeout(lastTaken);
      try {
        const { done, value } = await reader.read();
        if (over) return;
        if (done) {
          end();
          controller.close();
          return;
        }
        controller.enqueue(value);
        lastTaken = setTimeout(giveUp, still * 1000);
      } catch (error) {
        end();
        throw error;
      }
    },
    cancel(reason) {
      end();
      return reader.cancel(reason);
    },
  });
  return { stream, ended };
}

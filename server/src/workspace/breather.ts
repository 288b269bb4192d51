import { limits } from './limits.js';

/** Lets long work pause for whatever else waits: requests of an editor, a cancellation. */
export interface Breather {
  /** Returns at once while the slice lasts; else after the event loop has turned. Throws when cancelled. */
  breathe(): Promise<void> | undefined;
}

export function breather(signal?: AbortSignal): Breather {
  let started = performance.now();
  return {
    breathe() {
      signal?.throwIfAborted();
      if (performance.now() - started < limits.sliceMilliseconds) return undefined;
      return turn().then(() => {
        started = performance.now();
        signal?.throwIfAborted();
      });
    },
  };
}

/** One turn of the event loop: `setImmediate` where there is one, a message to oneself in a browser. */
function turn(): Promise<void> {
  if (typeof setImmediate === 'function') return new Promise((resolve) => void setImmediate(resolve));
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}

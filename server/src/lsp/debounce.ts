/** Calls once, after it has been quiet for a while. */
export interface Debounced {
  (): void;
  cancel(): void;
}

export function debounce(milliseconds: number, call: () => void): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const debounced = () => {
    clearTimeout(timer);
    timer = setTimeout(call, milliseconds);
  };
  return Object.assign(debounced, { cancel: () => clearTimeout(timer) });
}

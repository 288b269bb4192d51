export function toText(bytes: Uint8Array): string;
export function toBytes(text: string): Uint8Array;

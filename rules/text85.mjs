// Bytes as text that needs no escapes in a string of JavaScript: five characters for four bytes, where base64 takes
// five and a third. The digits are those of ZeroMQ's Z85.
const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#';

/**
 * @param {Uint8Array} bytes
 * @returns {string} The length, a space, and the digits.
 */
export function toText(bytes) {
  const parts = [`${bytes.length} `];
  for (let at = 0; at < bytes.length; at += 4) {
    let value = 0;
    for (let part = 0; part < 4; part += 1) value = value * 256 + (bytes[at + part] ?? 0);
    let five = '';
    for (let digit = 0; digit < 5; digit += 1) {
      five = digits[value % 85] + five;
      value = Math.floor(value / 85);
    }
    parts.push(five);
  }
  return parts.join('');
}

/**
 * @param {string} text What `toText` made.
 * @returns {Uint8Array}
 */
export function toBytes(text) {
  const start = text.indexOf(' ') + 1;
  const values = new Uint8Array(128);
  for (let digit = 0; digit < 85; digit += 1) values[digits.charCodeAt(digit)] = digit;
  const bytes = new Uint8Array(Math.ceil(Number.parseInt(text, 10) / 4) * 4);
  for (let from = start, to = 0; to < bytes.length; to += 4) {
    let value = 0;
    for (let digit = 0; digit < 5; digit += 1) value = value * 85 + values[text.charCodeAt(from++)];
    for (let part = 3; part >= 0; part -= 1) {
      bytes[to + part] = value;
      value = Math.floor(value / 256);
    }
  }
  return bytes.subarray(0, Number.parseInt(text, 10));
}

const directoryEntry = 0x02014b50;
const directoryEnd = 0x06054b50;
const endLength = 22;

/** Names in the directory of a zip file. Enough to see what was packed, without a library for it. */
export function filesOfZip(zip: Buffer): string[] {
  let end = zip.length - endLength;
  while (end >= 0 && zip.readUInt32LE(end) !== directoryEnd) end--;
  if (end < 0) throw new Error('not a zip file');
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== directoryEntry) throw new Error('broken directory in the zip file');
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    names.push(zip.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

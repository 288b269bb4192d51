/** Lines below a shell command that are given to it. */
export interface GivenLines {
  /** The last part of the path of the file that it writes them to. */
  readonly name?: string;
  /** Where its text starts, and where it ends: at the label. In UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** A script that writes more files than this is no script that a person wrote. */
export const MAX_WRITTEN = 100;

const label = /<<-?[ \t]*\\?(?:"([\w-]+)"|'([\w-]+)'|([A-Za-z_]\w*))/;
const target = /(?:(?<![\d&])>>?[ \t]*|\btee[ \t]+(?:-\w+[ \t]+)*)(?:"([^"\n]+)"|'([^'\n]+)'|([^\s"'<>|&;()]+))/;
const isProse = /\.(?:txt|md|html?|log)$/i;
const applied = /\bkubectl\b.*[ \t]-f[ \t]*-/;

/** The name of the file that a line writes its text to: `cat > .env <<EOF`, `tee -a "$MAP/.env" <<EOF`, `kubectl apply -f -`. */
export function writtenName(line: string): string | undefined {
  if (applied.test(line)) return 'manifest.yaml';
  const found = target.exec(line);
  const path = found?.[1] ?? found?.[2] ?? found?.[3];
  if (path === undefined || path.startsWith('/dev/') || isProse.test(path)) return undefined;
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `cat > config.yaml <<EOF`, `tee .env << 'EOF'`, `claude -p <<EOF`: undefined where the command from `start` to `end` is given none. */
export function givenTo(script: string, start: number, end: number): GivenLines | undefined {
  const command = script.slice(start, end);
  const found = command.includes('<<') ? label.exec(command) : null;
  if (!found || end >= script.length) return undefined;
  const name = writtenName(command);
  const word = found[1] ?? found[2] ?? found[3];
  for (let at = end + 1; at < script.length;) {
    const next = script.indexOf('\n', at);
    const lineEnd = next === -1 ? script.length : next;
    if (script.slice(at, lineEnd).trim() === word)
      return { ...(name !== undefined && { name }), start: end + 1, end: at };
    at = lineEnd + 1;
  }
  return undefined;
}

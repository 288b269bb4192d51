import { Memo } from '../memo.js';

/** Where a mark stands next. What was found is kept: asked from front to back, the text is read once for it. */
export class Mark {
  private asked = Infinity;
  private found = 0;

  constructor(
    private readonly text: string,
    private readonly form: string | RegExp,
  ) {}

  /** Offset of the first at or behind this one; infinite when there is none. */
  from(at: number): number {
    if (at >= this.asked && at <= this.found) return this.found;
    const { text, form } = this;
    const found = typeof form === 'string' ? text.indexOf(form, at) : searchFrom(text, form, at);
    this.asked = at;
    return (this.found = found === -1 ? Infinity : found);
  }
}

function searchFrom(text: string, form: RegExp, at: number): number {
  form.lastIndex = at;
  return form.exec(text)?.index ?? -1;
}

/** The marks of one text, each by its form: a string, or a pattern with the flag `g`. */
export function marksOf(text: string): (form: string | RegExp) => Mark {
  const marks = new Memo<Mark>();
  return (form) => marks.of(form.toString(), () => new Mark(text, form));
}

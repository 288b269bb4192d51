import { lastName } from '../../names.js';
import type { Expr } from '../../syntax/fact.js';

/** Calls that give back what they are given: `try(…)` of R, `Arc::new(…)` of Rust, `captureAWSv3Client(…)` of X-Ray. */
const handsBack =
  /^(?:try|tryCatch|suppressWarnings|suppressMessages|invisible|captureAWS(?:v3)?Client|(?:Arc|Rc|Box|Mutex|RwLock|OnceCell)(?:::|\.)new|Some|Ok)$/;

/** What stands inside such calls. */
export function unwrapped(value: Expr): Expr {
  let inner = value;
  while (inner.t === 'call') {
    const { callee, args } = inner.call;
    const first = args[0]?.value;
    if (first?.t !== 'call' || !(handsBack.test(callee) || handsBack.test(lastName(callee)))) break;
    inner = first;
  }
  return inner;
}

import type { Language } from '../diagnostics/message.ts';
import type { Screen } from './terminal.ts';

/** How far a run has come. */
export interface Reached {
  readonly bytes: number;
  /** Undefined where nobody knows how much there is: standard input. */
  readonly total: number | undefined;
  readonly cases: number;
  readonly seconds: number;
}

/** Shows a person how far a run has come, while it runs. */
export interface Progress {
  /** The same bytes; they count as reached when the next are asked for. */
  readonly counting: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
  /** Takes the line away. */
  readonly end: () => void;
}

const EVERY_MILLISECONDS = 200;

/** A line on the screen, drawn anew every fifth of a second. `total` is in bytes, `cases` says how many are done. */
export function progressOn(screen: Screen, total: number | undefined, cases: () => number, language: Language): Progress {
  const started = performance.now();
  let bytes = 0;
  const draw = (): void => {
    const line = progressLine({ bytes, total, cases: cases(), seconds: (performance.now() - started) / 1000 }, language);
    screen.write(`${CLEAR_LINE}${line.slice(0, Math.max(screen.columns - 1, 0))}`);
  };
  draw();
  const timer = setInterval(draw, EVERY_MILLISECONDS).unref();
  return {
    counting: async function* (source) {
      for await (const chunk of source) {
        yield chunk;
        bytes += chunk.length;
      }
    },
    end: () => {
      clearInterval(timer);
      screen.write(CLEAR_LINE);
    },
  };
}

const CLEAR_LINE = '\r\u001b[K';
const BAR = 20;

/** `██████████░░░░░░░░░░  50%  500,000 cases  31,200/s  0:16 left`. */
export function progressLine({ bytes, total, cases, seconds }: Reached, language: Language): string {
  const share = total === undefined || total === 0 ? undefined : Math.min(bytes / total, 1);
  const rate = grouped(seconds > 0 ? Math.round(cases / seconds) : 0);
  const left = share === undefined || share === 0 ? undefined : clock((seconds * (1 - share)) / share);
  const counts = { en: [`${grouped(cases)} cases`, `${rate}/s`], zh: [`${grouped(cases)} 笔`, `每秒 ${rate} 笔`] };
  const rest = { en: `${left} left`, zh: `剩余 ${left}` };
  const bar = share === undefined ? [] : [`${'█'.repeat(Math.round(share * BAR)).padEnd(BAR, '░')} ${String(Math.floor(share * 100)).padStart(3)}%`];
  return [...bar, ...counts[language], ...(left === undefined ? [] : [rest[language]])].join('  ');
}

/** `1:02:03`, `0:16`. */
function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** A count with its thousands apart: `1,000,000`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

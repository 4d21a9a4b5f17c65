/** A figure as sentences speak of it. */
export type ClaimFigure = {
  readonly figure: string;
  /** What is counted, in the singular; a number before one of them is about this figure. */
  readonly nouns: readonly string[];
  /** One of these must stand in the clause; none is needed when there are none. */
  readonly words: readonly string[];
  /** Further words of which one must stand there, where the first do not tell it from others. */
  readonly also?: readonly string[];
  /** Whose figure it is, where there are several: a city, a country. Lower case. */
  readonly subject?: string;
  /** Its year. */
  readonly time?: string;
  readonly value: number;
  readonly unit: 'count' | 'percent' | 'points' | 'mean';
};

/** A line of a table that does not say what it must. */
export type BadLine = { readonly line: number };

/**
 * Reads the figures of a table that was typed in: a line each, `measure; subject; year; value`, with `%` after a share.
 * Undefined values (`–`) are left out: not held is not zero. Between two subjects' shares the gap is a figure too.
 */
export function figuresInTable(text: string): ClaimFigure[] | BadLine {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const read = lines.map((line) => (line === '' ? [] : figuresInLine(line)));
  const wrong = read.findIndex((one) => one === undefined);
  if (wrong >= 0) return { line: wrong + 1 };
  const figures = read.flatMap((one) => one ?? []);
  return [...figures, ...gapsIn(figures)];
}

function figuresInLine(line: string): ClaimFigure[] | undefined {
  const parts = line.split(';').map((part) => part.trim());
  const [measure = '', subject = '', time = '', value = ''] = parts;
  if (parts.length !== 4 || measure === '') return undefined;
  if (/^[–-]$/.test(value)) return [];
  const number = /^(-?\d[\d,]*(?:\.\d+)?)\s*(%)?$/.exec(value);
  if (!number) return undefined;
  return [
    {
      figure: [measure, subject, time].filter((part) => part !== '').join(', '),
      nouns: [singular(measure.toLowerCase())],
      words: [],
      ...(subject === '' ? {} : { subject: subject.toLowerCase() }),
      ...(time === '' ? {} : { time }),
      value: Number((number[1] ?? '').replaceAll(',', '')),
      unit: number[2] ? 'percent' : 'count',
    },
  ];
}

function singular(noun: string): string {
  return noun.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
}

/** The first subject's distance to each of the others, year by year. */
function gapsIn(figures: readonly ClaimFigure[]): ClaimFigure[] {
  const [first] = figures;
  return figures.flatMap((other) => {
    if (!first || other.subject === undefined || other.subject === first.subject || other.unit !== 'percent') return [];
    const own = figures.find(
      (one) => one.subject === first.subject && one.time === other.time && one.nouns[0] === other.nouns[0],
    );
    if (!own) return [];
    const value = Math.round(Math.abs(other.value - own.value) * 1000) / 1000;
    return [
      { ...other, figure: `gap between ${own.figure} and ${other.figure}`, nouns: ['gap'], value, unit: 'points' as const },
    ];
  });
}

/** Columns under their heads, the first to the left, the others to the right. */
export function table(head, lines) {
  const widths = head.map((_, i) => Math.max(...[head, ...lines].map((line) => line[i].length)));
  return [head, ...lines]
    .map((line) => line.map((text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i]))).join('  '))
    .join('\n');
}

export function number(value, digits = 0) {
  return value === null ? '–' : value.toFixed(digits);
}

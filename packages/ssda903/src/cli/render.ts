import type { ReturnToCheck } from '../engine/build.ts';
import type { Validation } from '../engine/run.ts';
import type { ReportOptions } from '../report/report.ts';

export const FORMATS = ['table', 'json', 'csv', 'xlsx', 'html'] as const;

export type Format = (typeof FORMATS)[number];

/** A report in one of its forms; only the code of that form is loaded. */
export async function render(
  format: Format,
  input: ReturnToCheck,
  validation: Validation,
  options: ReportOptions,
): Promise<string | Uint8Array> {
  if (format === 'json') return `${JSON.stringify(validation)}\n`;
  const { createReport } = await import('../report/report.ts');
  const report = createReport(input, validation, options);
  switch (format) {
    case 'table':
      return (await import('../report/text.ts')).textReport(report);
    case 'csv':
      return (await import('../report/csv.ts')).csvReport(report);
    case 'html':
      return (await import('../report/html.ts')).htmlReport(report);
    case 'xlsx':
      return (await import('../report/xlsx.ts')).xlsxReport(report);
  }
}

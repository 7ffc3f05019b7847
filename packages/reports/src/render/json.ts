import type { BuiltReport } from '../model.ts';

/** The report as it is, which is all that has to be kept of it. */
export const renderJson = (report: BuiltReport): string => `${JSON.stringify(report, null, 1)}\n`;

/**
 * A report that was kept as JSON.
 * @throws Error when the text is no report
 */
export function readReport(text: string): BuiltReport {
  const read = JSON.parse(text) as Partial<BuiltReport> | null;
  if (read?.format !== 'cic-report/1' || !Array.isArray(read.sections))
    throw new Error(
      `this is no kept report: 'format' is to be "cic-report/1", not ${JSON.stringify(read?.format)}`,
    );
  return read as BuiltReport;
}

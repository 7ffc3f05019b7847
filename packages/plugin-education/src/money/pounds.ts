/** Pence as pounds: '£1234.50', '-£50.00'. */
export const pounds = (pence: number): string =>
  `${pence < 0 ? '-' : ''}£${(Math.abs(pence) / 100).toFixed(2)}`;

import { html, raw } from 'hono/html';

type Html = ReturnType<typeof html>;

const style = `
  :root { --ink: #0b0c0c; --soft: #505a5f; --line: #b1b4b6; --ground: #f3f2f1; --link: #1d4f91 }
  body { font-family: system-ui, sans-serif; max-width: 68rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink); line-height: 1.45 }
  h1 { margin: 0 } h2 { margin: 0; font-size: 1.15rem; display: inline }
  p { max-width: 46rem } .soft { color: var(--soft) }
  .note { background: var(--ground); border-left: 0.4rem solid var(--link); padding: 0.6rem 1rem }
  nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; padding: 0 }
  a { color: var(--link) }
  table { border-collapse: collapse; width: 100%; margin: 0.5rem 0 1.5rem }
  caption { text-align: left; color: var(--soft); padding: 0.25rem 0 }
  th, td { text-align: left; padding: 0.3rem 0.5rem; border-bottom: 1px solid var(--line); vertical-align: middle }
  tbody th { font-weight: normal } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
  details { border-top: 2px solid var(--ink); padding: 0.6rem 0 } summary { cursor: pointer }
  summary .soft { margin-left: 0.5rem }
  svg.trend { display: block; overflow: visible }
  code { background: var(--ground); padding: 0 0.2rem }
  @media print { details { break-inside: avoid-page } nav { display: none } }
`;

export interface PageOptions {
  readonly title: string;
  /** Said above everything: that children are synthetic, that anybody is let in. */
  readonly notices: readonly string[];
  readonly body: Html | Promise<Html>;
}

/** A page for people: one file, works without script, prints. Every value put into it is escaped. */
export const page = ({ title, notices, body }: PageOptions) =>
  html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        ${notices.map((notice) => html`<p class="note">${notice}</p>`)}
        ${body}
      </body>
    </html>`;

/** Looks: plain, high contrast, one column on a phone and on paper. */
export const STYLE = `
:root { color-scheme: light; --blue: #1d70b8; --ink: #0b0c0c; --line: #b1b4b6; --focus: #fd0; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 1.1rem/1.4 system-ui, arial, sans-serif; }
header { background: var(--ink); color: #fff; border-bottom: .6rem solid var(--blue); }
header p, main { max-width: 75rem; margin: 0 auto; padding: .6rem 1rem; font-weight: 700; }
main { font-weight: 400; }
h1 { font-size: 2.2rem; line-height: 1.1; margin: 1.2rem 0; }
h2 { font-size: 1.35rem; margin: 0 0 .6rem; }
.lead { font-size: 1.3rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; display: block; padding: .6rem 1rem; background: var(--focus); color: var(--ink); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 0; box-shadow: 0 0 0 4px var(--ink); }
.notice { border: 4px solid var(--blue); padding: 1rem; margin: 1rem 0; }
.warning { border-left: .6rem solid #d4351c; padding-left: 1rem; }
.columns { display: flex; flex-wrap: wrap; align-items: start; gap: 0 4rem; }
.columns table { width: auto; min-width: 20rem; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0 1.8rem; }
caption { text-align: left; font-weight: 700; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem 1rem .35rem 0; border-bottom: 1px solid var(--line); font-weight: 400; overflow-wrap: anywhere; }
thead th { font-weight: 700; }
.rule { border-top: 2px solid var(--blue); padding-top: 1rem; content-visibility: auto; contain-intrinsic-size: auto 40rem; }
.code { color: var(--blue); }
.tag { font-size: .9rem; padding: .1rem .5rem; }
.tag.error { background: #f6d7d2; color: #651b0f; }
.tag.query { background: #fff2cc; color: #594d00; }
form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; padding: 1rem; background: #f3f2f1; margin: 1rem 0; }
form[hidden], [hidden] { display: none; }
label { display: block; font-weight: 700; }
select, input, button { font: inherit; padding: .4rem; border: 2px solid var(--ink); max-width: 30rem; background: #fff; color: var(--ink); }
button { background: #00703c; color: #fff; border-color: transparent; font-weight: 700; padding: .4rem 1rem; cursor: pointer; }
#shown { margin: 0; flex-basis: 100%; }
@media print {
  header { background: none; color: var(--ink); }
  form, .skip { display: none; }
  body { font-size: 10pt; }
  .rule { content-visibility: visible; }
  tr { break-inside: avoid; }
}`;

/** Shows only the rows of one rule or one child; the page is whole without it. */
export const FILTER_SCRIPT = `
'use strict';
(() => {
  const form = document.getElementById('filter');
  const rule = document.getElementById('rule');
  const child = document.getElementById('child');
  const shown = document.getElementById('shown');
  const sections = [...document.querySelectorAll('.rule')].map((section) => ({
    section,
    caption: section.querySelector('caption'),
    rows: [...section.querySelectorAll('tbody tr')],
  }));
  const show = () => {
    const wanted = child.value.trim().toUpperCase();
    let total = 0;
    for (const { section, caption, rows } of sections) {
      let count = 0;
      if (rule.value === '' || rule.value === section.dataset.rule) {
        for (const row of rows) {
          row.hidden = wanted !== '' && !row.dataset.child.startsWith(wanted);
          if (!row.hidden) count++;
        }
      }
      section.hidden = count === 0;
      caption.textContent = count + (count === 1 ? ' row' : ' rows');
      total += count;
    }
    shown.textContent = total.toLocaleString('en-GB') + (total === 1 ? ' finding shown' : ' findings shown');
  };
  form.hidden = false;
  form.addEventListener('input', show);
  form.addEventListener('reset', () => setTimeout(show));
  form.addEventListener('submit', (event) => event.preventDefault());
  show();
})();`;

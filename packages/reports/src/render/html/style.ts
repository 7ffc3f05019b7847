/** Screen and A4: quiet, typographic, one column; nothing is told by colour alone. Sizes of print are in points. */
export const STYLE = `
:root{--ink:#16191d;--quiet:#545b64;--rule:#c9ced6;--hair:#e4e7eb;--accent:#1d3f5e;--better:#14532d;--worse:#7f1d1d}
*{box-sizing:border-box}
html{font:400 15px/1.5 "Helvetica Neue",Arial,"Liberation Sans",sans-serif;color:var(--ink);background:#fff;-webkit-text-size-adjust:100%}
body{max-width:60rem;margin:0 auto;padding:2.5rem 1.5rem 4rem}
h1,h2{font-family:Georgia,"Times New Roman","Liberation Serif",serif;font-weight:400;line-height:1.2;margin:0;text-wrap:balance}
h1{font-size:2.3rem;letter-spacing:-.01em}
h2{font-size:1.4rem}
p{margin:0 0 .75rem;max-width:42rem}
a{color:var(--accent);text-underline-offset:.2em;text-decoration-color:var(--rule)}
tbody th a{color:inherit}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.masthead{border-top:6px solid var(--accent);padding-top:1.1rem;margin-bottom:2rem}
.council{font-size:.95rem;color:var(--quiet);margin:0 0 .35rem}
.facts{display:flex;flex-wrap:wrap;gap:.2rem 1.6rem;margin:.9rem 0 0;padding:0;list-style:none;color:var(--quiet);font-size:.9rem}
.audience{color:var(--ink);font-weight:600}
nav{border-block:1px solid var(--rule);padding:.8rem 0;margin-bottom:2.2rem}
nav h2{font-family:inherit;font-size:.9rem;font-weight:600;margin:0 0 .3rem}
nav ol{columns:3 14rem;column-gap:2rem;margin:0;padding-inline-start:1.4rem;font-size:.9rem}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
section{margin:0 0 2.6rem}
section>h2{padding-bottom:.5rem}
.lead p{font-family:Georgia,"Times New Roman","Liberation Serif",serif;font-size:1.15rem;line-height:1.55}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums lining-nums}
caption{text-align:start;font-family:Georgia,"Times New Roman","Liberation Serif",serif;font-size:1.4rem;line-height:1.2;padding-bottom:.55rem;color:var(--ink)}
th,td{padding:.42rem .55rem;vertical-align:top;text-align:end}
th:first-child,td:first-child{padding-inline-start:0}
th:last-child,td:last-child{padding-inline-end:0}
thead th{border-bottom:1.5px solid var(--ink);font-weight:600;font-size:.82rem;line-height:1.3;vertical-align:bottom}
thead .when{display:block;font-weight:400;color:var(--quiet);white-space:nowrap}
td{white-space:nowrap}
td.words{white-space:normal}
tbody th{font-weight:400;text-align:start;min-width:11rem}
tbody tr{border-bottom:1px solid var(--hair)}
tbody tr:last-child{border-bottom:1px solid var(--rule)}
tr.group th{font-weight:600;padding-top:1rem}
tr.sum th,tr.sum td{font-weight:600}
.words{text-align:start}
.now{font-weight:600}
.of,.why{display:block;font-weight:400;font-size:.78rem;color:var(--quiet);white-space:nowrap}
.l1{padding-inline-start:1rem!important}.l2{padding-inline-start:2rem!important}
.none{color:var(--quiet)}
.mark{font-style:italic;color:var(--quiet)}
.better{color:var(--better)}.worse{color:var(--worse)}
.rating{display:inline-block;border:1px solid currentColor;border-radius:2px;padding:0 .4em;font-size:.78rem;font-weight:600;white-space:nowrap}
.green{color:#14532d}.amber{color:#7a4100}.red{color:#7f1d1d}
.course{width:6.2rem}
figure{margin:1rem 0 .4rem}
figcaption{font-size:.82rem;font-weight:600;margin-bottom:.3rem}
svg{display:block;max-width:100%;height:auto}
svg text{font:12px "Helvetica Neue",Arial,"Liberation Sans",sans-serif;fill:var(--ink)}
svg .axis{fill:var(--quiet)}
.note{color:var(--quiet);font-size:.82rem;margin:.5rem 0 0}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
dl{font-size:.86rem;columns:2 20rem;column-gap:2.4rem}
dt{font-weight:600;break-after:avoid}
dd{margin:0 0 .9rem;color:#33383f}
dd span{display:block;color:var(--quiet)}
.definitions h2,.protection h2{margin-bottom:.7rem}
[dir=rtl] .course svg{transform:scaleX(-1)}
@page{size:A4;margin:16mm 14mm 18mm}
@media print{
html{font-size:9.2pt}
body{max-width:none;padding:0}
a{color:inherit;text-decoration:none}
thead{display:table-header-group}
tr,figure,dt+dd{break-inside:avoid}
caption,h2{break-after:avoid}
section{margin-bottom:1.9rem}
.scroll{overflow:visible}
.short{break-inside:avoid}
.definitions{break-before:page}
}
`;

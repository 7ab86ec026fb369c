const e={"&":`&amp;`,"<":`&lt;`,">":`&gt;`,'"':`&quot;`,"'":`&#39;`},t=/(?![\t\n])[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu,n=n=>n.toWellFormed().replace(t,`�`).replace(/[&<>"']/g,t=>e[t]??``),r=e=>e===void 0?``:typeof e==`object`?`html`in e?e.html:e.reduce((e,t)=>e+r(t),``):n(String(e)),i=(e,...t)=>({html:e.reduce((e,n,i)=>e+n+r(t[i]),``)}),a=e=>URL.parse(e)?.protocol===`https:`;function o(e,t){return t||=e.slice(0),Object.freeze(Object.defineProperties(e,{raw:{value:Object.freeze(t)}}))}var s;const c=`default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'`,l=({title:e,root:t,description:n,body:r},a)=>i(s||=o([`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="`,`">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="description" content="`,`">
`,`<title>`,`</title>
<link rel="icon" href="`,`assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="`,`assets/style.css">
<script src="`,`assets/page.js" defer><\/script>
</head>
`,`
</html>
`]),c,n,a.audience===`private`?i`<meta name="robots" content="noindex, nofollow">\n`:void 0,e,t,t,t,r).html;export{a as i,l as n,i as r,c as t};